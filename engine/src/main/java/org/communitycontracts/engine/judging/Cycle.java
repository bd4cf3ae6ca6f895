package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.clock.Holds;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clause's clock for one report: what started it, what held it and what ended it.
 *
 * @param begun what started it, and when
 * @param held each hold, in the order they began
 * @param stop what stopped it; null while it runs
 * @param cancel what took the case out of the count; null unless something did
 * @param end the stop, the cancellation or the moment of the question
 * @param next the start of the next cycle, by a reopening or the stop of a clock that starts anew; null when there is none
 */
record Cycle(
        Start begun,
        List<Hold> held,
        @Nullable Stop stop,
        @Nullable Happening cancel,
        Instant end,
        @Nullable Start next) {
    Cycle {
        held = List.copyOf(held);
    }

    int number() {
        return begun.number();
    }

    Happening trigger() {
        return begun.trigger();
    }

    /** The moment from which the clock counts. */
    Instant start() {
        return begun.moment();
    }

    Holds holds() {
        return new Holds(held.stream().map(Hold::stretch).toList());
    }

    /** The same run, which this entry took out of the count at its end. */
    Cycle cancelledBy(Happening reason) {
        return new Cycle(begun, held, null, reason, end, null);
    }

    boolean isClosedBy(Instant moment) {
        return (stop != null || cancel != null) && !end.isAfter(moment);
    }
}
