package org.communitycontracts.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.clock.Stretch;

/** What one would write first: walk day by day with java.time, add up the working time and take out the holds. */
final class NaiveWalk {
    /** Working time between two moments, without and in holds. */
    record Time(Duration used, Duration held) {}

    private final Calendar calendar;
    private final Set<LocalDate> holidays;

    NaiveWalk(Calendar calendar) {
        this.calendar = calendar;
        this.holidays = calendar.holidays().stream().map(Holiday::on).collect(Collectors.toSet());
    }

    /** The time of a case from its start to this moment. */
    Time until(Instant end, Case one) {
        Duration worked = Duration.ZERO;
        Duration held = Duration.ZERO;
        LocalDate last = end.atZone(calendar.zone()).toLocalDate();
        for (LocalDate date = startOf(one); !date.isAfter(last); date = date.plusDays(1)) {
            if (isWorking(date)) {
                worked = worked.plus(worked(date, one, end));
                held = held.plus(held(date, one, end));
            }
        }
        return new Time(worked.minus(held), held);
    }

    /** Whether so much time of a case was used up at this moment; the walk ends on the day on which it was. */
    boolean isUsedUp(Duration allowed, Instant at, Case one) {
        Duration used = Duration.ZERO;
        LocalDate last = at.atZone(calendar.zone()).toLocalDate();
        for (LocalDate date = startOf(one);
                !date.isAfter(last) && used.compareTo(allowed) < 0;
                date = date.plusDays(1)) {
            if (isWorking(date)) {
                used = used.plus(worked(date, one, at)).minus(held(date, one, at));
            }
        }
        return used.compareTo(allowed) >= 0;
    }

    private LocalDate startOf(Case one) {
        return one.start().atZone(calendar.zone()).toLocalDate();
    }

    private boolean isWorking(LocalDate date) {
        return calendar.days().contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    private Duration worked(LocalDate date, Case one, Instant end) {
        return between(latest(at(date, calendar.opens()), one.start()), earliest(at(date, calendar.closes()), end));
    }

    private Duration held(LocalDate date, Case one, Instant end) {
        Duration held = Duration.ZERO;
        for (Stretch hold : one.holds().stretches()) {
            Instant from = latest(latest(at(date, calendar.opens()), one.start()), hold.from());
            held = held.plus(between(from, earliest(earliest(at(date, calendar.closes()), end), hold.to())));
        }
        return held;
    }

    private Instant at(LocalDate date, int minutes) {
        if (minutes == 24 * 60) {
            return date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        }
        return ZonedDateTime.of(date.atTime(minutes / 60, minutes % 60), calendar.zone())
                .toInstant();
    }

    private static Duration between(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
