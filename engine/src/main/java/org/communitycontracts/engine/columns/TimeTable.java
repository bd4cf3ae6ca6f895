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

    private final Divider steps;

    /**
     * A table of the moments from {@code first} to {@code last}.
     *
     * @param edgeIsLast whether a moment right on an edge goes with those before it, not with those after it
     */
    TimeTable(IntUnaryOperator worked, Grid grid, boolean edgeIsLast, int first, int last) {
        int step = grid.step();
        origin = grid.lineBefore(first) + (edgeIsLast ? 1 : 0);
        steps = new Divider(step);
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

    /** The value at a moment. */
    int at(int moment) {
        return value(entries[steps.divide(moment - origin)], moment);
    }

    /**
     * Looks up the entries of the moments from one place to just before another, of which {@link #value} and {@link #twiceJustBefore} are
     * worked out. For many moments quicker than one after the other: vector instructions find the steps, and work out the values of rows
     * that lie alike, so that only the look-ups are left between.
     */
    void look(int[] moments, int[] found, int from, int to) {
        for (int i = from; i < to; i++) {
            found[i] = steps.divide(moments[i] - origin);
        }
        for (int i = from; i < to; i++) {
            found[i] = entries[found[i]];
        }
    }

    /** The value that an entry gives to a moment. */
    static int value(int entry, int moment) {
        return (entry & ~1) + (moment & -(entry & 1));
    }

    /**
     * Twice the value half a second before a moment, when moments right on an edge go with those before it: twice the value here, and one
     * less where it goes along with time.
     */
    static int twiceJustBefore(int entry, int moment) {
        return 2 * value(entry, moment) - (entry & 1);
    }
}
