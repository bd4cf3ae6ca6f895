package org.communitycontracts.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An allowance on a calendar, made ready for the columns it shall judge: the rows of days and the due moment of every start. */
final class Standard {
    private static final int SPARE_DAYS = 3;
    private static final int LONGEST_MONTH = 31;

    private final Dues dues;
    private final WorkingSeconds seconds;

    /** Null for a promised date: that due moment stands on the report. */
    private final @Nullable DueTable table;

    private Standard(Dues dues, WorkingSeconds seconds, @Nullable DueTable table) {
        this.dues = dues;
        this.seconds = seconds;
        this.table = table;
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
        Instant first = Moments.instant(Math.min(cases.firstStart, Moments.of(asOf)));
        Instant last = Moments.instant(Math.max(cases.lastMoment, Moments.of(asOf)));
        DayRows days = DayRows.of(calendar, first, last, dates(within), workingDays(within, calendar));
        Dues dues = new Dues(within, days);
        boolean promised = within.unit() == Allowance.Unit.PROMISED_DATE;
        DueTable table = promised ? null : new DueTable(dues, days, cases.firstStart, cases.lastStart);
        return new Standard(dues, new WorkingSeconds(days), table);
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

    /** The table of due moments without holds. */
    @Nullable
    DueTable table() {
        return table;
    }

    int due(int start, HoldBounds holds) {
        return dues.due(start, holds);
    }

    int seconds(int from, int to) {
        return seconds.between(from, to);
    }

    /** The working seconds that holds take out between a start and an end. */
    int held(HoldBounds holds, int end) {
        int held = 0;
        for (int i = 0; i < holds.count(); i++) {
            held += seconds.between(holds.from(i), Math.min(holds.to(i), end));
        }
        return held;
    }
}
