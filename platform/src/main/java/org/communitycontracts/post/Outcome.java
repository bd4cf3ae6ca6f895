package org.communitycontracts.post;

/** What came of one try to send a letter. */
sealed interface Outcome {
    /** The mail server took it. */
    record Sent() implements Outcome {}

    /**
     * The mail server said no to this letter.
     *
     * @param words what it said, without the address
     */
    record Refused(String words) implements Outcome {}

    /**
     * The mail server takes no letter at all.
     *
     * @param words why, as far as we can tell
     */
    record Away(String words) implements Outcome {}
}
