package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
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

    /** What was on hold up to the end. */
    Holds holds() {
        return holdsUntil(end);
    }

    /** The holds as a clock is moved by them. */
    Holds holds(Clock clock) {
        return clock.within().unit().isOfDays() ? holdsByDay(clock.calendar()) : holds();
    }

    /**
     * A day is moved as a whole, so a hold that was not over at the end is taken to last to the end of that local day, unless it would
     * have ended sooner: a stop within a day on hold may not make the day one that counts, or stopping later would be the better.
     */
    Holds holdsByDay(Calendar calendar) {
        LocalDate last = calendar.date(end.minusNanos(1));
        return holdsUntil(last.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    private Holds holdsUntil(Instant moment) {
        return new Holds(held.stream().map(hold -> hold.stretchUntil(moment)).toList());
    }

    /** The same run, which this entry took out of the count at its end. */
    Cycle cancelledBy(Happening reason) {
        return new Cycle(begun, held, null, reason, end, null);
    }

    boolean isClosedBy(Instant moment) {
        return (stop != null || cancel != null) && !end.isAfter(moment);
    }
}
