package org.communitycontracts.people.residency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that shows that a person lives in a neighbourhood.
 *
 * @param household null when it says nothing of the address: a coordinator's word
 */
public record Residency(
        UUID id,
        long council,
        UUID person,
        long neighbourhood,
        Evidence evidence,
        @Nullable Household household,
        Instant shownAt) {}
