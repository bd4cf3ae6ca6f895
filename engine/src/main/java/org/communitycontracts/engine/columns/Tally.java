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
        int size = judge.cases.size();
        if (dues == null) {
            Cores.share(size, () -> tally, (from, to, counts) -> counts.countPromised(judge, from, to));
        } else {
            Cores.share(size, () -> new StateBlock(judge, dues, tally), (from, to, block) -> block.count(from, to));
        }
        return tally;
    }

    /** A promised date is moved by no hold; a report without one was promised nothing and is not counted. */
    private void countPromised(ColumnsJudge judge, int from, int to) {
        Columns cases = judge.cases;
        int group = cases.group(from);
        for (int first = from; first < to; group++) {
            int end = Math.min(cases.firsts[group + 1], to);
            int counted = 0;
            int late = 0;
            int running = 0;
            for (int i = first; i < end; i++) {
                int due = cases.promised(i);
                if (due != Moments.NEVER) {
                    counted++;
                    late += due < judge.end(i) ? 1 : 0;
                    running += due < judge.end(i) || judge.isStopped(i) ? 0 : 1;
                }
            }
            addPart(group, counted, late, running);
            first = end;
        }
    }

    /** Adds cases of a group as a whole; all that are neither broken nor pending were kept. */
    void add(int group, int counted, int late, int running) {
        broken[group] += late;
        pending[group] += running;
        kept[group] += counted - late - running;
    }

    /** Adds a part of a group that lies in several blocks, and so may be added up by several workers at once. */
    synchronized void addPart(int group, int counted, int late, int running) {
        add(group, counted, late, running);
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
