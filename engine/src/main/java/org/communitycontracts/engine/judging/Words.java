package org.communitycontracts.engine.judging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says times and lengths in plain British English, the same on every machine.
 *
 * @param zone whose wall clock is read
 * @param year the year that goes without saying
 */
record Words(ZoneId zone, int year) {
    /** {@code Tuesday 26 May}, and the year when it is another one. */
    String day(LocalDate date) {
        return date.getYear() == year ? dayAndMonth(date) : dayAndMonth(date) + " " + date.getYear();
    }

    /** {@code Tuesday 26 May 2026, 5pm}: the year is said, to begin with. */
    String dated(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return dayAndMonth(local.toLocalDate()) + " " + local.getYear() + ", " + time(local.toLocalTime())
                + repeated(local, moment);
    }

    /** {@code Tuesday 26 May, 5pm}. */
    String moment(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return day(local.toLocalDate()) + ", " + time(local.toLocalTime()) + repeated(local, moment);
    }

    /** {@code Tuesday 26 May, 3pm to 4.30pm}. */
    String span(Instant from, Instant to) {
        LocalDateTime end = LocalDateTime.ofInstant(to, zone);
        boolean sameDay = end.toLocalDate().equals(LocalDate.ofInstant(from, zone));
        return moment(from) + " to " + (sameDay ? time(end.toLocalTime()) + repeated(end, to) : moment(to));
    }

    /** A moment that ends something: at midnight it is {@code the end of Monday 25 May}. */
    String end(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "the end of " + day(local.toLocalDate().minusDays(1))
                : moment(moment);
    }

    /** {@code 9am}, {@code 2.10pm}, {@code noon}. */
    static String time(LocalTime time) {
        if (time.getSecond() > 0) {
            return String.format(
                    Locale.ROOT,
                    "%d.%02d.%02d%s",
                    hour(time),
                    time.getMinute(),
                    time.getSecond(),
                    time.getHour() < 12 ? "am" : "pm");
        }
        if (time.getMinute() > 0) {
            return String.format(
                    Locale.ROOT, "%d.%02d%s", hour(time), time.getMinute(), time.getHour() < 12 ? "am" : "pm");
        }
        return switch (time.getHour()) {
            case 0 -> "midnight at the start of the day";
            case 12 -> "noon";
            default -> hour(time) + (time.getHour() < 12 ? "am" : "pm");
        };
    }

    /** {@code Tuesday 19, Wednesday 20 and Thursday 21 May}: each month is said once. */
    String days(List<LocalDate> dates) {
        List<String> said = new ArrayList<>(dates.size());
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            boolean monthFollows =
                    i + 1 < dates.size() && dates.get(i + 1).withDayOfMonth(1).equals(date.withDayOfMonth(1));
            said.add(monthFollows ? weekday(date.getDayOfWeek()) + " " + date.getDayOfMonth() : day(date));
        }
        return list(said);
    }

    /** {@code one, two and three}. */
    static String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** {@code 2 hours and 10 minutes}; {@code kind} is "" or "working ". */
    static String length(long seconds, String kind) {
        List<String> parts = new ArrayList<>();
        if (seconds >= 3600) {
            parts.add(count(seconds / 3600, kind + "hour"));
        }
        if (seconds / 60 % 60 > 0) {
            parts.add(count(seconds / 60 % 60, (parts.isEmpty() ? kind : "") + "minute"));
        }
        if (seconds % 60 > 0) {
            parts.add(count(seconds % 60, (parts.isEmpty() ? kind : "") + "second"));
        }
        return parts.isEmpty() ? "no " + kind + "time" : list(parts);
    }

    /** {@code 1 day}, {@code 2 days}. */
    static String count(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    /** An event of the contract as a reader sees it: {@code “asked resident”}. */
    static String event(String event) {
        return "“" + event.replace('_', ' ') + "”";
    }

    /** Any of some events, as a reader sees them: {@code “fixed” or “made safe”}. */
    static String events(Set<String> events) {
        return String.join(" or ", events.stream().sorted().map(Words::event).toList());
    }

    static String weekday(DayOfWeek day) {
        return name(day);
    }

    /** {@code MAY} as a reader writes it; the names of days and months are English whatever the machine speaks. */
    private static String name(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String dayAndMonth(LocalDate date) {
        return weekday(date.getDayOfWeek()) + " " + date.getDayOfMonth() + " " + name(date.getMonth());
    }

    private static int hour(LocalTime time) {
        return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    }

    /** In the hour that comes twice when the clocks go back, which of the two is meant. */
    private String repeated(LocalDateTime local, Instant moment) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() < 2) {
            return "";
        }
        boolean first = local.toInstant(offsets.getFirst()).equals(moment);
        return first ? " (before the clocks went back)" : " (after the clocks went back)";
    }
}
