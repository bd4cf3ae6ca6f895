package org.communitycontracts.engine.columns;

import java.util.Arrays;

/**
 * Sorts stretches of a few dozen to a few thousand numbers. The JDK sorts fewer than 44 with vector instructions, four times as quick a
 * number as 50: so what is longer is parted first, without a branch to guess, until it is that short.
 */
final class SmallSorts {
    private static final int SHORT = 43;
    private static final int LONG = 1 << 17;

    private SmallSorts() {}

    static void sort(int[] numbers, int from, int to) {
        if (to - from >= LONG) {
            Arrays.parallelSort(numbers, from, to);
            return;
        }
        int end = to;
        while (end - from > SHORT) {
            int part = part(numbers, from, end);
            if (part - from < (end - from) >> 3 || end - part < (end - from) >> 3) {
                break;
            }
            sort(numbers, part, end);
            end = part;
        }
        Arrays.sort(numbers, from, end);
    }

    /** Brings what is below the middle one of three before the rest, and returns where the rest begins. */
    private static int part(int[] numbers, int from, int to) {
        int low = numbers[from + ((to - from) >> 2)];
        int middle = numbers[(from + to) >>> 1];
        int high = numbers[to - 1 - ((to - from) >> 2)];
        int pivot = Math.max(Math.min(low, middle), Math.min(Math.max(low, middle), high));
        int part = from;
        for (int i = from; i < to; i++) {
            int number = numbers[i];
            numbers[i] = numbers[part];
            numbers[part] = number;
            part += (number - pivot) >>> (Integer.SIZE - 1);
        }
        return part;
    }
}
