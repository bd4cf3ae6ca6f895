package org.communitycontracts.permissions;

/** What the policy answers: go on, or no and why. */
public sealed interface Answer {
    record Allowed() implements Answer {}

    record Refused(Why why) implements Answer {}

    /** Why not. */
    enum Why {
        /** Nobody has signed in. */
        SIGN_IN,
        /** The role is there, but the second factor has not been shown in this session. */
        SECOND_FACTOR,
        /** No role of this person allows it there. */
        NO_ROLE
    }

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /**
     * Goes on when allowed.
     *
     * @throws NotAllowed when refused
     */
    default void orStop() {
        if (this instanceof Refused refused) {
            throw new NotAllowed(refused.why());
        }
    }
}
