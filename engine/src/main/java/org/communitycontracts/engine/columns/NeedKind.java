package org.communitycontracts.engine.columns;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * The needs that allowances of one unit on one calendar have in common. Hours are working hours of a calendar that is always open; weeks are
 * days.
 *
 * @param unit working hours, or one of the units that count days and months
 */
record NeedKind(Allowance.Unit unit, Calendar calendar) {
    private static final Calendar ALWAYS =
            new Calendar("day and night", ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), 0, 24 * 60, List.of());

    /** The half seconds of an hour. */
    private static final int HOUR = 2 * 3_600;

    private static final int WEEK = 7;

    static NeedKind of(Allowance.Unit unit, Calendar calendar) {
        return switch (unit) {
            case HOURS -> new NeedKind(Allowance.Unit.WORKING_HOURS, ALWAYS);
            case WEEKS -> new NeedKind(Allowance.Unit.DAYS, calendar);
            default -> new NeedKind(unit, calendar);
        };
    }

    /** Working time, of which how long a case took is told. */
    static NeedKind time(Calendar calendar) {
        return new NeedKind(Allowance.Unit.WORKING_HOURS, calendar);
    }

    /** The needs of cases up to an as-of moment, by which they are parted already. */
    NeedsToFind needs(Columns cases, int[] runningFrom, int asOf) {
        Needs.Rule rule = unit == Allowance.Unit.WORKING_HOURS
                ? WorkingNeeds.of(calendar, cases, asOf)
                : DayNeeds.of(unit, calendar, cases, asOf);
        return Needs.toFind(cases, runningFrom, rule);
    }

    /** The least need that an allowance does not satisfy. */
    static int limit(Allowance.Unit unit, int count) {
        return switch (unit) {
            case HOURS, WORKING_HOURS -> HOUR * count;
            case WEEKS -> WEEK * count + 1;
            default -> count + 1;
        };
    }

    /** The least count that satisfies a need. */
    static int count(Allowance.Unit unit, int need) {
        return switch (unit) {
            case HOURS, WORKING_HOURS -> need / HOUR + 1;
            case WEEKS -> Math.ceilDiv(need, WEEK);
            default -> need;
        };
    }
}
