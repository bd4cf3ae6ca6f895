package org.communitycontracts.engine.columns;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The working time used by the stopped cases of each group: exact percentiles, by nearest rank (S14). */
public final class UsualTimes {
    /** The times of one group after the other, sorted in each; and where each group ends, which is where the next begins. */
    private final int[] times;

    private final int[] ends;

    private UsualTimes(int[] times, int[] ends) {
        this.times = times;
        this.ends = ends;
    }

    static UsualTimes of(ColumnsJudge judge) {
        int[] ends = ends(judge);
        int[] times = new int[ends[ends.length - 1]];
        AtomicIntegerArray places = new AtomicIntegerArray(ends.length);
        Cores.share(judge.cases.size(), () -> times, (from, to, all) -> place(judge, from, to, all, ends, places));
        UsualTimes usual = new UsualTimes(times, ends);
        Cores.share(ends.length, () -> times, (from, to, all) -> {
            for (int group = from; group < to; group++) {
                Arrays.sort(all, usual.begin(group), ends[group]);
            }
        });
        return usual;
    }

    private static int[] ends(ColumnsJudge judge) {
        int groups = judge.cases.groups();
        List<int[]> counts = Cores.share(judge.cases.size(), () -> new int[groups], (from, to, count) -> {
            for (int i = from; i < to; i++) {
                count[judge.cases.groups[i]] += judge.isStopped(i) ? 1 : 0;
            }
        });
        int[] ends = new int[groups];
        int end = 0;
        for (int group = 0; group < groups; group++) {
            for (int[] count : counts) {
                end += count[group];
            }
            ends[group] = end;
        }
        return ends;
    }

    /** Puts each stopped case's time at the next free place of its group, from the end of the group down. */
    private static void place(ColumnsJudge judge, int from, int to, int[] times, int[] ends, AtomicIntegerArray taken) {
        Columns cases = judge.cases;
        WorkingSeconds seconds = judge.standard.seconds();
        int next = cases.heldFrom(from);
        for (int i = from; i < to; i++) {
            boolean isHeld = next < cases.heldCases.length && cases.heldCases[next] == i;
            HoldBounds holds = isHeld ? cases.boundsOf(next++) : HoldBounds.NONE;
            if (judge.isStopped(i)) {
                int group = cases.groups[i];
                int used = seconds.between(cases.starts[i], cases.stops[i]) - seconds.held(holds, cases.stops[i]);
                times[ends[group] - 1 - taken.getAndIncrement(group)] = used;
            }
        }
    }

    private int begin(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    /** The stopped cases of a group. */
    public int count(int group) {
        return ends[group] - begin(group);
    }

    /**
     * The time within which so many in a hundred of the group were stopped, in seconds; empty when none was.
     *
     * @param percent 1 to 100; of ten times the 90th is the ninth
     */
    public OptionalInt percentile(int group, int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A percentile is 1 to 100, not " + percent);
        }
        long rank = (count(group) * (long) percent + 99) / 100;
        return rank == 0 ? OptionalInt.empty() : OptionalInt.of(times[(int) (begin(group) + rank - 1)]);
    }
}
