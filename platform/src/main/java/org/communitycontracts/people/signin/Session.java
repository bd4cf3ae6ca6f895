package org.communitycontracts.people.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signing in on one browser.
 *
 * @param browser in words, for example "Firefox on Windows"
 * @param usedAt when it was last used, to the minute
 * @param provedAt when the second factor was last shown in it; null when it was not
 */
record Session(
        UUID id,
        UUID person,
        Way way,
        String browser,
        Instant begunAt,
        Instant usedAt,
        @Nullable Instant provedAt) {
    /** How long a second factor counts for what changes the locks themselves. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    boolean hasTwoFactors() {
        return provedAt != null;
    }

    /** Whether the second factor was shown so lately that a lock may be changed. */
    boolean isFresh(Instant now) {
        return provedAt != null && !now.isAfter(provedAt.plus(FRESH));
    }
}
