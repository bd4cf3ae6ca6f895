package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Allowance;
import org.jspecify.annotations.Nullable;

/** The counting of one draft by the needs of its cases, and its outcome. */
final class DraftCount {
    private final Needs needs;
    private final Outcome outcome;
    /** Null when lateness is not more of the same time that was allowed, or costs nothing. */
    private final @Nullable LateMoney money;

    private final int limit;

    DraftCount(Needs needs, Outcome outcome) {
        Allowance within = outcome.draft().within();
        this.needs = needs;
        this.outcome = outcome;
        this.limit = NeedKind.limit(within.unit(), within.count());
        this.money = isPaidByNeed(outcome.draft()) ? new LateMoney(outcome.draft()) : null;
    }

    private static boolean isPaidByNeed(Draft draft) {
        Rate rate = draft.rate();
        return switch (draft.within().unit()) {
            case WORKING_HOURS -> !rate.isNone() && rate.isWorkingTime();
            case HOURS -> !rate.isNone() && !rate.isWorkingTime() && !rate.isWallClock();
            default -> false;
        };
    }

    Needs needs() {
        return needs;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether what it costs is still to be worked out case by case. */
    boolean isPaidByCase() {
        return money == null && !outcome.draft().rate().isNone();
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
        if (money != null) {
            outcome.pence[group] = money.pence(needs.needs, late, runningFrom) + money.pence(needs.needs, past, end);
        }
    }

    /** Adds what the held cases from one to just before another, in groups from a first one on, cost beyond their needs. */
    void countHeld(int from, int to, int firstGroup) {
        HeldNeeds helds = needs.held;
        if (money == null || helds == null) {
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
