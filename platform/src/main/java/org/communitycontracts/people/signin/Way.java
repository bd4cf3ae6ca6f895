package org.communitycontracts.people.signin;

import java.util.Locale;

/** How somebody signed in, and whether that way is two factors by itself. */
enum Way {
    /** A link or a code from a letter: one factor, the mailbox. */
    LETTER(false),
    /** A passkey: the device that holds it, and the finger, face or number that unlocks it. */
    PASSKEY(true),
    /** The council's own directory, which did not say how the person was known. */
    DIRECTORY(false),
    /** The council's own directory, which said that two factors were shown. */
    STRONG_DIRECTORY(true);

    private final boolean twoFactors;

    Way(boolean twoFactors) {
        this.twoFactors = twoFactors;
    }

    boolean isTwoFactors() {
        return twoFactors;
    }

    /** Its name in the table and the keys of words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
