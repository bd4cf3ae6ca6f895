package org.communitycontracts.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A body that can sign a contract in one council: a service or residents.
 *
 * @param email where its letters go when no person of it is known
 * @param endedAt when it ceased; null while it stands
 */
public record Party(
        long council,
        long id,
        String slug,
        String name,
        PartyKind kind,
        @Nullable EmailAddress email,
        @Nullable Instant endedAt) {
    public boolean hasEnded() {
        return endedAt != null;
    }
}
