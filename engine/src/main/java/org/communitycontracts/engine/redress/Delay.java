package org.communitycontracts.engine.redress;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * The time by which a case is late, counted in periods of any unit, whatever the unit of the promise.
 *
 * <p>Working days are so much working time as the calendar's window is long, wherever in the day they begin. Days, weeks and months run
 * from wall clock to wall clock; months are counted from the first moment each, so that no short month shortens a later one.
 *
 * @param from the moment from which it is counted
 * @param to its end, not before {@code from}
 */
record Delay(Instant from, Instant to) {
    Delay {
        to = to.isBefore(from) ? from : to;
    }

    /** How many periods are over: one that ends at the very end is. */
    long completed(Allowance per, Calendar calendar) {
        return isWallClock(per) ? wallClock(per, calendar) : seconds(per, calendar) / length(per, calendar);
    }

    /** How many periods have begun: none at the first moment, and a working day only once working time has passed. */
    long started(Allowance per, Calendar calendar) {
        long completed = completed(per, calendar);
        boolean more = isWallClock(per)
                ? to.isAfter(from) && boundary(per, calendar, completed).isBefore(to)
                : seconds(per, calendar) > completed * length(per, calendar);
        return more ? completed + 1 : completed;
    }

    /** Whether it is that late, counted in full. */
    boolean reaches(Allowance by, Calendar calendar) {
        return completed(by, calendar) >= 1;
    }

    /** The end of the nth period; the first moment itself for 0. */
    Instant boundary(Allowance per, Calendar calendar, long n) {
        if (isWallClock(per)) {
            LocalDateTime begins = LocalDateTime.ofInstant(from, calendar.zone());
            return begins.plus(n * per.count(), unit(per))
                    .atZone(calendar.zone())
                    .toInstant();
        }
        long seconds = n * length(per, calendar);
        return isElapsed(per) ? from.plusSeconds(seconds) : calendar.afterWorking(from, seconds);
    }

    /** The seconds by which it is late: working seconds of the calendar for a working unit, or else all. */
    long seconds(Allowance unit, Calendar calendar) {
        return isWorking(unit)
                ? calendar.workingSeconds(from, to)
                : Duration.between(from, to).toSeconds();
    }

    /** Whether a unit counts working time only. */
    static boolean isWorking(Allowance unit) {
        return !isElapsed(unit) && !isWallClock(unit);
    }

    private long wallClock(Allowance per, Calendar calendar) {
        long guess = unit(per)
                        .between(
                                LocalDateTime.ofInstant(from, calendar.zone()),
                                LocalDateTime.ofInstant(to, calendar.zone()))
                / per.count();
        long count = guess + 1;
        while (boundary(per, calendar, count).isAfter(to)) {
            count--;
        }
        return count;
    }

    private static boolean isElapsed(Allowance per) {
        return per.unit() == Allowance.Unit.HOURS;
    }

    private static boolean isWallClock(Allowance per) {
        return switch (per.unit()) {
            case DAYS, WEEKS, MONTHS -> true;
            default -> false;
        };
    }

    private static ChronoUnit unit(Allowance per) {
        return switch (per.unit()) {
            case WEEKS -> ChronoUnit.WEEKS;
            case MONTHS -> ChronoUnit.MONTHS;
            default -> ChronoUnit.DAYS;
        };
    }

    /** The seconds of one period. */
    private static long length(Allowance per, Calendar calendar) {
        return switch (per.unit()) {
            case HOURS, WORKING_HOURS -> per.count() * 3600L;
            case WORKING_DAYS, FULL_WORKING_DAYS -> per.count() * day(calendar);
            default -> throw new IllegalArgumentException("Nothing is counted in periods of " + per);
        };
    }

    /** The seconds of a day of the calendar, opening to closing. */
    static long day(Calendar calendar) {
        return (calendar.closes() - calendar.opens()) * 60L;
    }
}
