package org.communitycontracts.engine.contract;

import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * A duty to act within a time of each report: a clock per report.
 *
 * @param start the event that starts the clock
 * @param stop the event that stops it
 * @param within the time allowed
 * @param calendar whose days and hours are counted
 * @param pauses the holds the contract allows (S5)
 * @param cancel the events that take the case out of the count
 * @param reopen how a case comes back after it was said to be fixed (S7); null when it never does
 */
public record Respond(
        String start,
        String stop,
        Allowance within,
        Calendar calendar,
        List<PauseRule> pauses,
        Set<String> cancel,
        @Nullable Reopening reopen)
        implements Duty {
    public Respond {
        pauses = List.copyOf(pauses);
        cancel = Set.copyOf(cancel);
    }

    /** The same duty, counted on another calendar. */
    public Respond on(Calendar other) {
        return new Respond(start, stop, within, other, pauses, cancel, reopen);
    }

    private static void mustBeCounted(Allowance allowance) {
        if (allowance.unit() == Allowance.Unit.PROMISED_DATE) {
            throw new IllegalArgumentException("Only what a clause promises can be a promised date");
        }
    }

    /**
     * A hold the contract allows.
     *
     * @param from the event that begins it
     * @param to the event that ends it
     * @param atMost how long it may last; then the clock runs again by itself
     */
    public record PauseRule(String from, String to, Allowance atMost) {
        public PauseRule {
            mustBeCounted(atMost);
        }
    }

    /**
     * How a case comes back.
     *
     * @param within how long after the stop a reopening still belongs to the same case
     * @param resumes true: the same cycle goes on; false: a new cycle begins
     */
    public record Reopening(Allowance within, boolean resumes) {
        /** The event that brings a case back. */
        public static final String EVENT = "reopened";

        public Reopening {
            mustBeCounted(within);
        }
    }
}
