package org.communitycontracts.engine.backcast;

import java.util.List;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * The times with which one clock would have kept a share of its cases, on its calendar and in its unit; or why there are none.
 *
 * @param clock the clock of the clause; empty when it has only one
 * @param unit in which the clause promises
 * @param smallest for each share asked for, the smallest time that would have kept it
 * @param missing why there is no such time; null when there is
 */
public record Threshold(
        String clock,
        Allowance.Unit unit,
        List<Smallest> smallest,
        @Nullable Missing missing) {
    public Threshold {
        smallest = List.copyOf(smallest);
        if (smallest.isEmpty() == (missing == null)) {
            throw new IllegalArgumentException("A threshold has times, or a reason why it has none");
        }
    }

    /** Why no time is told. */
    public enum Missing {
        /** No case of the clock was counted. */
        NO_CASES,
        /** None of its cases was closed, so none could have been kept. */
        NONE_CLOSED,
        /** Different times are allowed to different cases. */
        SEVERAL_TIMES,
        /** What is allowed has no number: a promised date, the end of the next working day, the next visit. */
        NO_NUMBER,
        /** More than the state turns on the due moment (extensions, switches, excuses in good time, moves): only a new simulation can tell. */
        TURNS_ON_DUE
    }

    static Threshold missing(ClockRule rule, Missing why) {
        return new Threshold(rule.id(), rule.within().unit(), List.of(), why);
    }

    /**
     * The smallest time that would have kept a share.
     *
     * @param percent 1 to 100; an integer test, nothing rounded (S14)
     * @param count how many of the unit; it may be more than an allowance can say
     */
    public record Smallest(int percent, int count) {}
}
