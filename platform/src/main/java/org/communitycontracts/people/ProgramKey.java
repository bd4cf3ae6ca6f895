package org.communitycontracts.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key by which another program sends reports to a council, without its secret.
 *
 * @param council the council that gave it
 * @param id its number, which opens nothing
 * @param name what the program is called
 * @param madeAt when it was made
 * @param endedAt when it stopped opening anything; null while it does
 */
public record ProgramKey(
        long council,
        UUID id,
        String name,
        Instant madeAt,
        @Nullable Instant endedAt) {
    public boolean hasEnded() {
        return endedAt != null;
    }
}
