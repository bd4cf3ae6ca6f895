package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.clock.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one period, gap, window, count or appointment, before the clause and its version are set beside it.
 *
 * @param clock which clock of the clause; null when there is only one
 * @param cycle 1 and up
 * @param state what was found
 * @param start when it began; null when nothing did
 * @param due the last moment at which the promise is still kept; null when there is none
 * @param stopped when it was kept; null when it was not
 * @param breachedAt when it was broken; null unless it was
 * @param share the counts behind it; null for a single case
 * @param holds the time on hold
 * @param why the steps
 */
record Conclusion(
        @Nullable String clock,
        int cycle,
        Verdict.State state,
        @Nullable Instant start,
        @Nullable Instant due,
        @Nullable Instant stopped,
        @Nullable Instant breachedAt,
        Verdict.@Nullable Share share,
        List<Stretch> holds,
        List<String> why) {
    static Conclusion of(Verdict.State state, @Nullable Instant start, @Nullable Instant due, List<String> why) {
        return new Conclusion(null, 1, state, start, due, null, null, null, List.of(), why);
    }

    static Conclusion broken(Instant at, @Nullable Instant start, @Nullable Instant due, List<String> why) {
        return of(Verdict.State.BREACHED, start, due, why).breachedAt(at);
    }

    Conclusion stopped(@Nullable Instant moment) {
        return new Conclusion(clock, cycle, state, start, due, moment, breachedAt, share, holds, why);
    }

    Conclusion breachedAt(@Nullable Instant moment) {
        return new Conclusion(clock, cycle, state, start, due, stopped, moment, share, holds, why);
    }

    Conclusion numbered(@Nullable String which, int number) {
        return new Conclusion(which, number, state, start, due, stopped, breachedAt, share, holds, why);
    }

    Conclusion sharing(Verdict.Share counts) {
        return new Conclusion(clock, cycle, state, start, due, stopped, breachedAt, counts, holds, why);
    }

    Conclusion holding(List<Stretch> held) {
        return new Conclusion(clock, cycle, state, start, due, stopped, breachedAt, share, held, why);
    }

    /** The same case taken out of the count, and why. */
    Conclusion voided(String because) {
        List<String> steps = new ArrayList<>(why);
        steps.add(because);
        return new Conclusion(clock, cycle, Verdict.State.VOID, start, due, stopped, null, share, holds, steps);
    }
}
