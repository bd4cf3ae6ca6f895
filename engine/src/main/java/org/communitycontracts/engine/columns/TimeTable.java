package org.communitycontracts.engine.columns;

import java.util.function.IntUnaryOperator;

/**
 * A look-up of something worked out for every moment: a due moment by the start, or the working seconds before. Between two edges of the
 * calendar either stands still or goes along with time. So one entry for each step of the grid says it all: the value itself, or, marked
 * by its lowest bit, its distance from the moment. Both are even numbers, since all edges lie on whole minutes.
 */
final class TimeTable {
    private final int[] entries;

    /** The first moment of the first step. */
    private final int origin;

    /** Just over 2^bits / step: to multiply by it and shift is to divide by the step, exact for 31 bits. */
    private final long reciprocal;

    private final int bits;

    /**
     * A table of the moments from {@code first} to {@code last}.
     *
     * @param edgeIsLast whether a moment right on an edge goes with those before it, not with those after it
     */
    TimeTable(IntUnaryOperator worked, Grid grid, boolean edgeIsLast, int first, int last) {
        int step = grid.step();
        origin = grid.lineBefore(first) + (edgeIsLast ? 1 : 0);
        bits = Integer.SIZE - 1 + Integer.SIZE - Integer.numberOfLeadingZeros(step - 1);
        reciprocal = (1L << bits) / step + 1;
        entries = new int[(last - origin) / step + 1];
        for (int i = 0; i < entries.length; i++) {
            int from = origin + i * step;
            entries[i] = entry(worked, from, from + step - 1);
        }
    }

    /** The entry of the moments from one to another, ends included. */
    private static int entry(IntUnaryOperator worked, int from, int to) {
        int value = worked.applyAsInt(from);
        int moved = worked.applyAsInt(to) - value;
        if (moved != 0 && moved != to - from) {
            throw new IllegalStateException("Something turns between the edges of the calendar");
        }
        return moved == 0 ? value : (value - from) | 1;
    }

    /**
     * Twice the value half a second before a moment, when moments right on an edge go with those before it: twice the value here, and one
     * less where it goes along with time.
     */
    int twiceJustBefore(int moment) {
        int entry = entries[(int) (((moment - origin) * reciprocal) >>> bits)];
        return 2 * ((entry & ~1) + (moment & -(entry & 1))) - (entry & 1);
    }

    int at(int moment) {
        int entry = entries[(int) (((moment - origin) * reciprocal) >>> bits)];
        return (entry & ~1) + (moment & -(entry & 1));
    }
}
