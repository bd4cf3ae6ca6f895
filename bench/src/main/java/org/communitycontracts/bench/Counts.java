package org.communitycontracts.bench;

import java.util.Arrays;
import org.communitycontracts.engine.judging.Verdict;

/** How many reports of each group were kept, broken and are not yet known, under each draft: what every engine must agree on. */
final class Counts {
    private static final int STATES = 3;

    private final int groups;
    private final int[] counts;

    Counts(int drafts, int groups) {
        this.groups = groups;
        this.counts = new int[drafts * groups * STATES];
    }

    void set(int draft, int group, int kept, int broken, int pending) {
        int at = place(draft, group);
        counts[at] = kept;
        counts[at + 1] = broken;
        counts[at + 2] = pending;
    }

    void add(int draft, int group, Verdict.State state) {
        int at = state == Verdict.State.MET ? 0 : state == Verdict.State.BREACHED ? 1 : 2;
        counts[place(draft, group) + at]++;
    }

    private int place(int draft, int group) {
        return (draft * groups + group) * STATES;
    }

    /** The sum over all groups and drafts of one state: 0 kept, 1 broken, 2 not yet known. */
    long total(int state) {
        long sum = 0;
        for (int i = state; i < counts.length; i += STATES) {
            sum += counts[i];
        }
        return sum;
    }

    boolean isSame(Counts other) {
        return Arrays.equals(counts, other.counts);
    }
}
