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

    void count(int group) {
        int first = needs.cases.firsts[group];
        int running = needs.runningFrom[group];
        int end = needs.cases.firsts[group + 1];
        int late = needs.below(limit, first, running);
        int past = needs.below(limit, running, end);
        outcome.kept[group] = late - first;
        outcome.broken[group] = running - late + end - past;
        if (isPaidByNeed) {
            outcome.pence[group] = money.pence(needs, late, running) + money.pence(needs, past, end);
        }
    }

    /** Adds what the held cases of these groups cost beyond their needs. */
    void countHeld(int fromGroup, int toGroup) {
        HeldNeeds helds = needs.held;
        if (!isPaidByNeed || helds == null) {
            return;
        }
        Columns cases = needs.cases;
        int group = fromGroup;
        int end = cases.heldFrom(cases.firsts[toGroup]);
        for (int held = cases.heldFrom(cases.firsts[fromGroup]); held < end; held++) {
            if (money.isMoreByLateness(helds.needs[held])) {
                while (cases.firsts[group + 1] <= cases.heldCases[held]) {
                    group++;
                }
                outcome.pence[group] += money.moreByLateness(helds, held);
            }
        }
    }
}
