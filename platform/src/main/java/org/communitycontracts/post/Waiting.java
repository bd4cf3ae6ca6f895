package org.communitycontracts.post;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter whose turn it is to be sent.
 *
 * @param firstTry when it was tried for the first time
 * @param refusals how often the mail server said no to it so far
 */
record Waiting(
        UUID id,
        String to,
        String subject,
        String body,
        @Nullable URI stop,
        boolean automatic,
        Instant written,
        Instant firstTry,
        int refusals) {}
