package org.communitycontracts.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clause's clock for one report: what started it, what held it and what ended it.
 *
 * @param number 1, and one more after each reopening that begins a new count
 * @param trigger the entry that started it
 * @param start the moment from which the clock counts
 * @param held each hold, in the order they began
 * @param stop what stopped it; null while it runs
 * @param cancel what took the case out of the count; null unless something did
 * @param end the stop, the cancellation or the moment of the question
 * @param next the reopening that begins the next cycle; null when there is none
 */
record Cycle(
        int number,
        Happening trigger,
        Instant start,
        List<Hold> held,
        @Nullable Stop stop,
        @Nullable Happening cancel,
        Instant end,
        @Nullable Happening next) {
    Cycle {
        held = List.copyOf(held);
    }

    Holds holds() {
        return new Holds(held.stream().map(Hold::stretch).toList());
    }

    boolean isClosedBy(Instant moment) {
        return (stop != null || cancel != null) && !end.isAfter(moment);
    }
}
