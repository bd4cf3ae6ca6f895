package org.communitycontracts.engine.contract;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a duty to respond: what starts and stops it, how long it may run, and what holds it.
 *
 * @param id its name in the clause; empty when the clause has only one
 * @param starts the events of which the first starts it
 * @param stops the events of which the first stops it
 * @param choices the times allowed: the first whose cases hold is taken, so the last is for all others; at least one
 * @param pauses the holds the contract allows (S5)
 * @param cancel the events that take the case out of the count
 * @param reopen how a case comes back after it was said to be fixed (S7); null when it never does
 * @param moves what a change of category, of provider or a duplicate does to it (S8 to S10)
 * @param repeatsUntil the event that ends a clock which starts anew with each stop, "every 28 days"; null for a clock that runs once
 */
public record ClockRule(
        String id,
        Set<String> starts,
        Set<String> stops,
        List<Choice> choices,
        List<PauseRule> pauses,
        Set<String> cancel,
        @Nullable Reopening reopen,
        Moves moves,
        @Nullable String repeatsUntil) {
    public ClockRule {
        starts = Set.copyOf(starts);
        stops = Set.copyOf(stops);
        choices = List.copyOf(choices);
        pauses = List.copyOf(pauses);
        cancel = Set.copyOf(cancel);
        if (starts.isEmpty() || stops.isEmpty() || choices.stream().allMatch(choice -> choice.within() == null)) {
            throw new IllegalArgumentException(
                    "A clock has something that starts it, stops it and says how long it may run");
        }
    }

    /** What it allows when no earlier choice holds: the last of its choices. */
    public Choice otherwise() {
        return choices.getLast();
    }

    /** The time a short line tells: of the last choice that promises one. */
    public Allowance within() {
        return Objects.requireNonNull(told().within());
    }

    /** Whose days and hours that time counts. */
    public Calendar calendar() {
        return told().calendar();
    }

    private Choice told() {
        return choices.reversed().stream()
                .filter(choice -> choice.within() != null)
                .findFirst()
                .orElseThrow();
    }

    /** The same clock with other choices. */
    public ClockRule with(List<Choice> others) {
        return new ClockRule(id, starts, stops, others, pauses, cancel, reopen, moves, repeatsUntil);
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

    /**
     * What becomes of a clock when the case moves.
     *
     * @param fromReport a change of category counts from the report (true) or from the event (false) unless the event says (S8)
     * @param restarts a handover that was accepted starts the clock again, once (true), or it runs on (false) (S9)
     * @param separate duplicates count one by one (true), or once, by the earliest report (false) (S10)
     */
    public record Moves(boolean fromReport, boolean restarts, boolean separate) {
        /** From the event, running on, counted once: what holds when the contract says nothing. */
        public static final Moves PLAIN = new Moves(false, false, false);
    }
}
