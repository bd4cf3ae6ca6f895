package org.communitycontracts.news;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever gets news by e-mail in one council; no account is needed.
 *
 * @param quietFrom from when nothing is sent, by the council's clocks
 * @param quietUntil until when
 * @param urgent whether a promise that was not kept is told in quiet hours too
 * @param follows what they follow, confirmed or not
 */
public record Subscriber(
        long council,
        UUID id,
        String email,
        Rhythm rhythm,
        LocalTime quietFrom,
        LocalTime quietUntil,
        boolean urgent,
        List<Follow> follows) {
    public Subscriber {
        follows = List.copyOf(follows);
    }

    /** Whether something was asked for that nobody at the address has said yes to. */
    boolean isWaiting() {
        return follows.stream().anyMatch(follow -> follow.confirmedAt() == null);
    }

    /**
     * What is followed.
     *
     * @param report the number of one report; null for a place
     * @param neighbourhood the number of the place; null for one report
     * @param category null for all
     * @param street null for all
     * @param own whether it was asked for with the follow-up link
     * @param confirmedAt null while nobody at the address said yes
     */
    public record Follow(
            UUID id,
            @Nullable Long report,
            @Nullable Long neighbourhood,
            @Nullable String category,
            @Nullable String street,
            boolean own,
            @Nullable Instant confirmedAt) {}
}
