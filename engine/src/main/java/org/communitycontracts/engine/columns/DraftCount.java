package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Allowance;

/** The counting of one draft by the needs of its cases, and its outcome. */
final class DraftCount {
    private final Needs needs;
    private final Outcome outcome;
    private final LateMoney money;
    private final int limit;
    private final boolean isPaidByNeed;

    DraftCount(Needs needs, Outcome outcome) {
        Allowance within = outcome.draft().within();
        this.needs = needs;
        this.outcome = outcome;
        this.limit = NeedKind.limit(within.unit(), within.count());
        this.money = new LateMoney(outcome.draft());
        this.isPaidByNeed = isPaidByNeed(outcome.draft());
    }

    /** Whether lateness is more of the same time that was allowed, or costs nothing. */
    private static boolean isPaidByNeed(Draft draft) {
        return switch (draft.within().unit()) {
            case WORKING_HOURS -> draft.rate().isNone() || draft.rate().isWorkingTime();
            case HOURS -> draft.rate().isNone() || !draft.rate().isWorkingTime();
            default -> draft.rate().isNone();
        };
    }

    Needs needs() {
        return needs;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean isPaidByNeed() {
        return isPaidByNeed;
    }

    /** The needs at which something turns: the least that is late, and that from which on the most is paid. */
    void limits(int[] limits, int at) {
        limits[at] = limit;
        limits[at + 1] = Math.max(limit, money.mostFrom());
    }

    /** Counts a group by the places of these limits among its stopped and its running cases. */
    void count(int group, int[] stopped, int[] running, int at) {
        int runningFrom = needs.runningFrom[group];
        int end = needs.cases.firsts[group + 1];
        int late = stopped[at];
        int past = running[at];
        outcome.kept[group] = late - needs.cases.firsts[group];
        outcome.broken[group] = runningFrom - late + end - past;
        if (isPaidByNeed) {
            outcome.pence[group] = money.pence(needs, late, stopped[at + 1], runningFrom)
                    + money.pence(needs, past, running[at + 1], end);
        }
    }

    /** Adds what a held case costs beyond its need. */
    void countHeld(int group, HeldNeeds helds, int held) {
        if (isPaidByNeed) {
            outcome.pence[group] += money.moreForHeld(helds, held);
        }
    }
}
