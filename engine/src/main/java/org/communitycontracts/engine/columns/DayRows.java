package org.communitycontracts.engine.columns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.communitycontracts.engine.clock.Calendar;

/**
 * The local days of one calendar, a row each: when the day starts, when its window opens and closes, and how many working seconds lie
 * before it. A day that is not worked has a window without length at its start. A date that its zone left out is not worked.
 */
final class DayRows {
    private static final int START = 0;
    private static final int OPENS = 1;
    private static final int CLOSES = 2;
    private static final int BEFORE = 3;
    private static final int WIDTH = 4;
    private static final int DAY = 86_400;
    private static final int MOST_YEARS = 67;
    private static final int SPARE_DAYS = 3;

    private final ZoneId zone;
    private final LocalDate first;
    private final int days;
    private final int[] rows;

    /** The rows of the working days, in order; and for each day how many of them lie before it. */
    private final int[] working;

    private final int[] workingBefore;

    private DayRows(Calendar calendar, LocalDate first, int days) {
        this.zone = calendar.zone();
        this.first = first;
        this.days = days;
        this.rows = new int[(days + 1) * WIDTH];
        this.workingBefore = new int[days + 1];
        int[] found = new int[days];
        int count = 0;
        for (int day = 0; day <= days; day++) {
            workingBefore[day] = count;
            if (fill(day, calendar) && day < days) {
                found[count++] = day;
            }
        }
        this.working = Arrays.copyOf(found, count);
    }

    /**
     * The days from the one before {@code from} on, until {@code dates} further days and {@code workingDays} further working days follow
     * the moment {@code until}.
     */
    static DayRows of(Calendar calendar, Instant from, Instant until, long dates, int workingDays) {
        LocalDate first = date(from, calendar).minusDays(1);
        LocalDate last = date(until, calendar).plusDays(1);
        LocalDate end = last.plusDays(dates);
        for (int more = workingDays + 1; more > 0; last = last.plusDays(1)) {
            if (calendar.isWorking(last)) {
                more--;
            }
        }
        end = end.isAfter(last) ? end : last;
        if (end.isAfter(first.plusYears(MOST_YEARS))) {
            throw new IllegalArgumentException("Columns and their due moments span 67 years at most");
        }
        return new DayRows(calendar, first, (int) (end.toEpochDay() - first.toEpochDay()));
    }

    /** The days that some cases span up to an as-of moment, with a few to spare. */
    static DayRows of(Calendar calendar, Columns cases, int asOf) {
        Instant from = Moments.instant(Math.min(cases.firstMoment, asOf));
        return of(calendar, from, Moments.instant(Math.max(cases.lastMoment, asOf)), SPARE_DAYS, SPARE_DAYS);
    }

    private static LocalDate date(Instant instant, Calendar calendar) {
        return instant.atZone(calendar.zone()).toLocalDate();
    }

    /** Fills the row of a day and says whether it is worked. */
    private boolean fill(int day, Calendar calendar) {
        LocalDate date = date(day);
        int start = startOf(date);
        int end = startOf(date.plusDays(1));
        boolean worked = start < end && calendar.isWorking(date);
        int opens = worked ? Math.max(start, wallClock(date, calendar.opens())) : start;
        int closes = worked ? Math.clamp(wallClock(date, calendar.closes()), opens, end) : start;
        int row = day * WIDTH;
        rows[row + START] = start;
        rows[row + OPENS] = opens;
        rows[row + CLOSES] = closes;
        rows[row + BEFORE] = day == 0 ? 0 : rows[row + BEFORE - WIDTH] + closes(day - 1) - opens(day - 1);
        return worked;
    }

    private int startOf(LocalDate date) {
        return Moments.of(date.atStartOfDay(zone).toInstant());
    }

    private int wallClock(LocalDate date, int minutes) {
        return Moments.of(date.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant());
    }

    /** The first and the last moment that has a row. */
    int firstMoment() {
        return start(0);
    }

    int lastMoment() {
        return start(days) - 1;
    }

    /** The row of the local day in which this moment lies. */
    int day(int moment) {
        int day = Math.min((moment - rows[START]) / DAY, days - 1);
        while (moment < start(day)) {
            day--;
        }
        while (moment >= start(day + 1)) {
            day++;
        }
        return day;
    }

    int day(LocalDate date) {
        return (int) (date.toEpochDay() - first.toEpochDay());
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    ZoneId zone() {
        return zone;
    }

    int days() {
        return days;
    }

    int start(int day) {
        return rows[day * WIDTH + START];
    }

    int opens(int day) {
        return rows[day * WIDTH + OPENS];
    }

    int closes(int day) {
        return rows[day * WIDTH + CLOSES];
    }

    /** The working seconds before this day. */
    int before(int day) {
        return rows[day * WIDTH + BEFORE];
    }

    /** The working seconds before a moment. */
    int worked(int moment) {
        int day = day(moment);
        return before(day) + Math.clamp((long) moment - opens(day), 0, closes(day) - opens(day));
    }

    /** The working seconds before the next day. */
    int after(int day) {
        return before(day + 1);
    }

    /** The day of the nth working day, counted from 0. */
    int workingDay(int nth) {
        return working[nth];
    }

    /** How many working days lie before this day. */
    int workingBefore(int day) {
        return workingBefore[day];
    }

    int workingDays() {
        return working.length;
    }

    /** The first local day that starts at this moment or later. */
    int startingAt(int moment) {
        int at = day(moment);
        return start(at) == moment ? at : at + 1;
    }

    /** The first working day, counted from 0, that opens at this moment or later. */
    int openingAt(int moment) {
        int at = day(moment);
        return workingBefore(opens(at) < moment ? at + 1 : at);
    }

    /** The first working day, counted from 0, that closes after this moment. */
    int closingAfter(int moment) {
        int at = day(moment);
        return workingBefore(closes(at) <= moment ? at + 1 : at);
    }
}
