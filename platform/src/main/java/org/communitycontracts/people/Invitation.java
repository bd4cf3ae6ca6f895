package org.communitycontracts.people;

import java.time.Instant;
import java.util.UUID;
import org.communitycontracts.permissions.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A role offered to somebody by letter, until it is accepted, withdrawn or out of date.
 *
 * @param email null when it is for whoever holds the link, which is so for the first person of a site alone
 * @param until the end of the term offered; null when it has none
 */
public record Invitation(
        UUID id,
        @Nullable EmailAddress email,
        @Nullable String name,
        Standing standing,
        @Nullable Instant until,
        Instant expiresAt) {
    public boolean isOutOfDate(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
