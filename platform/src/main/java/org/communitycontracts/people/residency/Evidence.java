package org.communitycontracts.people.residency;

import java.util.Locale;

/** What shows that somebody lives in a neighbourhood, from the weakest to the strongest. */
public enum Evidence {
    /** They gave a postcode within the boundary; nobody checked it. */
    POSTCODE(Strength.SAID),
    /** A coordinator who knows them says so. */
    WORD(Strength.VOUCHED),
    /** Their surname and address stand in a list the council loaded. */
    LIST(Strength.PROVEN),
    /** They typed the code of a letter sent to the address. */
    LETTER(Strength.PROVEN);

    /** How surely it is known. */
    public enum Strength {
        SAID,
        VOUCHED,
        PROVEN
    }

    private final Strength strength;

    Evidence(Strength strength) {
        this.strength = strength;
    }

    public Strength strength() {
        return strength;
    }

    /** Whether it makes a verified resident. */
    public boolean verifies() {
        return strength != Strength.SAID;
    }

    /** Its name in tables and the keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Evidence of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
