package org.communitycontracts.engine.clock;

import java.time.Instant;

/**
 * A stretch of time, half-open: {@code from} belongs to it, {@code to} does not.
 *
 * @param from its first moment
 * @param to its end; not before {@code from}, and equal when the stretch is empty
 */
public record Stretch(Instant from, Instant to) {
    public Stretch {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A stretch of time does not end before it begins");
        }
    }

    /** Whether all the time between the two moments lies inside. */
    boolean covers(Instant begin, Instant end) {
        return !begin.isBefore(from) && !end.isAfter(to);
    }
}
