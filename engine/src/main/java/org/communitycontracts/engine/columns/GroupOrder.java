package org.communitycontracts.engine.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The order in which the columns keep the cases: group after group, within a group as they were taken in. Found by counting once. */
final class GroupOrder {
    /** Where each group begins; one more entry ends the last. */
    final int[] firsts;

    /** The place of each case taken in; null when they came group after group. */
    private final int @Nullable [] places;

    GroupOrder(int[] groups, int size, int groupCount) {
        firsts = new int[groupCount + 1];
        boolean isInOrder = true;
        for (int i = 0; i < size; i++) {
            firsts[groups[i] + 1]++;
            isInOrder &= i == 0 || groups[i - 1] <= groups[i];
        }
        for (int group = 0; group < groupCount; group++) {
            firsts[group + 1] += firsts[group];
        }
        places = isInOrder ? null : places(groups, size);
    }

    private int[] places(int[] groups, int size) {
        int[] next = firsts.clone();
        int[] found = new int[size];
        for (int i = 0; i < size; i++) {
            found[i] = next[groups[i]]++;
        }
        return found;
    }

    /** The values, one a case, in the order kept; the same array when nothing moves. */
    int[] sorted(int[] values) {
        if (places == null) {
            return values;
        }
        int[] sorted = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            sorted[places[i]] = values[i];
        }
        return sorted;
    }

    /** Which of the cases taken in stands at each place; null when each stands where it came. */
    int @Nullable [] numbers() {
        if (places == null) {
            return null;
        }
        int[] numbers = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            numbers[places[i]] = i;
        }
        return numbers;
    }

    /** The held cases in the order kept: the place of each above, its rank among those taken in below. */
    long[] held(int[] heldCases, int held) {
        long[] sorted = new long[held];
        for (int rank = 0; rank < held; rank++) {
            int place = places == null ? heldCases[rank] : places[heldCases[rank]];
            sorted[rank] = ((long) place << Integer.SIZE) | rank;
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
