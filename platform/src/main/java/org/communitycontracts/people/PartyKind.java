package org.communitycontracts.people;

import java.util.Locale;

/** What kind of body a party is. */
public enum PartyKind {
    COUNCIL,
    POLICE,
    HOUSING_ASSOCIATION,
    NHS,
    CONTRACTOR,
    RESIDENTS_BODY,
    OTHER;

    /** Its name in tables, files and the keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PartyKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
