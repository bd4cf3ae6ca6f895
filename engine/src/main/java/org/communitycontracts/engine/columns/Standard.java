package org.communitycontracts.engine.columns;

import java.time.Instant;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/** An allowance on a calendar, made ready for the columns it shall judge: the rows of days and the due moment of every start. */
final class Standard {
    private static final int SPARE_DAYS = 3;
    private static final int LONGEST_MONTH = 31;

    private final Dues rule;
    private final WorkingSeconds seconds;

    /** Null for a promised date: that due moment stands on the report. */
    private final @Nullable TimeTable dues;

    private Standard(Dues rule, WorkingSeconds seconds, @Nullable TimeTable dues) {
        this.rule = rule;
        this.seconds = seconds;
        this.dues = dues;
    }

    static Standard of(Allowance within, Calendar calendar, Columns cases, Instant asOf) {
        if (cases.size() == 0) {
            return of(
                    within,
                    calendar,
                    new ColumnsBuilder(1)
                            .add(Moments.of(asOf), Moments.NEVER, 0)
                            .build(),
                    asOf);
        }
        int first = Math.min(cases.firstMoment, Moments.of(asOf));
        int last = Math.max(cases.lastMoment, Moments.of(asOf));
        DayRows days = DayRows.of(
                calendar, Moments.instant(first), Moments.instant(last), dates(within), workingDays(within, calendar));
        Grid grid = Grid.of(days);
        WorkingSeconds seconds = new WorkingSeconds(days, calendar, grid, first, last);
        Dues rule = new Dues(within, days, seconds);
        return new Standard(rule, seconds, rule.table(grid, cases.firstStart, cases.lastStart));
    }

    /** How many dates the latest due moment may lie after the last moment. */
    private static long dates(Allowance within) {
        long count = within.count();
        return SPARE_DAYS
                + switch (within.unit()) {
                    case DAYS -> count;
                    case WEEKS -> 7 * count;
                    case MONTHS -> LONGEST_MONTH * count;
                    case HOURS -> count / 24;
                    default -> 0;
                };
    }

    /** The same in working days; a window may be cut short by a clock change, a few times a year. */
    private static int workingDays(Allowance within, Calendar calendar) {
        int count = within.count();
        return SPARE_DAYS
                + switch (within.unit()) {
                    case WORKING_DAYS, FULL_WORKING_DAYS -> count;
                    case WORKING_HOURS -> {
                        int whole = count * 60 / (calendar.closes() - calendar.opens()) + 1;
                        yield whole + whole / 50;
                    }
                    default -> 0;
                };
    }

    /** The due moments of every start without holds, by look-up. */
    @Nullable
    TimeTable dues() {
        return dues;
    }

    int due(int start, HoldBounds holds) {
        return rule.due(start, holds);
    }

    /** Whether the due moment lies before an end. */
    boolean isLate(int start, int end, HoldBounds holds) {
        return rule.isBefore(end, start, holds);
    }

    /** The calendar's working seconds, by look-up. */
    WorkingSeconds seconds() {
        return seconds;
    }
}
