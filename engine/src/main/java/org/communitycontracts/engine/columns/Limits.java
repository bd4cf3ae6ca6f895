package org.communitycontracts.engine.columns;

import java.util.Arrays;
import java.util.List;

/** The least needs that some drafts leave broken, to be looked for among needs in their order. */
final class Limits {
    /** One of each draft, and one more where that makes their number even. */
    private final int[] limits;

    private final int highest;

    Limits(List<DraftCount> drafts) {
        limits = new int[drafts.size() + drafts.size() % 2];
        Arrays.setAll(limits, i -> drafts.get(Math.min(i, drafts.size() - 1)).limit());
        highest = Arrays.stream(limits).max().orElse(0);
    }

    int count() {
        return limits.length;
    }

    /** Finds the place of the first need, from one place to just before another, that is not below each limit. */
    void find(int[] needs, int from, int to, int[] places, int at) {
        if (from == to || needs[from] >= highest) {
            Arrays.fill(places, at, at + limits.length, from);
        } else {
            halve(needs, from, to, places, at);
        }
    }

    /** By halving without a branch to guess, two limits side by side, so that neither waits for the other. */
    private void halve(int[] needs, int from, int to, int[] places, int at) {
        for (int i = 0; i < limits.length; i += 2) {
            int one = from;
            int other = from;
            int left = to - from;
            while (left > 1) {
                int half = left >>> 1;
                one += half & isBelow(needs[one + half - 1], limits[i]);
                other += half & isBelow(needs[other + half - 1], limits[i + 1]);
                left -= half;
            }
            places[at + i] = one - isBelow(needs[one], limits[i]);
            places[at + i + 1] = other - isBelow(needs[other], limits[i + 1]);
        }
    }

    /** All bits when a need is below a limit, or else none. */
    private static int isBelow(int need, int limit) {
        return (need - limit) >> (Integer.SIZE - 1);
    }
}
