package org.communitycontracts.permissions;

import org.springframework.security.access.AccessDeniedException;

/** A door that stayed shut; the page that follows says why and what to do. */
public final class NotAllowed extends AccessDeniedException {
    private static final long serialVersionUID = 1;

    private final Answer.Why why;

    NotAllowed(Answer.Why why) {
        super("The policy does not allow this: " + why);
        this.why = why;
    }

    public Answer.Why why() {
        return why;
    }
}
