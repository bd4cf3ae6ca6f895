package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.communitycontracts.engine.clock.Allowance;

/**
 * When a time is over: a walk from day to day, or from open stretch to open stretch (S1 to S5).
 *
 * <p>Readings, where the text leaves a choice: a day counts as held when its whole window (of days, weeks and months: the whole local
 * day) lies in one united hold, day 0 among them; only days up to the due day can move it; a month's days are counted like days;
 * {@code end of the next working day} and {@code next visit} skip days held whole; the next visit is the first that begins at
 * the start or later.
 */
record DueWalk(OpenHours hours, List<Span> holds) {
    private static final long HOUR = 3600;

    static DueWalk of(OpenHours hours, List<Span> holds) {
        return new DueWalk(hours, Span.unite(holds));
    }

    /** The last moment at which it is still kept; a promised date is not asked here. */
    Instant due(Instant start, Allowance allowance) {
        int count = allowance.count();
        LocalDate day = hours.day(start);
        return switch (allowance.unit()) {
            case HOURS -> elapsed(start, count * HOUR);
            case WORKING_HOURS -> worked(start, count * HOUR);
            case WORKING_DAYS -> hours.window(nthAfter(dayNought(start), count)).to();
            case FULL_WORKING_DAYS -> fullDays(start, count);
            case DAYS -> endOf(nthDay(start, count));
            case WEEKS -> endOf(nthDay(start, 7L * count));
            case MONTHS -> endOf(nthDay(start, day.plusMonths(count).toEpochDay() - day.toEpochDay()));
            case END_OF_NEXT_WORKING_DAY -> hours.window(unheldWorkedAfter(day)).to();
            case NEXT_VISIT ->
                hours.window(unheldWorkedAfter(start.isAfter(hours.window(day).from()) ? day : day.minusDays(1)))
                        .to();
            case PROMISED_DATE -> throw new IllegalArgumentException("A promised date is read from the report");
        };
    }

    private Instant elapsed(Instant start, long seconds) {
        Instant cursor = start;
        long left = seconds;
        for (Span hold : holds) {
            Span rest = hold.cut(cursor, Instant.MAX);
            long before = rest.from().getEpochSecond() - cursor.getEpochSecond();
            if (rest.isEmpty()) {
                continue;
            }
            if (before >= left) {
                break;
            }
            left -= before;
            cursor = rest.to();
        }
        return cursor.plusSeconds(left);
    }

    private Instant worked(Instant start, long seconds) {
        long left = seconds;
        for (LocalDate day = hours.day(start).minusDays(1); ; day = day.plusDays(1)) {
            Span window = hours.window(day).cut(start, Instant.MAX);
            if (!hours.isWorked(day) || window.isEmpty()) {
                continue;
            }
            for (Span open : Span.without(List.of(window), holds)) {
                long length = Span.seconds(List.of(open));
                if (length >= left) {
                    return open.from().plusSeconds(left);
                }
                left -= length;
            }
        }
    }

    /** The day of the start, in its window or before it on a worked day; otherwise the next worked day (S3). */
    private LocalDate dayNought(Instant start) {
        LocalDate day = hours.day(start);
        boolean counts = hours.isWorked(day) && start.isBefore(hours.window(day).to());
        return hours.workedFrom(counts ? day : day.plusDays(1));
    }

    private Instant fullDays(Instant start, int count) {
        LocalDate nought = dayNought(start);
        Instant begins = Span.later(start, hours.window(nought).from());
        LocalTime time = begins.atZone(hours.zone()).toLocalTime();
        return nthAfter(nought, count).atTime(time).atZone(hours.zone()).toInstant();
    }

    /** The nth worked day after day 0; each worked day that is held whole, day 0 among them, moves it by one. */
    private LocalDate nthAfter(LocalDate nought, int count) {
        Predicate<LocalDate> isHeld = this::isWindowHeld;
        int left = count + (isHeld.test(nought) ? 1 : 0);
        LocalDate day = nought;
        while (left > 0) {
            day = hours.workedFrom(day.plusDays(1));
            left -= isHeld.test(day) ? 0 : 1;
        }
        return day;
    }

    private LocalDate unheldWorkedAfter(LocalDate day) {
        LocalDate found = hours.workedFrom(day.plusDays(1));
        while (isWindowHeld(found)) {
            found = hours.workedFrom(found.plusDays(1));
        }
        return found;
    }

    private LocalDate nthDay(Instant start, long count) {
        LocalDate day = hours.day(start);
        long left = count + (isDayHeld(day) ? 1 : 0);
        while (left > 0) {
            day = day.plusDays(1);
            left -= isDayHeld(day) ? 0 : 1;
        }
        return day;
    }

    private boolean isWindowHeld(LocalDate day) {
        Span window = hours.window(day);
        return !window.isEmpty() && holds.stream().anyMatch(hold -> hold.holds(window));
    }

    private boolean isDayHeld(LocalDate day) {
        Span whole = new Span(hours.midnight(day), hours.midnight(day.plusDays(1)));
        return holds.stream().anyMatch(hold -> hold.holds(whole));
    }

    private Instant endOf(LocalDate day) {
        return hours.midnight(day.plusDays(1));
    }
}
