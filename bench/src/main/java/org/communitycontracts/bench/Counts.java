package org.communitycontracts.bench;

import java.util.Arrays;
import org.communitycontracts.engine.judging.Verdict;

/** Some whole numbers for each draft and group: what every engine must agree on. The first three are kept, broken and not yet known. */
final class Counts {
    /** Kept, broken, not yet known. */
    static final int STATES = 3;

    /** The same, and the sums of the seconds used and held. */
    static final int VERDICTS = 5;

    /** The states, the seconds within which 50 and 90 in 100 were closed (-1 when none was), and the pence. */
    static final int BACKCAST = 6;

    static final int HALF = 3;
    static final int NINE_IN_TEN = 4;
    static final int PENCE = 5;

    private final int groups;
    private final int width;
    private final long[] counts;

    Counts(int drafts, int groups, int width) {
        this.groups = groups;
        this.width = width;
        this.counts = new long[drafts * groups * width];
        if (width == BACKCAST) {
            for (int i = 0; i < counts.length; i += width) {
                Arrays.fill(counts, i + HALF, i + NINE_IN_TEN + 1, -1);
            }
        }
    }

    void set(int draft, int group, long... values) {
        System.arraycopy(values, 0, counts, place(draft, group), width);
    }

    void add(int draft, int group, Verdict.State state) {
        add(draft, group, state == Verdict.State.MET ? 0 : state == Verdict.State.BREACHED ? 1 : 2, 1);
    }

    void add(int draft, int group, int which, long value) {
        counts[place(draft, group) + which] += value;
    }

    void put(int draft, int group, int which, long value) {
        counts[place(draft, group) + which] = value;
    }

    private int place(int draft, int group) {
        return (draft * groups + group) * width;
    }

    /** The sum over all groups and drafts of one number: 0 kept, 1 broken, 2 not yet known. */
    long total(int which) {
        long sum = 0;
        for (int i = which; i < counts.length; i += width) {
            sum += counts[i];
        }
        return sum;
    }

    boolean isSame(Counts other) {
        return width == other.width && Arrays.equals(counts, other.counts);
    }
}
