package org.communitycontracts.engine;

import java.util.List;

/** How many cases of each group were kept, broken and are not yet known. */
public final class Tally {
    private static final int OPEN = 1;
    private static final int LATE = 2;
    private static final int WIDTH = 4;

    /** Four counts a group, by two marks: still open, and past its due moment. */
    private final int[] counts;

    private Tally(int[] counts) {
        this.counts = counts;
    }

    static Tally of(ColumnsJudge judge) {
        DueTable table = judge.standard.table();
        Cores.Work<int[]> work = table == null
                ? (from, to, counts) -> countPromised(judge, from, to, counts)
                : (from, to, counts) -> {
                    countAsNeverHeld(judge, table, from, to, counts);
                    moveHeld(judge, table, from, to, counts);
                };
        return new Tally(sum(Cores.share(judge.cases.size(), () -> new int[WIDTH * judge.cases.groups()], work)));
    }

    /** Counts as if nobody had ever held the clock: a look-up a case, and no branch to guess. */
    private static void countAsNeverHeld(ColumnsJudge judge, DueTable table, int from, int to, int[] counts) {
        int[] starts = judge.cases.starts;
        int[] stops = judge.cases.stops;
        int[] groups = judge.cases.groups;
        int asOf = judge.asOf;
        for (int i = from; i < to; i++) {
            counts[WIDTH * groups[i] + marks(stops[i], table.due(starts[i]), asOf)]++;
        }
    }

    /** HoldBounds only ever make a due moment later, so of the held cases those counted late are looked at again. */
    private static void moveHeld(ColumnsJudge judge, DueTable table, int from, int to, int[] counts) {
        Columns cases = judge.cases;
        int last = cases.heldFrom(to);
        for (int held = cases.heldFrom(from); held < last; held++) {
            int index = cases.heldCases[held];
            int start = cases.starts[index];
            int end = judge.end(index);
            if (end > table.due(start) && end <= judge.standard.due(start, cases.holds(held))) {
                int open = judge.isStopped(index) ? 0 : OPEN;
                counts[WIDTH * cases.groups[index] + open + LATE]--;
                counts[WIDTH * cases.groups[index] + open]++;
            }
        }
    }

    /** A promised date is moved by no hold; a report without one was promised nothing and is not counted. */
    private static void countPromised(ColumnsJudge judge, int from, int to, int[] counts) {
        Columns cases = judge.cases;
        for (int i = from; i < to; i++) {
            int due = cases.promised(i);
            if (due != Moments.NEVER) {
                counts[WIDTH * cases.groups[i] + marks(cases.stops[i], due, judge.asOf)]++;
            }
        }
    }

    private static int marks(int stop, int due, int asOf) {
        int open = isBefore(asOf, stop);
        int late = isBefore(due, Math.min(stop, asOf));
        return open * OPEN + late * LATE;
    }

    /** 1 when the one moment lies before the other, otherwise 0. */
    private static int isBefore(int one, int other) {
        return (int) (((long) one - other) >>> (Long.SIZE - 1));
    }

    private static int[] sum(List<int[]> parts) {
        int[] sum = parts.getFirst();
        for (int[] part : parts.subList(1, parts.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    /** The number of groups. */
    public int groups() {
        return counts.length / WIDTH;
    }

    /** The cases stopped at or before their due moment. */
    public int kept(int group) {
        return counts[WIDTH * group];
    }

    /** The cases past their due moment, stopped since or not. */
    public int broken(int group) {
        return counts[WIDTH * group + LATE] + counts[WIDTH * group + LATE + OPEN];
    }

    /** The cases that run and are not past their due moment. */
    public int pending(int group) {
        return counts[WIDTH * group + OPEN];
    }
}
