package org.communitycontracts.engine.columns;

import java.time.LocalTime;
import org.communitycontracts.engine.clock.Allowance;
import org.jspecify.annotations.Nullable;

/** The due moment of one allowance on one calendar, for any start and holds, worked out on the calendar's rows of days (S1 to S5). */
final class Dues {
    private static final int HOUR = 3_600;

    private final Allowance within;
    private final DayRows days;
    private final WorkingSeconds seconds;

    Dues(Allowance within, DayRows days, WorkingSeconds seconds) {
        this.within = within;
        this.days = days;
        this.seconds = seconds;
    }

    /**
     * Whether the due moment lies before an end: of working hours known by the time used just before the end, without working out the due
     * moment itself. Holds take out no more working time than they are long, which settles most cases.
     */
    boolean isBefore(int end, int start, HoldBounds holds) {
        if (within.unit() != Allowance.Unit.WORKING_HOURS) {
            return due(start, holds) < end;
        }
        int last = end - 1;
        int more = seconds.between(start, last) - within.count() * HOUR;
        return more >= holds.length() || more >= seconds.held(holds, last);
    }

    /**
     * The due moments of all starts without holds; null for a promised date. A start right on an edge goes with the starts before it where
     * work that fills a window is done at its close, and where a visit that opens at the start is still the next; in all other units an
     * edge begins something new.
     */
    @Nullable
    TimeTable table(Grid grid, int firstStart, int lastStart) {
        return switch (within.unit()) {
            case PROMISED_DATE -> null;
            case WORKING_HOURS, NEXT_VISIT -> table(grid, true, firstStart, lastStart);
            case HOURS, WORKING_DAYS, FULL_WORKING_DAYS, END_OF_NEXT_WORKING_DAY, DAYS, WEEKS, MONTHS ->
                table(grid, false, firstStart, lastStart);
        };
    }

    private TimeTable table(Grid grid, boolean edgeIsLast, int firstStart, int lastStart) {
        return new TimeTable(start -> due(start, HoldBounds.NONE), grid, edgeIsLast, firstStart, lastStart);
    }

    int due(int start, HoldBounds holds) {
        int count = within.count();
        return switch (within.unit()) {
            case HOURS -> afterElapsed(start, count * HOUR, holds);
            case WORKING_HOURS -> afterWorking(start, count * HOUR, holds);
            case WORKING_DAYS -> days.closes(workingDayAfter(start, count, holds));
            case FULL_WORKING_DAYS -> sameTimeLater(start, count, holds);
            case END_OF_NEXT_WORKING_DAY -> days.closes(nextWorkingDay(start, holds));
            case NEXT_VISIT -> days.closes(nextVisit(start, holds));
            case DAYS -> endOfDay(start, days.day(start) + count, holds);
            case WEEKS -> endOfDay(start, days.day(start) + 7 * count, holds);
            case MONTHS -> endOfDay(start, monthsLater(days.day(start), count), holds);
            case PROMISED_DATE -> throw new IllegalStateException("A promised date stands on the report");
        };
    }

    /** Elapsed time; a hold that begins at or after the due moment cures nothing. */
    private static int afterElapsed(int start, int allowed, HoldBounds holds) {
        int due = Math.addExact(start, allowed);
        for (int i = 0; i < holds.count() && holds.from(i) < due; i++) {
            due = Math.addExact(due, holds.to(i) - holds.from(i));
        }
        return due;
    }

    /** The same in working time: a hold moves the due moment by the working seconds in it. */
    private int afterWorking(int start, int allowed, HoldBounds holds) {
        int goal = seconds.before(start) + allowed;
        int due = seconds.reached(goal);
        for (int i = 0; i < holds.count() && holds.from(i) < due; i++) {
            int held = seconds.between(holds.from(i), holds.to(i));
            if (held > 0) {
                goal += held;
                due = seconds.reached(goal);
            }
        }
        return due;
    }

    /** The nth working day after day 0: the first working day that has not closed at the start (S3). */
    private int workingDayAfter(int start, int count, HoldBounds holds) {
        int dayZero = days.closingAfter(start);
        return days.workingDay(afterHeldWorkingDays(dayZero, dayZero + count, holds));
    }

    private int nextWorkingDay(int start, HoldBounds holds) {
        int next = days.workingBefore(days.day(start) + 1);
        return days.workingDay(afterHeldWorkingDays(next, next, holds));
    }

    /** A visit that opens at or after the start; one that is under way is not the next. */
    private int nextVisit(int start, HoldBounds holds) {
        int next = days.openingAt(start);
        return days.workingDay(afterHeldWorkingDays(next, next, holds));
    }

    /** The same time on the wall clock, so many working days later; out of hours the next opening is the start. */
    private int sameTimeLater(int start, int count, HoldBounds holds) {
        int from = Math.max(start, days.opens(workingDayAfter(start, 0, holds)));
        LocalTime time = Moments.instant(from).atZone(days.zone()).toLocalTime();
        int last = workingDayAfter(start, count, holds);
        return Moments.of(days.date(last).atTime(time).atZone(days.zone()).toInstant());
    }

    private int monthsLater(int day, int months) {
        return days.day(days.date(day).plusMonths(months));
    }

    /** The end of a local day, moved by each whole local day from the start on that lies in a hold. */
    private int endOfDay(int start, int last, HoldBounds holds) {
        int first = days.day(start);
        int day = last;
        for (int i = 0; i < holds.count(); i++) {
            int from = Math.max(days.startingAt(holds.from(i)), first);
            int to = days.day(holds.to(i));
            if (from < to && from <= day) {
                day += to - from;
            }
        }
        return days.start(day + 1);
    }

    /** Moves the working day {@code last} by each working day from {@code first} on that lies wholly in a hold before it. */
    private int afterHeldWorkingDays(int first, int last, HoldBounds holds) {
        int nth = last;
        for (int i = 0; i < holds.count(); i++) {
            int from = Math.max(days.openingAt(holds.from(i)), first);
            int to = days.closingAfter(holds.to(i));
            if (from < to && from <= nth) {
                nth += to - from;
            }
        }
        return nth;
    }
}
