package org.communitycontracts.people.signin;

/** What came of a link or a code: the address is theirs, or no and why. */
sealed interface Redeemed {
    record Shown(Proof proof) implements Redeemed {}

    record Refused(Why why) implements Redeemed {}

    /** Why not; the name is the key of its words. */
    enum Why {
        /** Never made, used before, or out of date: these are not told apart to a stranger. */
        NOT_GOOD,
        /** Opened in another browser than the one that asked. */
        OTHER_BROWSER,
        /** The code is wrong; another try is left. */
        WRONG_CODE,
        /** Ten wrong codes within an hour. */
        LOCKED
    }
}
