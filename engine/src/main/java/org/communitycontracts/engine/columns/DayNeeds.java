package org.communitycontracts.engine.columns;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * The smallest number of days or months within which a case would have been kept. Of the end of the next working day and of the next visit,
 * which take no number: 1 when it was kept, 2 when not.
 */
final class DayNeeds implements Needs.Rule {
    private static final int NEXT = 1;

    private final Allowance.Unit unit;
    private final Columns cases;
    private final DayRows days;
    private final int asOf;

    private DayNeeds(Allowance.Unit unit, Columns cases, DayRows days, int asOf) {
        this.unit = unit;
        this.cases = cases;
        this.days = days;
        this.asOf = asOf;
    }

    static DayNeeds of(Allowance.Unit unit, Calendar calendar, Columns cases, int asOf) {
        return new DayNeeds(unit, cases, DayRows.of(calendar, cases, asOf), asOf);
    }

    @Override
    public void asNeverHeld(int from, int to, int[] needs) {
        for (int i = from; i < to; i++) {
            needs[i] = need(i, HoldBounds.NONE);
        }
    }

    @Override
    public void held(int from, int to, int[] needs) {
        for (int held = from; held < to; held++) {
            needs[cases.heldCases[held]] = need(cases.heldCases[held], cases.boundsOf(held));
        }
    }

    private int need(int index, HoldBounds holds) {
        return need(cases.starts[index], Math.min(cases.stops[index], asOf), holds);
    }

    /** The days between the one that is not counted and the first that ends at the end or later, without those held: one at least. */
    private int need(int start, int end, HoldBounds holds) {
        int need = switch (unit) {
            case WORKING_DAYS -> workingDays(days.closingAfter(start), days.closingAfter(end - 1), holds);
            case FULL_WORKING_DAYS -> fullWorkingDays(start, end, holds);
            case DAYS -> localDays(days.day(start), days.day(end - 1), holds);
            case MONTHS -> months(start, localDays(days.day(start), days.day(end - 1), holds));
            case END_OF_NEXT_WORKING_DAY -> next(days.workingBefore(days.day(start) + 1), end, holds);
            case NEXT_VISIT -> next(days.openingAt(start), end, holds);
            case HOURS, WORKING_HOURS, WEEKS, PROMISED_DATE ->
                throw new IllegalStateException("An allowance in " + unit + " is not counted here");
        };
        return Math.max(1, need);
    }

    private int next(int next, int end, HoldBounds holds) {
        return workingDays(next, days.closingAfter(end - 1), holds) <= 0 ? NEXT : NEXT + 1;
    }

    /** The day on which the time of day of the start is at or after the end; a clock change may carry that time over midnight. */
    private int fullWorkingDays(int start, int end, HoldBounds holds) {
        int zero = days.closingAfter(start);
        int first = zero;
        for (int i = 0; i < holds.count(); i++) {
            int held = Math.max(days.openingAt(holds.from(i)), zero);
            if (held <= first) {
                first = Math.max(first, days.closingAfter(holds.to(i)));
            }
        }
        int from = Math.max(start, days.opens(days.workingDay(first)));
        LocalTime time = Moments.instant(from).atZone(days.zone()).toLocalTime();
        int last = Math.max(zero, days.workingBefore(days.day(end)));
        while (last > zero && at(last - 1, time) >= end) {
            last--;
        }
        while (at(last, time) < end) {
            last++;
        }
        return workingDays(zero, last, holds);
    }

    private int at(int nth, LocalTime time) {
        LocalDate date = days.date(days.workingDay(nth));
        return Moments.of(date.atTime(time).atZone(days.zone()).toInstant());
    }

    /** The working days, counted from 0, from one to just before another, without those that lie wholly in a hold. */
    private int workingDays(int from, int to, HoldBounds holds) {
        int count = to - from;
        for (int i = 0; i < holds.count(); i++) {
            int first = Math.max(from, days.openingAt(holds.from(i)));
            int end = Math.min(to, days.closingAfter(holds.to(i)));
            count -= Math.max(0, end - first);
        }
        return count;
    }

    /** The same of local days. */
    private int localDays(int from, int to, HoldBounds holds) {
        int count = to - from;
        for (int i = 0; i < holds.count(); i++) {
            int first = Math.max(from, days.startingAt(holds.from(i)));
            int end = Math.min(to, days.day(holds.to(i)));
            count -= Math.max(0, end - first);
        }
        return count;
    }

    /** The months that have at least so many days, from the day of the start on. */
    private int months(int start, int count) {
        LocalDate from = days.date(days.day(start));
        LocalDate to = from.plusDays(Math.max(0, count));
        int months = (int) ChronoUnit.MONTHS.between(from, to);
        while (from.plusMonths(months).isBefore(to)) {
            months++;
        }
        return months;
    }
}
