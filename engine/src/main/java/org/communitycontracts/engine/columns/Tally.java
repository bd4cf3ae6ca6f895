package org.communitycontracts.engine.columns;

import java.util.List;

/** How many cases of each group were kept, broken and are not yet known. */
public final class Tally {
    private static final int BROKEN = 0;
    private static final int PENDING = 1;
    private static final int UNPROMISED = 2;
    private static final int COUNTS = 3;

    private final int[] kept;
    private final int[] broken;
    private final int[] pending;

    private Tally(int[] kept, int[] broken, int[] pending) {
        this.kept = kept;
        this.broken = broken;
        this.pending = pending;
    }

    static Tally of(ColumnsJudge judge) {
        int groups = judge.cases.groups();
        TimeTable dues = judge.standard.dues();
        List<int[][]> parts = Cores.share(judge.cases.size(), () -> new int[COUNTS][groups], (from, to, counts) -> {
            if (dues == null) {
                countPromised(judge, from, to, counts);
            } else {
                countAsNeverHeld(judge, dues, from, to, counts);
                takeBackHeld(judge, dues, from, to, counts);
            }
        });
        return of(judge.cases, sum(parts));
    }

    /** All that are neither broken, nor pending, nor without a promise were kept. */
    private static Tally of(Columns cases, int[][] counts) {
        int[] kept = new int[cases.groups()];
        for (int group = 0; group < kept.length; group++) {
            kept[group] =
                    cases.groupSize(group) - counts[BROKEN][group] - counts[PENDING][group] - counts[UNPROMISED][group];
        }
        return new Tally(kept, counts[BROKEN], counts[PENDING]);
    }

    /** Counts as if nobody had ever held the clock: a look-up a case, and no branch to guess whether it was late. */
    private static void countAsNeverHeld(ColumnsJudge judge, TimeTable dues, int from, int to, int[][] counts) {
        int[] starts = judge.cases.starts;
        int[] stops = judge.cases.stops;
        int[] groups = judge.cases.groups;
        int[] broken = counts[BROKEN];
        int[] pending = counts[PENDING];
        int asOf = judge.asOf;
        for (int i = from; i < to; i++) {
            int due = dues.at(starts[i]);
            broken[groups[i]] += isBefore(due, Math.min(stops[i], asOf));
            if (stops[i] > asOf && due >= asOf) {
                pending[groups[i]]++;
            }
        }
    }

    /** Holds only ever make a due moment later, so of the held cases those counted broken are looked at again. */
    private static void takeBackHeld(ColumnsJudge judge, TimeTable dues, int from, int to, int[][] counts) {
        Columns cases = judge.cases;
        int[] late = new int[cases.heldFrom(to) - cases.heldFrom(from)];
        int count = findLate(judge, dues, cases.heldFrom(from), late);
        for (int i = 0; i < count; i++) {
            int index = cases.heldCases[late[i]];
            if (!judge.standard.isLate(cases.starts[index], judge.end(index), cases.boundsOf(late[i]))) {
                counts[BROKEN][cases.groups[index]]--;
                counts[PENDING][cases.groups[index]] += judge.isStopped(index) ? 0 : 1;
            }
        }
    }

    /** Lists those of the held cases, from a first on, that were late without their holds; again without a branch to guess. */
    private static int findLate(ColumnsJudge judge, TimeTable dues, int firstHeld, int[] late) {
        Columns cases = judge.cases;
        int count = 0;
        for (int i = 0; i < late.length; i++) {
            int index = cases.heldCases[firstHeld + i];
            late[count] = firstHeld + i;
            count += isBefore(dues.at(cases.starts[index]), judge.end(index));
        }
        return count;
    }

    /** A promised date is moved by no hold; a report without one was promised nothing and is not counted. */
    private static void countPromised(ColumnsJudge judge, int from, int to, int[][] counts) {
        Columns cases = judge.cases;
        for (int i = from; i < to; i++) {
            int due = cases.promised(i);
            int at = due == Moments.NEVER ? UNPROMISED : due < judge.end(i) ? BROKEN : PENDING;
            if (at != PENDING || !judge.isStopped(i)) {
                counts[at][cases.groups[i]]++;
            }
        }
    }

    /** 1 when the one moment lies before the other, otherwise 0. */
    private static int isBefore(int one, int other) {
        return (int) (((long) one - other) >>> (Long.SIZE - 1));
    }

    private static int[][] sum(List<int[][]> parts) {
        int[][] sum = parts.getFirst();
        for (int[][] part : parts.subList(1, parts.size())) {
            for (int count = 0; count < COUNTS; count++) {
                for (int group = 0; group < sum[count].length; group++) {
                    sum[count][group] += part[count][group];
                }
            }
        }
        return sum;
    }

    /** The number of groups. */
    public int groups() {
        return kept.length;
    }

    /** The cases stopped at or before their due moment. */
    public int kept(int group) {
        return kept[group];
    }

    /** The cases past their due moment, stopped since or not. */
    public int broken(int group) {
        return broken[group];
    }

    /** The cases that run and are not past their due moment. */
    public int pending(int group) {
        return pending[group];
    }
}
