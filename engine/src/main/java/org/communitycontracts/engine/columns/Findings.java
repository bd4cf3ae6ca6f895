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

    /** All as if never held, without a branch to guess; then the held ones once more. */
    private void judge(int from, int to) {
        TimeTable table = judge.standard.dues();
        WorkingSeconds seconds = judge.standard.seconds();
        for (int i = from; i < to; i++) {
            int start = judge.cases.starts[i];
            dues[i] = table == null ? judge.cases.promised(i) : table.at(start);
            used[i] = seconds.between(start, judge.end(i));
        }
        int end = judge.cases.heldFrom(to);
        for (int place = judge.cases.heldFrom(from); place < end; place++) {
            judgeHeld(judge.cases.heldCases[place], judge.cases.boundsOf(place));
        }
    }

    /** A promised date is moved by no hold. */
    private void judgeHeld(int index, HoldBounds holds) {
        held[index] = judge.standard.seconds().held(holds, judge.end(index));
        used[index] -= held[index];
        if (judge.standard.dues() != null) {
            dues[index] = judge.standard.due(judge.cases.starts[index], holds);
        }
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
