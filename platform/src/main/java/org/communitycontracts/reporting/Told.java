package org.communitycontracts.reporting;

import java.util.Locale;
import java.util.UUID;
import org.communitycontracts.people.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told with a report, in their own words, and how to reach them; kept apart from what is public of the report.
 *
 * @param spot where exactly it is
 * @param description what is wrong
 * @param answer the answer to the question that belongs to its category; null when there was none
 * @param who who told
 * @param isPrivate whether the report stays off every public page, list, figure and file
 * @param telling the number of the telling, when it was entered for somebody else; null when they wrote it themselves
 */
public record Told(
        String spot,
        String description,
        @Nullable String answer,
        Who who,
        boolean isPrivate,
        @Nullable UUID telling) {

    /**
     * Who told.
     *
     * @param known who may know it
     * @param name null when nobody may know
     * @param email where news goes; null when none is wanted
     */
    public record Who(
            KnownTo known, @Nullable String name, @Nullable EmailAddress email) {
        public Who {
            if ((known == KnownTo.NOBODY) != (name == null)) {
                throw new IllegalArgumentException("Whoever may be known has a name, and nobody else has one here");
            }
        }
    }

    /** Who may know who told. */
    public enum KnownTo {
        NOBODY,
        SERVICES,
        EVERYBODY;

        /** Its name in tables and forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static KnownTo of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
