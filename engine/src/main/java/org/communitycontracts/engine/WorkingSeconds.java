package org.communitycontracts.engine;

/**
 * The working seconds of a calendar since a first day, by look-up: exact to the second over every clock change, and as quick for three
 * years as for three minutes.
 */
final class WorkingSeconds {
    private final DayRows days;

    WorkingSeconds(DayRows days) {
        this.days = days;
    }

    /** The working seconds before this moment. */
    int before(int moment) {
        int day = days.day(moment);
        int opens = days.opens(day);
        return days.before(day) + Math.clamp(moment - (long) opens, 0, days.closes(day) - opens);
    }

    /** The working seconds from one moment to a later one; none when the second is not later. */
    int between(int from, int to) {
        return from < to ? before(to) - before(from) : 0;
    }

    /** The earliest moment with so many working seconds before it (S4): a whole day's work is done at its close, not next morning. */
    int reached(int seconds) {
        int low = 0;
        int high = days.workingDays() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (days.before(days.workingDay(middle)) < seconds) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int day = days.workingDay(low);
        return days.opens(day) + seconds - days.before(day);
    }
}
