package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * The money a breach costs, by how late it was. Lateness is time from the due moment to the stop, or to the as-of moment of a case that
 * runs; working time of the draft's calendar or time as it passes, as {@code per} says. No hold is taken out of it: one that begins after the
 * due moment cures nothing (S5). A working day is as long as the calendar's window. What a household is paid in all is not
 * capped here.
 *
 * <p>It is what the redress pays: a day and a week run from wall clock to wall clock of the calendar's zone, so that a day over a clock change
 * has 23 hours or 25; an hour is an hour.
 *
 * @param first pence for being late at all
 * @param further pence for each unit of lateness
 * @param per the unit: hours, days or weeks, working hours or working days
 * @param counted which units count
 * @param mostPerReport pence, or {@link #NO_CAP}
 */
public record Rate(long first, long further, Allowance per, Counted counted, long mostPerReport) {
    /** No most per report. */
    public static final long NO_CAP = Long.MAX_VALUE;

    /** No money. */
    public static final Rate NONE =
            new Rate(0, 0, new Allowance(1, Allowance.Unit.WORKING_DAYS), Counted.COMPLETED, NO_CAP);

    private static final long MOST_PENCE = 100_000_000;
    private static final int HOUR = 3_600;

    /** Which units of lateness count: those that have begun, or those that are over. */
    public enum Counted {
        STARTED,
        COMPLETED
    }

    public Rate {
        if (first < 0 || further < 0 || first > MOST_PENCE || further > MOST_PENCE) {
            throw new IllegalArgumentException("An amount is 0 to a million pounds");
        }
        if (mostPerReport < first) {
            throw new IllegalArgumentException("The most per report is at least the first amount");
        }
        switch (per.unit()) {
            case HOURS, WORKING_HOURS, WORKING_DAYS, DAYS, WEEKS -> {}
            case FULL_WORKING_DAYS, MONTHS, END_OF_NEXT_WORKING_DAY, NEXT_VISIT, PROMISED_DATE ->
                throw new IllegalArgumentException("Lateness is not counted in units of " + per);
        }
    }

    /** The pence for so many units of lateness. */
    long pence(long units) {
        return Math.min(mostPerReport, first + further * units);
    }

    /** The seconds of one unit that is always as long. */
    int seconds(Calendar calendar) {
        int one = per.unit() == Allowance.Unit.WORKING_DAYS ? (calendar.closes() - calendar.opens()) * 60 : HOUR;
        return Math.multiplyExact(one, per.count());
    }

    /** The local days of one unit that runs from wall clock to wall clock. */
    int days() {
        return Math.multiplyExact(per.unit() == Allowance.Unit.WEEKS ? 7 : 1, per.count());
    }

    /** Whether lateness runs from wall clock to wall clock. */
    boolean isWallClock() {
        return per.unit() == Allowance.Unit.DAYS || per.unit() == Allowance.Unit.WEEKS;
    }

    /** Whether lateness is working time, not time as it passes. */
    boolean isWorkingTime() {
        return per.unit() == Allowance.Unit.WORKING_HOURS || per.unit() == Allowance.Unit.WORKING_DAYS;
    }

    boolean isNone() {
        return first == 0 && further == 0;
    }
}
