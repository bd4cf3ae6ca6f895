package org.communitycontracts.people.residency;

import java.util.EnumSet;
import java.util.Set;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.permissions.Role;

/**
 * What each age band may do. In the United Kingdom a child of 13 may consent to an online service (Data Protection Act 2018,
 * section 9); a younger one needs a guardian's consent. Signing for others, handling money and private reports are for adults.
 */
public final class YoungPeople {
    private static final Set<Role> FROM_16 = EnumSet.of(Role.RESIDENT, Role.VERIFIED_RESIDENT, Role.CHAMPION);
    private static final Set<Role> YOUNGER = EnumSet.of(Role.RESIDENT, Role.VERIFIED_RESIDENT);

    private YoungPeople() {}

    /** Whether somebody of this age may hold the role. Who has not said counts as an adult only for residents' roles. */
    public static boolean mayHold(AgeBand age, Role role) {
        return switch (age) {
            case ADULT -> true;
            case FROM_16_TO_17 -> FROM_16.contains(role);
            case FROM_13_TO_15, UNDER_13 -> YOUNGER.contains(role);
            case NOT_SAID -> true;
        };
    }

    /** Whether a guardian must consent before the account may do anything but read. */
    public static boolean needsGuardian(AgeBand age) {
        return age == AgeBand.UNDER_13;
    }

    /** Whether the name may be shown in public beside what they do: never of a young person. */
    public static boolean mayBeNamed(AgeBand age) {
        return age == AgeBand.ADULT || age == AgeBand.NOT_SAID;
    }
}
