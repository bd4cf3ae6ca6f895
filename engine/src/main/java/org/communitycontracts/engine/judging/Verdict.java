package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.clock.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * The engine's finding on one clause for one case, and why.
 *
 * @param clause the clause judged
 * @param contract the contract it stands in
 * @param contractVersion the version that applied
 * @param subject the report judged; for a duty by period the first day of it, for a share the window as first day/next day
 * @param clock which clock of the clause, gap for the longest gap of a duty that recurs; null when there is only one
 * @param cycle 1, and one more after each reopening that begins a new cycle
 * @param state what was found
 * @param start when the clock started
 * @param due the last moment at which the promise is still kept
 * @param stopped when the clock stopped; null while it runs
 * @param used seconds of the clause's calendar between start and stop (or the as-of moment), holds taken out
 * @param held seconds of the clause's calendar taken out by holds
 * @param breachedAt the moment the promise was broken; null unless it was
 * @param holderAtBreach the party that held the case at that moment
 * @param custody seconds of the clause's calendar for which each party held the case until it was stopped or due, in the order in which
 *     they held it; empty when it never changed hands
 * @param duplicateOf the earliest report of the same fault, with which this one counts in shares; null when it counts itself
 * @param share the counts behind a verdict on a window; null on a single case
 * @param holds the stretches of time that were on hold, united and in order, one that was not over at the end to the end of that local
 *     day; for drawing, and no part of the written record
 * @param why the steps of the finding, in plain words
 */
public record Verdict(
        String clause,
        String contract,
        int contractVersion,
        String subject,
        @Nullable String clock,
        int cycle,
        State state,
        @Nullable Instant start,
        @Nullable Instant due,
        @Nullable Instant stopped,
        long used,
        long held,
        @Nullable Instant breachedAt,
        @Nullable String holderAtBreach,
        List<Custody> custody,
        @Nullable String duplicateOf,
        @Nullable Share share,
        List<Stretch> holds,
        List<String> why) {
    /** What a verdict can be; pages say promise kept, not kept, not yet known, not counted. */
    public enum State {
        PENDING,
        MET,
        BREACHED,
        VOID,
        SUPERSEDED,
        INSUFFICIENT,
        UNMEASURABLE
    }

    /**
     * How long a party held a case.
     *
     * @param seconds of the clause's calendar
     */
    public record Custody(String party, long seconds) {}

    /**
     * The counts behind a share.
     *
     * @param kept how many of the counted cases were kept
     * @param counted how many were kept or broken
     */
    public record Share(int kept, int counted) {}

    /** The same finding without its reasons, where very many are kept. */
    public Verdict withoutReasons() {
        return new Verdict(
                clause,
                contract,
                contractVersion,
                subject,
                clock,
                cycle,
                state,
                start,
                due,
                stopped,
                used,
                held,
                breachedAt,
                holderAtBreach,
                custody,
                duplicateOf,
                share,
                holds,
                List.of());
    }

    public Verdict {
        custody = List.copyOf(custody);
        holds = List.copyOf(holds);
        why = List.copyOf(why);
    }
}
