package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * How many periods lie between two moments.
 *
 * <p>Readings: working days are working seconds by the length of the calendar's window; holds are not taken out; in working time a period
 * has started when any working second has passed.
 */
record Lateness(View view, Calendar calendar, Instant from, Instant end) {
    long completed(Allowance per) {
        return switch (per.unit()) {
            case DAYS, WEEKS, MONTHS -> {
                long periods = 0;
                while (!boundary(per, periods + 1).isAfter(end)) {
                    periods++;
                }
                yield periods;
            }
            default -> seconds(per) / length(per);
        };
    }

    long started(Allowance per) {
        return switch (per.unit()) {
            case DAYS, WEEKS, MONTHS -> {
                long periods = 0;
                while (boundary(per, periods).isBefore(end)) {
                    periods++;
                }
                yield periods;
            }
            default -> (seconds(per) + length(per) - 1) / length(per);
        };
    }

    private Instant boundary(Allowance per, long nth) {
        ZonedDateTime local = from.atZone(calendar.zone());
        long units = nth * per.count();
        return (switch (per.unit()) {
                    case WEEKS -> local.plusWeeks(units);
                    case MONTHS -> local.plusMonths(units);
                    default -> local.plusDays(units);
                })
                .toInstant();
    }

    private long seconds(Allowance per) {
        if (!from.isBefore(end)) {
            return 0;
        }
        return per.unit() == Allowance.Unit.HOURS
                ? Span.seconds(List.of(new Span(from, end)))
                : Span.seconds(view.hours(calendar).between(from, end));
    }

    private long length(Allowance per) {
        boolean isDays = per.unit() == Allowance.Unit.WORKING_DAYS || per.unit() == Allowance.Unit.FULL_WORKING_DAYS;
        return per.count() * (isDays ? 60L * (calendar.closes() - calendar.opens()) : 3600L);
    }
}
