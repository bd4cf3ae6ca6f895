package org.communitycontracts.engine.contract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The window of time over which a share is promised: fixed stretches of local days, each from a first day to the day before the next (S14). */
public enum Window {
    /** Monday to Sunday. */
    WEEK,
    MONTH,
    /** January to March, April to June, July to September, October to December. */
    QUARTER,
    CALENDAR_YEAR,
    /** A year that begins on the day and month on which the version came into force; from 29 February on, 1 March in other years. */
    CONTRACT_YEAR;

    /**
     * The first day of the window in which a day lies.
     *
     * @param inForce the first day of the version, from which contract years are counted
     */
    public LocalDate first(LocalDate day, LocalDate inForce) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case CALENDAR_YEAR -> LocalDate.of(day.getYear(), Month.JANUARY, 1);
            case CONTRACT_YEAR -> {
                LocalDate begins = anniversary(inForce, day.getYear());
                yield begins.isAfter(day) ? anniversary(inForce, day.getYear() - 1) : begins;
            }
        };
    }

    /** The first day of the next window. */
    public LocalDate next(LocalDate first, LocalDate inForce) {
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case CALENDAR_YEAR -> first.plusYears(1);
            case CONTRACT_YEAR -> anniversary(inForce, first.getYear() + 1);
        };
    }

    private static LocalDate anniversary(LocalDate inForce, int year) {
        boolean leapDayIsMissing =
                inForce.getMonth() == Month.FEBRUARY && inForce.getDayOfMonth() == 29 && !java.time.Year.isLeap(year);
        return leapDayIsMissing ? LocalDate.of(year, Month.MARCH, 1) : inForce.withYear(year);
    }

    /** The word of the contract file: {@code contract_year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
