package org.communitycontracts.engine.columns;

import java.time.Instant;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/** The finding on each of many cases, in the order of the columns. */
public final class Findings {
    private final ColumnsJudge judge;
    private final int[] dues;
    private final int[] used;
    private final int[] held;

    private Findings(ColumnsJudge judge, int size) {
        this.judge = judge;
        dues = new int[size];
        used = new int[size];
        held = new int[size];
    }

    static Findings of(ColumnsJudge judge) {
        Columns cases = judge.cases;
        Findings findings = new Findings(judge, cases.size());
        Cores.share(cases.size(), () -> findings, (from, to, found) -> found.judge(from, to));
        return findings;
    }

    private void judge(int from, int to) {
        Columns cases = judge.cases;
        int next = cases.heldFrom(from);
        for (int i = from; i < to; i++) {
            boolean isHeld = next < cases.heldCases.length && cases.heldCases[next] == i;
            judge(i, isHeld ? cases.boundsOf(next++) : HoldBounds.NONE);
        }
    }

    private void judge(int index, HoldBounds holds) {
        WorkingSeconds seconds = judge.standard.seconds();
        int start = judge.cases.starts[index];
        int end = judge.end(index);
        dues[index] = due(index, holds);
        held[index] = seconds.held(holds, end);
        used[index] = seconds.between(start, end) - held[index];
    }

    private int due(int index, HoldBounds holds) {
        TimeTable dues = judge.standard.dues();
        if (dues == null) {
            return judge.cases.promised(index);
        }
        int start = judge.cases.starts[index];
        return holds.count() == 0 ? dues.at(start) : judge.standard.due(start, holds);
    }

    private static Verdict.State state(int due, int end, boolean stopped) {
        if (due == Moments.NEVER) {
            return Verdict.State.UNMEASURABLE;
        }
        if (end > due) {
            return Verdict.State.BREACHED;
        }
        return stopped ? Verdict.State.MET : Verdict.State.PENDING;
    }

    /** The number of cases. */
    public int size() {
        return dues.length;
    }

    /** Met, breached or pending; unmeasurable when a promised date was never written. */
    public Verdict.State state(int index) {
        return state(dues[index], judge.end(index), judge.isStopped(index));
    }

    /** The last moment at which the promise is still kept; null when a promised date was never written. */
    public @Nullable Instant due(int index) {
        return dues[index] == Moments.NEVER ? null : Moments.instant(dues[index]);
    }

    /** Seconds of the calendar from the start to the stop, or to the as-of moment, holds taken out. */
    public int used(int index) {
        return used[index];
    }

    /** Seconds of the calendar taken out by holds. */
    public int held(int index) {
        return held[index];
    }
}
