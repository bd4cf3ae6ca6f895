package org.communitycontracts.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account in one council, or on the site itself ({@code council} 0).
 *
 * @param closedAt when the account was closed; null while it is open
 */
public record Person(
        long council,
        UUID id,
        String name,
        EmailAddress email,
        AgeBand age,
        Instant openedAt,
        @Nullable Instant closedAt) {
    /** Whether everything personal was erased; only the number is left. */
    public boolean isErased() {
        return email.written().endsWith("@erased.invalid");
    }

    public boolean isClosed() {
        return closedAt != null;
    }
}
