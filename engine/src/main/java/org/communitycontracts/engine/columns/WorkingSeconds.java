package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Calendar;

/**
 * The working seconds of a calendar since a first day, by look-up: exact to the second over every clock change, and as quick for three
 * years as for three minutes.
 */
final class WorkingSeconds {
    private final DayRows days;
    private final TimeTable table;

    /** The usual length of a day's window. */
    private final int window;

    WorkingSeconds(DayRows days, Calendar calendar, Grid grid, int first, int last) {
        this.days = days;
        this.table = new TimeTable(days::worked, grid, true, first, last);
        this.window = (calendar.closes() - calendar.opens()) * 60;
    }

    /** The working seconds before this moment. */
    int before(int moment) {
        return table.at(moment);
    }

    /** Looks up many moments at once: {@link TimeTable#look}. */
    void look(int[] moments, int[] found, int from, int to) {
        table.look(moments, found, from, to);
    }

    /** The working seconds from one moment to a later one; none when the second is not later. */
    int between(int from, int to) {
        return before(Math.max(from, to)) - before(from);
    }

    /** The working seconds of holds that lie before an end. */
    int held(HoldBounds holds, int end) {
        int held = 0;
        for (int i = 0; i < holds.count(); i++) {
            held += between(holds.from(i), Math.min(holds.to(i), end));
        }
        return held;
    }

    /**
     * The earliest moment with so many working seconds before it, one at least (S4): a whole day's work is done at its close, not next
     * morning. Nearly all windows are of one length, so the day is guessed by it and then put right.
     */
    int reached(int seconds) {
        int nth = Math.min(seconds / window, days.workingDays() - 1);
        while (days.before(days.workingDay(nth)) >= seconds) {
            nth--;
        }
        while (days.after(days.workingDay(nth)) < seconds) {
            nth++;
        }
        int day = days.workingDay(nth);
        return days.opens(day) + seconds - days.before(day);
    }
}
