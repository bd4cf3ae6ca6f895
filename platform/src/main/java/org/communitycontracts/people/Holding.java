package org.communitycontracts.people;

import java.time.Instant;
import java.util.UUID;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;

/**
 * One person's standing as it is kept: since when, until when, and for whom it stands in.
 *
 * @param until the end of its term; null when none was set
 * @param deputyFor the holding it stands in for; null when it stands in for none
 */
public record Holding(
        UUID id,
        UUID person,
        Standing standing,
        Instant since,
        @Nullable Instant until,
        @Nullable UUID deputyFor) {
    /** Whether somebody can be named to stand in: not for a deputy, nor in what a proof gives. */
    public boolean mayHaveDeputy() {
        return deputyFor == null && standing.role().isGiven();
    }

    /** Whose it is, for the policy. */
    public Where where() {
        return new Where(standing.council(), standing.neighbourhood(), standing.party(), person);
    }
}
