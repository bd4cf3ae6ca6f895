package org.communitycontracts.engine;

import java.time.zone.ZoneOffsetTransition;

/**
 * The due moment of every possible start, by one look-up. Between two edges of the calendar (an opening, a closing, a midnight, a clock
 * change) the due moment either stands still or keeps its distance from the start, and all edges lie on a grid of whole minutes. So one
 * entry for each gap of the grid says it all: the due moment itself, or, marked by its lowest bit, the distance. The edges themselves may
 * belong to either side, so each has an entry of its own.
 */
final class DueTable {
    private static final int HOUR = 3_600;

    /** First the gaps of the grid, then its edges. */
    private final int[] entries;

    private final int gaps;
    private final int first;

    /** Just over 2^bits / step: to multiply by it and shift is to divide by the step, exact for 31 bits. */
    private final long reciprocal;

    private final int bits;

    DueTable(Dues dues, DayRows days, int firstStart, int lastStart) {
        int step = step(days);
        first = days.firstMoment() + (firstStart - days.firstMoment()) / step * step;
        bits = Integer.SIZE - 1 + Integer.SIZE - Integer.numberOfLeadingZeros(step - 1);
        reciprocal = (1L << bits) / step + 1;
        gaps = (lastStart - first) / step + 1;
        entries = new int[2 * gaps];
        for (int i = 0; i < gaps; i++) {
            int edge = first + i * step;
            entries[i] = entry(dues, edge + 1, edge + step - 1);
            entries[gaps + i] = dues.due(edge, HoldBounds.NONE);
        }
    }

    /** The entry of the starts from one to another, ends included. */
    private static int entry(Dues dues, int from, int to) {
        int due = dues.due(from, HoldBounds.NONE);
        int moved = dues.due(to, HoldBounds.NONE) - due;
        if (moved != 0 && moved != to - from) {
            throw new IllegalStateException("The due moment turns between the edges of the calendar");
        }
        return moved == 0 ? due : (due - from) | 1;
    }

    /** The longest step, at most an hour, that meets every edge; a minute or more, since 1973. */
    private static int step(DayRows days) {
        int base = days.firstMoment();
        int step = HOUR;
        for (int day = 0; day < days.days(); day++) {
            step = common(step, days.start(day) - base);
            step = common(step, days.opens(day) - base);
            step = common(step, days.closes(day) - base);
        }
        var rules = days.zone().getRules();
        var end = Moments.instant(days.lastMoment());
        ZoneOffsetTransition change = rules.nextTransition(Moments.instant(base));
        while (change != null && change.getInstant().isBefore(end)) {
            step = common(step, Moments.of(change.getInstant()) - base);
            step = common(step, (int) change.getDuration().toSeconds());
            change = rules.nextTransition(change.getInstant());
        }
        return step;
    }

    private static int common(int one, int other) {
        return other == 0 ? Math.abs(one) : common(other, one % other);
    }

    /** The due moment of a start without holds. */
    int due(int start) {
        long steps = (start - first) * reciprocal;
        int gap = (int) (steps >>> bits);
        int entry = entries[gap + (gaps & isEdge(steps))];
        return (entry & ~1) + (start & -(entry & 1));
    }

    /** All bits set when nothing is left over after whole steps, otherwise none. */
    private int isEdge(long steps) {
        long over = steps & ((1L << bits) - 1);
        return (int) ((over - reciprocal) >> (Long.SIZE - 1));
    }
}
