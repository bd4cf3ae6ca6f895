package org.communitycontracts.permissions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts: a person who has signed in, with the roles held at this moment, or nobody we know.
 *
 * @param person null when nobody has signed in
 * @param council the council the person belongs to; 0 is the site itself
 * @param twoFactors whether a second factor was shown in this session
 */
public record Actor(@Nullable UUID person, long council, boolean twoFactors, List<Standing> standings) {
    /** Somebody who has not signed in. */
    public static final Actor NOBODY = new Actor(null, Standing.SITE, false, List.of());
    /** The program itself: a job, a command at the terminal of the machine. */
    public static final Actor PROGRAM = new Actor(
            null, Standing.SITE, true, List.of(new Standing(Role.SITE_ADMINISTRATOR, Standing.SITE, null, null)));

    public Actor {
        standings = List.copyOf(standings);
    }

    /** The program itself at work in one council: a file applied at the terminal, an import, the sample. */
    public static Actor programIn(long council) {
        return new Actor(
                null,
                Standing.SITE,
                true,
                List.of(
                        new Standing(Role.SITE_ADMINISTRATOR, Standing.SITE, null, null),
                        new Standing(Role.COUNCIL_ADMINISTRATOR, council, null, null)));
    }

    public boolean isSignedIn() {
        return person != null;
    }

    /** Whether some role of this person counts only with a second factor. */
    public boolean needsTwoFactors() {
        return standings.stream().anyMatch(standing -> standing.role().needsTwoFactors());
    }

    /** By which of these roles this person acts there; empty when by none. */
    public Optional<Role> by(Set<Role> roles, Where where) {
        return standings.stream()
                .filter(standing -> roles.contains(standing.role()) && standing.covers(where))
                .map(Standing::role)
                .findFirst();
    }

    boolean is(@Nullable UUID whom) {
        return person != null && person.equals(whom);
    }
}
