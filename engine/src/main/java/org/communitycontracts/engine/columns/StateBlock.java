package org.communitycontracts.engine.columns;

/**
 * Counts a block of cases in a worker's own memory. First all as if nobody had ever held the clock, one after the other whatever their
 * group, with a look-up each and no branch to guess; then the held ones are put right; then the states of each group are added up.
 */
final class StateBlock {
    private static final int KEPT = 0;
    private static final int BROKEN = 1;

    /** A block has fewer cases than this, so that a sum of states tells how many were broken and how many are pending. */
    private static final int PENDING = 1 << 16;

    private final ColumnsJudge judge;
    private final Columns cases;
    private final TimeTable dues;
    private final Tally tally;
    private final int[] starts = new int[Cores.BLOCK];
    private final int[] stops = new int[Cores.BLOCK];
    private final int[] states = new int[Cores.BLOCK];
    private final int[] lateHeld = new int[Cores.BLOCK];

    StateBlock(ColumnsJudge judge, TimeTable dues, Tally tally) {
        this.judge = judge;
        this.cases = judge.cases;
        this.dues = dues;
        this.tally = tally;
    }

    void count(int from, int to) {
        asNeverHeld(from, to - from);
        putHeldRight(from, to);
        int group = cases.group(from);
        for (int first = from; first < to; group++) {
            int end = Math.min(cases.firsts[group + 1], to);
            int sum = sum(states, first - from, end - from);
            if (cases.groupSize(group) == end - first) {
                tally.add(group, end - first, sum % PENDING, sum / PENDING);
            } else {
                tally.addPart(group, end - first, sum % PENDING, sum / PENDING);
            }
            first = end;
        }
    }

    /** In rows that lie alike, as vector instructions need it. */
    private void asNeverHeld(int from, int count) {
        System.arraycopy(cases.starts, from, starts, 0, count);
        System.arraycopy(cases.stops, from, stops, 0, count);
        dues.look(starts, states, 0, count);
        for (int i = 0; i < count; i++) {
            states[i] = state(TimeTable.value(states[i], starts[i]), stops[i], judge.asOf);
        }
    }

    /** All moments of a calendar's rows lie so close that the difference of two is an {@code int}; that to a stop that never was is not. */
    private static int state(int due, int stop, int asOf) {
        int end = Math.min(stop, asOf);
        int late = (due - end) >>> (Integer.SIZE - 1);
        int running = (int) (((long) end - stop) >>> (Long.SIZE - 1));
        return BROKEN * late + PENDING * (running & ~late);
    }

    /** Holds only ever make a due moment later, so of the held cases those counted broken are looked at again. */
    private void putHeldRight(int from, int to) {
        int late = listLate(from, cases.heldFrom(from), cases.heldFrom(to));
        for (int i = 0; i < late; i++) {
            int held = lateHeld[i];
            int index = cases.heldCases[held];
            if (!judge.standard.isLate(cases.starts[index], judge.end(index), cases.boundsOf(held))) {
                states[index - from] = judge.isStopped(index) ? KEPT : PENDING;
            }
        }
    }

    /** Lists the held cases counted broken, again without a branch to guess. */
    private int listLate(int first, int from, int to) {
        int late = 0;
        for (int held = from; held < to; held++) {
            lateHeld[late] = held;
            late += states[cases.heldCases[held] - first] & BROKEN;
        }
        return late;
    }

    private static int sum(int[] states, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += states[i];
        }
        return sum;
    }
}
