package org.communitycontracts.people;

import java.io.Serial;
import org.communitycontracts.permissions.Role;

/** Somebody may not hold a role at their age, or not before a guardian has consented. */
public final class TooYoung extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean waitsForGuardian;

    private TooYoung(String message, boolean waitsForGuardian) {
        super(message);
        this.waitsForGuardian = waitsForGuardian;
    }

    static TooYoung forRole(Role role) {
        return new TooYoung("Too young to be a " + role.word(), false);
    }

    static TooYoung withoutGuardian() {
        return new TooYoung("A guardian has not consented", true);
    }

    /** Whether a guardian's consent would be enough. */
    public boolean waitsForGuardian() {
        return waitsForGuardian;
    }
}
