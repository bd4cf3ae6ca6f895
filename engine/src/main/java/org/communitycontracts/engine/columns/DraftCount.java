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

    /** The least need that is late. */
    int limit() {
        return limit;
    }

    /** Counts a group, in which the late needs begin at one place among the stopped cases and at another among the running ones. */
    void count(int group, int late, int past) {
        int runningFrom = needs.runningFrom[group];
        int end = needs.cases.firsts[group + 1];
        outcome.kept[group] = late - needs.cases.firsts[group];
        outcome.broken[group] = runningFrom - late + end - past;
        if (isPaidByNeed) {
            outcome.pence[group] = money.pence(needs.needs, late, runningFrom) + money.pence(needs.needs, past, end);
        }
    }

    /** Adds what the held cases from one to just before another, in groups from a first one on, cost beyond their needs. */
    void countHeld(int from, int to, int firstGroup) {
        HeldNeeds helds = needs.held;
        if (!isPaidByNeed || helds == null) {
            return;
        }
        int[] owed = new int[to - from];
        int count = money.findHeldSince(helds, from, to, owed);
        int group = firstGroup;
        for (int i = 0; i < count; i++) {
            while (needs.cases.firsts[group + 1] <= needs.cases.heldCases[owed[i]]) {
                group++;
            }
            outcome.pence[group] += money.moreForHeld(helds, owed[i]);
        }
    }
}
