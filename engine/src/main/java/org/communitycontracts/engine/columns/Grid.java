package org.communitycontracts.engine.columns;

import java.time.zone.ZoneOffsetTransition;

/**
 * The even grid on which all edges of a calendar lie: openings, closings, midnights, clock changes, and what whole hours make of them.
 *
 * @param base one of its lines
 * @param step the seconds from line to line: whole minutes, an hour at most
 */
record Grid(int base, int step) {
    private static final int HOUR = 3_600;

    /** The widest grid for these days. */
    static Grid of(DayRows days) {
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
        return new Grid(base, step);
    }

    private static int common(int one, int other) {
        return other == 0 ? Math.abs(one) : common(other, one % other);
    }

    /** The last line before a moment that comes after the base. */
    int lineBefore(int moment) {
        return base + (moment - 1 - base) / step * step;
    }
}
