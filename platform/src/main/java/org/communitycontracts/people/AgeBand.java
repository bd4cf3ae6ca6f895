package org.communitycontracts.people;

import java.util.Locale;

/** How old a person says they are, as coarsely as the rules for young people need it; no date of birth is kept. */
public enum AgeBand {
    NOT_SAID,
    UNDER_13,
    FROM_13_TO_15,
    FROM_16_TO_17,
    ADULT;

    /** Its name in tables, files and the keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AgeBand of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
