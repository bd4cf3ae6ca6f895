package org.communitycontracts.engine.columns;

import java.time.Instant;

/** The money of a draft whose lateness is counted in another time than its allowance: case by case, from the due moment on. */
final class Lateness {
    private final Draft draft;
    private final ColumnsJudge judge;
    private final int unit;

    Lateness(Draft draft, Columns cases, Instant asOf) {
        this.draft = draft;
        this.judge = ColumnsJudge.of(cases, draft.within(), draft.calendar(), asOf);
        this.unit = draft.rate().unit(draft.calendar());
    }

    /** Fills in the pence of each group. */
    void count(long[] pence) {
        Cores.shareGroups(judge.cases, () -> pence, (from, to, counts) -> {
            int held = judge.cases.heldFrom(judge.cases.firsts[from]);
            for (int group = from; group < to; group++) {
                for (int i = judge.cases.firsts[group]; i < judge.cases.firsts[group + 1]; i++) {
                    boolean isHeld = held < judge.cases.heldCases.length && judge.cases.heldCases[held] == i;
                    counts[group] += pence(i, isHeld ? judge.cases.boundsOf(held++) : HoldBounds.NONE);
                }
            }
        });
    }

    private long pence(int index, HoldBounds holds) {
        int start = judge.cases.starts[index];
        int due = judge.standard.due(start, holds);
        int end = judge.end(index);
        if (end <= due) {
            return 0;
        }
        int late = draft.rate().isWorkingTime() ? judge.standard.seconds().between(due, end) : end - due;
        return draft.rate().pence(late, unit);
    }
}
