package org.communitycontracts.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.permissions.Role;

/**
 * How old a person says they are, as coarsely as the rules for young people need it; no date of birth is kept. In the United
 * Kingdom a child of 13 may consent to an online service (Data Protection Act 2018, section 9); a younger one needs the
 * consent of a guardian. Signing for others, handling money and keeping the office are for adults. Who has not said counts as
 * an adult.
 */
public enum AgeBand {
    NOT_SAID,
    UNDER_13,
    FROM_13_TO_15,
    FROM_16_TO_17,
    ADULT;

    private static final Set<Role> OF_RESIDENTS = EnumSet.of(Role.RESIDENT, Role.VERIFIED_RESIDENT);

    /** Its name in tables, files and the keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AgeBand of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What somebody chose on a page; empty when it is none of these. */
    public static Optional<AgeBand> find(String word) {
        return Arrays.stream(values()).filter(band -> band.word().equals(word)).findFirst();
    }

    /** Whether somebody of this age may hold the role: until 16 a resident's alone, until 18 a champion's as well. */
    public boolean mayHold(Role role) {
        return switch (this) {
            case ADULT, NOT_SAID -> true;
            case FROM_16_TO_17 -> role == Role.CHAMPION || OF_RESIDENTS.contains(role);
            case FROM_13_TO_15, UNDER_13 -> OF_RESIDENTS.contains(role);
        };
    }

    /** Whether a guardian must consent before the account may do anything but read and report. */
    public boolean needsGuardian() {
        return this == UNDER_13;
    }
}
