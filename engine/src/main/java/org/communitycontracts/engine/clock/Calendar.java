package org.communitycontracts.engine.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The working days and hours of a provider, holidays included, in one time zone.
 *
 * <p>Where the clocks go forward over an opening or closing time it moves later by the gap; where they go back, the first
 * of the two equal times counts. Time is counted in whole seconds that pass, so a window over a clock change is an hour
 * longer or shorter.
 *
 * @param id its name in the contract file
 * @param zone the zone of its wall clock
 * @param days the weekdays worked, at least one
 * @param opens minutes after local midnight at which the window opens, 0 to 1439
 * @param closes minutes after local midnight at which it closes, after {@code opens}, up to 1440; the window is half-open (S2)
 * @param holidays the days closed, in order of date
 */
public record Calendar(String id, ZoneId zone, Set<DayOfWeek> days, int opens, int closes, List<Holiday> holidays) {
    public Calendar {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A calendar works on at least one weekday");
        }
        if (opens < 0 || closes > 1440 || opens >= closes) {
            throw new IllegalArgumentException("A calendar opens before it closes, within one day");
        }
        days = Set.copyOf(days);
        holidays = holidays.stream()
                .sorted(Comparator.comparing(Holiday::on)
                        .thenComparing(Holiday::known)
                        .thenComparing(Holiday::name))
                .toList();
    }

    /** Whether this local date is worked, by weekday and holidays. */
    public boolean isWorking(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && holidayAt(date) < 0;
    }

    /** The holiday on this date, weekday or not; empty when there is none. */
    public Optional<Holiday> findHoliday(LocalDate date) {
        int at = holidayAt(date);
        return at < 0 ? Optional.empty() : Optional.of(holidays.get(at));
    }

    /** The local date of a moment, by this calendar's wall clock. */
    public LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The moment at which the window of this date opens, whether or not the date is worked. */
    public Instant opening(LocalDate date) {
        return wallClock(date, opens);
    }

    /** The moment at which the window of this date closes, no longer part of it; never before the opening. */
    public Instant closing(LocalDate date) {
        Instant opening = opening(date);
        Instant closing = wallClock(date, closes);
        return closing.isBefore(opening) ? opening : closing;
    }

    /** The earliest moment, from this one on, at which the calendar is open: this one itself when it is. */
    public Instant openFrom(Instant moment) {
        LocalDate date = date(moment);
        while (!isWorking(date) || !moment.isBefore(closing(date))) {
            date = date.plusDays(1);
        }
        return latest(moment, opening(date));
    }

    /** The first worked date after this one. */
    public LocalDate workingDayAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The worked date that many worked dates after this one; the date itself is not counted. */
    public LocalDate workingDayAfter(LocalDate date, int count) {
        LocalDate day = date;
        for (int counted = 0; counted < count; counted++) {
            day = workingDayAfter(day);
        }
        return day;
    }

    /** The seconds of open windows between two moments; 0 when the second is not after the first. */
    public long workingSeconds(Instant from, Instant to) {
        long seconds = 0;
        for (LocalDate date = date(from); opening(date).isBefore(to); date = date.plusDays(1)) {
            if (isWorking(date)) {
                Instant begin = latest(opening(date), from);
                Instant end = earliest(closing(date), to);
                seconds += Math.max(0, end.getEpochSecond() - begin.getEpochSecond());
            }
        }
        return seconds;
    }

    /** The earliest moment at which that many working seconds have passed since {@code from} (S4): at a close, that close. */
    public Instant afterWorking(Instant from, long seconds) {
        if (seconds == 0) {
            return from;
        }
        long left = seconds;
        LocalDate date = date(from);
        while (true) {
            if (isWorking(date)) {
                Instant begin = latest(opening(date), from);
                long open = closing(date).getEpochSecond() - begin.getEpochSecond();
                if (open >= left) {
                    return begin.plusSeconds(left);
                }
                left -= Math.max(0, open);
            }
            date = date.plusDays(1);
        }
    }

    /** This calendar as it was known at a moment: without the holidays proclaimed after it (S13). */
    public Calendar knownAt(Instant moment) {
        List<Holiday> known = holidays.stream()
                .filter(holiday -> !holiday.known().isAfter(moment))
                .toList();
        return known.size() == holidays.size() ? this : new Calendar(id, zone, days, opens, closes, known);
    }

    /** The moments at which holidays were proclaimed, in order; those known from the beginning are none. */
    public List<Instant> proclamations() {
        return holidays.stream()
                .map(Holiday::known)
                .filter(known -> known.isAfter(Instant.MIN))
                .distinct()
                .sorted()
                .toList();
    }

    private Instant wallClock(LocalDate date, int minutes) {
        return date.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant();
    }

    /** The place in the list of a holiday on this date, by halving; below zero when there is none. */
    private int holidayAt(LocalDate date) {
        int low = 0;
        int high = holidays.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = holidays.get(middle).on().compareTo(date);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
