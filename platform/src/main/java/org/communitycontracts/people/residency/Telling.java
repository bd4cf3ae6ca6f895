package org.communitycontracts.people.residency;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something came from that was entered for somebody else: who told, by which route, and who typed.
 *
 * @param teller whoever told it; null when they wished to stay unnamed
 * @param typedBy the person who typed it
 * @param saidAt when it was said; never after {@code typedAt}
 */
public record Telling(
        UUID id, long council, Route route, @Nullable Teller teller, UUID typedBy, Instant saidAt, Instant typedAt) {
    /** How it came. */
    public enum Route {
        TELEPHONE,
        PAPER,
        DOOR,
        COUNTER;

        /** Its name in tables and the keys of words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Route of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Whoever told: somebody with an account, or a name and a way to reach them as they gave it.
     *
     * @param person null when they have no account
     */
    public record Teller(
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String contact) {
        public Teller {
            if (person == null && (name == null || name.isBlank())) {
                throw new IllegalArgumentException("Whoever told has an account or a name");
            }
        }
    }
}
