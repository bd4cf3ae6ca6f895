package org.communitycontracts.engine.columns;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the columns keep the cases: group after group, and within a group by the stop. So whatever the as-of moment, the
 * stopped cases of a group stand before those that run.
 */
final class GroupOrder {
    /** Where each group begins; one more entry ends the last. */
    final int[] firsts;

    /** Which of the cases taken in stands at each place; null when each stands where it came. */
    final int @Nullable [] numbers;

    GroupOrder(int[] groups, int[] stops, int size, int groupCount) {
        firsts = new int[groupCount + 1];
        boolean isInOrder = true;
        for (int i = 0; i < size; i++) {
            firsts[groups[i] + 1]++;
            isInOrder &=
                    i == 0 || groups[i - 1] < groups[i] || (groups[i - 1] == groups[i] && stops[i - 1] <= stops[i]);
        }
        for (int group = 0; group < groupCount; group++) {
            firsts[group + 1] += firsts[group];
        }
        numbers = isInOrder ? null : numbers(groups, stops, size);
    }

    private int[] numbers(int[] groups, int[] stops, int size) {
        int[] next = firsts.clone();
        long[] byStop = new long[size];
        for (int i = 0; i < size; i++) {
            byStop[next[groups[i]]++] = ((long) stops[i] << Integer.SIZE) | i;
        }
        IntStream.range(0, firsts.length - 1)
                .parallel()
                .forEach(group -> Arrays.sort(byStop, firsts[group], firsts[group + 1]));
        int[] found = new int[size];
        Arrays.setAll(found, place -> (int) byStop[place]);
        return found;
    }

    /** The values, one a case, in the order kept; the same array when nothing moves. */
    int[] sorted(int[] values) {
        int[] from = numbers;
        if (from == null) {
            return values;
        }
        int[] sorted = new int[from.length];
        Arrays.setAll(sorted, place -> values[from[place]]);
        return sorted;
    }

    /** The held cases in the order kept: the place of each above, its rank among those taken in below. */
    long[] held(int[] heldCases, int held) {
        int[] places = places();
        long[] sorted = new long[held];
        for (int rank = 0; rank < held; rank++) {
            int place = places == null ? heldCases[rank] : places[heldCases[rank]];
            sorted[rank] = ((long) place << Integer.SIZE) | rank;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private int @Nullable [] places() {
        if (numbers == null) {
            return null;
        }
        int[] places = new int[numbers.length];
        for (int place = 0; place < places.length; place++) {
            places[numbers[place]] = place;
        }
        return places;
    }
}
