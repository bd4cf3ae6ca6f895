package org.communitycontracts.engine.clock;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The count of time from a start to its due moment: an allowance on a calendar.
 *
 * <p>A hold counts only from the start on. Hours are moved by the held time itself. A day is moved only by a hold that
 * covers the whole of it, opening to closing for working days and midnight to midnight for calendar days; such a day is as
 * if it were not there, and cannot be day 0 either (S5). Months are as many calendar days as lie between the two dates.
 *
 * @param within the time allowed
 * @param calendar whose days, hours and zone are counted
 */
public record Clock(Allowance within, Calendar calendar) {
    private static final Calendar DAY_AND_NIGHT =
            new Calendar("day and night", ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), 0, 24 * 60, List.of());

    /**
     * The last moment at which the promise is still kept.
     *
     * @throws IllegalStateException for a promised date, which stands on the report and is not counted
     */
    public Instant due(Instant start, Holds holds) {
        return switch (within.unit()) {
            case HOURS -> afterHours(DAY_AND_NIGHT, start, holds);
            case WORKING_HOURS -> afterHours(calendar, start, holds);
            case WORKING_DAYS, END_OF_NEXT_WORKING_DAY, NEXT_VISIT ->
                calendar.closing(days(start, holds).last());
            case FULL_WORKING_DAYS -> sameTimeOn(days(start, holds), start);
            case DAYS, WEEKS, MONTHS -> midnight(days(start, holds).last().plusDays(1));
            case PROMISED_DATE ->
                throw new IllegalStateException("A promised date is read from the report, not counted");
        };
    }

    /** Seconds of the calendar from start to end, holds taken out; 0 when the end is before the start. */
    public long used(Instant start, Instant end, Holds holds) {
        return calendar.workingSeconds(start, end) - held(start, end, holds);
    }

    /** Seconds of the calendar from start to end that holds took out. */
    public long held(Instant start, Instant end, Holds holds) {
        return holds.workingSeconds(calendar, start, end);
    }

    /** The days that are counted, when the allowance is in days. */
    public DayCount days(Instant start, Holds holds) {
        Holds running = holds.from(start);
        LocalDate today = calendar.date(start);
        return switch (within.unit()) {
            case WORKING_DAYS, FULL_WORKING_DAYS ->
                DayCount.of(
                        calendar.date(calendar.openFrom(start)), within.count(), calendar::isWorking, isHeld(running));
            case END_OF_NEXT_WORKING_DAY -> DayCount.after(today, 1, calendar::isWorking, isHeld(running));
            case NEXT_VISIT -> DayCount.after(dayBeforeNextVisit(start), 1, calendar::isWorking, isHeld(running));
            case DAYS -> localDays(today, within.count(), running);
            case WEEKS -> localDays(today, 7L * within.count(), running);
            case MONTHS -> localDays(today, DAYS.between(today, today.plusMonths(within.count())), running);
            case HOURS, WORKING_HOURS, PROMISED_DATE ->
                throw new IllegalStateException("An allowance of " + within + " does not count days");
        };
    }

    private Instant afterHours(Calendar counted, Instant start, Holds holds) {
        long left = within.count() * 3600L;
        Instant runs = start;
        for (Stretch hold : holds.from(start).stretches()) {
            long before = counted.workingSeconds(runs, hold.from());
            if (before >= left) {
                break;
            }
            left -= before;
            runs = hold.to();
        }
        return counted.afterWorking(runs, left);
    }

    /** Whether the window of a day lies in a hold, opening to closing. */
    private Predicate<LocalDate> isHeld(Holds holds) {
        return date -> holds.cover(calendar.opening(date), calendar.closing(date));
    }

    private DayCount localDays(LocalDate zero, long count, Holds holds) {
        return DayCount.of(zero, count, _ -> true, date -> holds.cover(midnight(date), midnight(date.plusDays(1))));
    }

    /** A visit that opens at or after the start is the next one; one that is under way is not. */
    private LocalDate dayBeforeNextVisit(Instant start) {
        LocalDate today = calendar.date(start);
        return start.isAfter(calendar.opening(today)) ? today : today.minusDays(1);
    }

    /** The wall-clock time of the start, or of the next opening when the start lies outside the window, on the last day. */
    private Instant sameTimeOn(DayCount days, Instant start) {
        LocalTime time = LocalTime.ofInstant(calendar.openFrom(start), calendar.zone());
        return days.last().atTime(time).atZone(calendar.zone()).toInstant();
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(calendar.zone()).toInstant();
    }
}
