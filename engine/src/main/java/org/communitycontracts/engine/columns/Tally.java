package org.communitycontracts.engine.columns;

/** How many cases of each group were kept, broken and are not yet known. */
public final class Tally {
    private final int[] kept;
    private final int[] broken;
    private final int[] pending;

    private Tally(int groups) {
        kept = new int[groups];
        broken = new int[groups];
        pending = new int[groups];
    }

    static Tally of(ColumnsJudge judge) {
        Tally tally = new Tally(judge.cases.groups());
        TimeTable dues = judge.standard.dues();
        Cores.share(judge.cases.size(), () -> tally, (from, to, counts) -> {
            if (dues == null) {
                counts.countPromised(judge, from, to);
            } else {
                counts.count(judge, dues, from, to);
            }
        });
        return tally;
    }

    /** Counts a block of cases, the part of each group that lies in it. */
    private void count(ColumnsJudge judge, TimeTable dues, int from, int to) {
        Columns cases = judge.cases;
        int[] late = new int[cases.heldFrom(to) - cases.heldFrom(from)];
        int lateEnd = findLate(judge, dues, cases.heldFrom(from), late);
        int next = 0;
        int group = cases.group(from);
        for (int first = from; first < to; group++) {
            int end = Math.min(cases.firsts[group + 1], to);
            long counts = asNeverHeld(judge, dues, group, first, end);
            for (; next < lateEnd && cases.heldCases[late[next]] < end; next++) {
                counts += takenBack(judge, late[next]);
            }
            add(group, end - first, counts, cases.groupSize(group) == end - first);
            first = end;
        }
    }

    /** Counts as if nobody had ever held the clock: the stopped cases by their stops, the running ones by the as-of moment. */
    private static long asNeverHeld(ColumnsJudge judge, TimeTable dues, int group, int from, int to) {
        int running = Math.clamp(judge.cases.runningFrom(group, judge.asOf), from, to);
        int late = late(dues, judge.cases.starts, judge.cases.stops, from, running);
        int past = past(dues, judge.cases.starts, judge.asOf, running, to);
        return packed(late + past, to - running - past);
    }

    /** A look-up a case and no branch to guess: all moments of a calendar's rows lie so close that their difference is an {@code int}. */
    private static int late(TimeTable dues, int[] starts, int[] stops, int from, int to) {
        int late = 0;
        for (int i = from; i < to; i++) {
            late += (dues.at(starts[i]) - stops[i]) >>> (Integer.SIZE - 1);
        }
        return late;
    }

    private static int past(TimeTable dues, int[] starts, int asOf, int from, int to) {
        int past = 0;
        for (int i = from; i < to; i++) {
            past += (dues.at(starts[i]) - asOf) >>> (Integer.SIZE - 1);
        }
        return past;
    }

    private static long packed(int broken, int pending) {
        return ((long) broken << Integer.SIZE) + pending;
    }

    /** Lists those of the held cases, from a first on, that were late without their holds; again without a branch to guess. */
    private static int findLate(ColumnsJudge judge, TimeTable dues, int firstHeld, int[] late) {
        Columns cases = judge.cases;
        int count = 0;
        for (int i = 0; i < late.length; i++) {
            int index = cases.heldCases[firstHeld + i];
            late[count] = firstHeld + i;
            count += (dues.at(cases.starts[index]) - judge.end(index)) >>> (Integer.SIZE - 1);
        }
        return count;
    }

    /** Holds only ever make a due moment later, so of the held cases those counted broken are looked at again. */
    private static long takenBack(ColumnsJudge judge, int held) {
        int index = judge.cases.heldCases[held];
        if (judge.standard.isLate(judge.cases.starts[index], judge.end(index), judge.cases.boundsOf(held))) {
            return 0;
        }
        return packed(-1, judge.isStopped(index) ? 0 : 1);
    }

    /** A promised date is moved by no hold; a report without one was promised nothing and is not counted. */
    private void countPromised(ColumnsJudge judge, int from, int to) {
        Columns cases = judge.cases;
        int group = cases.group(from);
        for (int first = from; first < to; group++) {
            int end = Math.min(cases.firsts[group + 1], to);
            int counted = 0;
            long counts = 0;
            for (int i = first; i < end; i++) {
                int due = cases.promised(i);
                if (due != Moments.NEVER) {
                    boolean isLate = due < judge.end(i);
                    counted++;
                    counts += packed(isLate ? 1 : 0, isLate || judge.isStopped(i) ? 0 : 1);
                }
            }
            add(group, counted, counts, cases.groupSize(group) == end - first);
            first = end;
        }
    }

    /** All that are neither broken nor pending were kept. A group that lies in several blocks is added up by several workers. */
    private void add(int group, int counted, long counts, boolean isWhole) {
        if (isWhole) {
            addAlone(group, counted, counts);
        } else {
            synchronized (this) {
                addAlone(group, counted, counts);
            }
        }
    }

    private void addAlone(int group, int counted, long counts) {
        int late = (int) (counts >> Integer.SIZE);
        int running = (int) counts;
        broken[group] += late;
        pending[group] += running;
        kept[group] += counted - late - running;
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
