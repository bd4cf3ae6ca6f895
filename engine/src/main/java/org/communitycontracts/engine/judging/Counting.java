package org.communitycontracts.engine.judging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.DayCount;
import org.communitycontracts.engine.clock.Holiday;

/** Says how the time of one finding was counted: which days and hours, and which were stepped over. */
final class Counting {
    private static final int MOST_DAYS_NAMED = 10;
    private static final int MOST_HOLIDAYS_NAMED = 4;

    private final Finding finding;
    private final Words words;
    private final Calendar calendar;
    private final Instant start;

    Counting(Finding finding, Words words) {
        this.finding = finding;
        this.words = words;
        this.calendar = finding.promise().calendar();
        this.start = finding.cycle().start();
    }

    List<String> steps(Instant due) {
        Allowance within = finding.promise().within();
        List<String> steps = new ArrayList<>();
        switch (within.unit()) {
            case HOURS -> hours(steps, within, due);
            case WORKING_HOURS -> workingHours(steps, within, due);
            case PROMISED_DATE -> steps.add("The date promised on the report itself is what counts.");
            case WORKING_DAYS, FULL_WORKING_DAYS, END_OF_NEXT_WORKING_DAY, NEXT_VISIT ->
                workingDays(steps, within, due);
            case DAYS, WEEKS, MONTHS -> localDays(steps, within);
        }
        return steps;
    }

    /** "working " before hours, unless the calendar is open day and night. */
    static String kind(Calendar calendar) {
        return isAlwaysOpen(calendar) ? "" : "working ";
    }

    /** Whether time is counted as it passes, whatever the calendar. */
    static boolean isElapsed(Allowance within) {
        return switch (within.unit()) {
            case HOURS, DAYS, WEEKS, MONTHS, PROMISED_DATE -> true;
            case WORKING_HOURS, WORKING_DAYS, FULL_WORKING_DAYS, END_OF_NEXT_WORKING_DAY, NEXT_VISIT -> false;
        };
    }

    private static boolean isAlwaysOpen(Calendar calendar) {
        return calendar.days().size() == 7
                && calendar.opens() == 0
                && calendar.closes() == 1440
                && calendar.holidays().isEmpty();
    }

    private void hours(List<String> steps, Allowance within, Instant due) {
        steps.add("The promise allows " + within + ", counted as time passes, day and night.");
        ZoneOffset before = calendar.zone().getRules().getOffset(start);
        if (!before.equals(calendar.zone().getRules().getOffset(due))) {
            ZoneOffsetTransition change = calendar.zone().getRules().nextTransition(start);
            steps.add("The clocks went " + (change.isGap() ? "forward" : "back") + " on "
                    + words.day(calendar.date(change.getInstant()))
                    + ", so the time of day at the end is not that of the start.");
        }
    }

    private void workingHours(List<String> steps, Allowance within, Instant due) {
        steps.add("Only working hours count: " + openingHours() + ". The promise allows "
                + Words.count(within.count(), "working hour") + ".");
        Instant open = calendar.openFrom(start);
        if (!open.equals(start)) {
            steps.add("The start was outside working hours, so the count began on " + words.moment(open) + ".");
        }
        tellHolidays(steps, due);
    }

    private void workingDays(List<String> steps, Allowance within, Instant due) {
        DayCount days = finding.days();
        steps.add(zero(days, within));
        if (within.unit().isUncounted()) {
            steps.add(
                    within.unit() == Allowance.Unit.NEXT_VISIT
                            ? "The next visit was on " + words.day(days.last()) + "."
                            : "The next working day was " + words.day(days.last()) + ".");
        } else {
            tellCounted(steps, days.counted(), "working day");
        }
        tellHolidays(steps, due);
        tellHeld(steps, days.held(), "working day");
        steps.add(
                within.unit() == Allowance.Unit.FULL_WORKING_DAYS
                        ? "Full working days end at the time of day at which they began."
                        : "The working day ends at " + closingTime() + ".");
    }

    private String zero(DayCount days, Allowance within) {
        if (within.unit() == Allowance.Unit.NEXT_VISIT) {
            return "The first visit that had not yet begun counts.";
        }
        LocalDate today = calendar.date(start);
        if (days.zero().equals(today)) {
            return "The day of the start, " + words.day(today) + ", is not counted.";
        }
        if (days.held().contains(calendar.date(calendar.openFrom(start)))) {
            return "The whole of the first working day was on hold, so " + words.day(days.zero())
                    + " is the day of the start, which is not counted.";
        }
        return words.moment(start) + " was outside working hours, so " + words.day(days.zero())
                + ", the next working day, is taken as the day of the start, which is not counted.";
    }

    private void localDays(List<String> steps, Allowance within) {
        DayCount days = finding.days();
        steps.add(
                "The day of the start, " + words.day(days.zero()) + ", is not counted. Then every day of the calendar "
                        + "counts, weekends and holidays too: " + within + " end with " + words.day(days.last()) + ".");
        tellHeld(steps, days.held(), "day");
    }

    private void tellCounted(List<String> steps, List<LocalDate> counted, String unit) {
        if (counted.size() == 1) {
            steps.add(words.day(counted.getFirst()) + " is day 1.");
        } else if (counted.size() <= MOST_DAYS_NAMED) {
            steps.add(words.days(counted) + " are days 1 " + (counted.size() == 2 ? "and " : "to ") + counted.size()
                    + ".");
        } else {
            steps.add("The " + counted.size() + " " + unit + "s run from " + words.day(counted.getFirst())
                    + ", day 1, to " + words.day(counted.getLast()) + ", day " + counted.size() + ".");
        }
    }

    private void tellHeld(List<String> steps, List<LocalDate> held, String unit) {
        if (held.size() == 1) {
            steps.add("The whole of " + words.day(held.getFirst()) + " was on hold, so it was not counted.");
        } else if (!held.isEmpty() && held.size() <= MOST_DAYS_NAMED) {
            steps.add("The whole of " + words.days(held) + " was on hold, so these days were not counted.");
        } else if (!held.isEmpty()) {
            steps.add(Words.count(held.size(), "whole " + unit) + " from " + words.day(held.getFirst()) + " to "
                    + words.day(held.getLast()) + " were on hold, so these days were not counted.");
        }
    }

    private void tellHolidays(List<String> steps, Instant due) {
        List<Holiday> closed = holidays(calendar, due, _ -> true);
        if (closed.size() > MOST_HOLIDAYS_NAMED) {
            steps.add(closed.size() + " holidays from " + named(closed.getFirst()) + " to " + named(closed.getLast())
                    + " were not counted.");
        } else {
            closed.forEach(holiday -> steps.add(
                    words.day(holiday.on()) + " was a holiday, so it was not counted: " + holiday.name() + "."));
        }
        for (Holiday holiday : holidays(
                finding.written().calendar(),
                due,
                holiday -> !calendar.holidays().contains(holiday))) {
            steps.add(named(holiday) + " was made a holiday only on " + words.day(calendar.date(holiday.known()))
                    + ", after this case was settled or this question asked, so it counts as a working day.");
        }
    }

    /** The holidays between start and due that fall on a weekday worked. */
    private List<Holiday> holidays(Calendar whose, Instant due, Predicate<Holiday> which) {
        LocalDate first = calendar.date(start);
        LocalDate last = calendar.date(due);
        return whose.holidays().stream()
                .filter(holiday -> calendar.days().contains(holiday.on().getDayOfWeek()))
                .filter(holiday ->
                        !holiday.on().isBefore(first) && !holiday.on().isAfter(last))
                .filter(which)
                .toList();
    }

    private String named(Holiday holiday) {
        return words.day(holiday.on()) + " (" + holiday.name() + ")";
    }

    private String openingHours() {
        List<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(calendar.days()::contains)
                .toList();
        boolean inARow =
                days.size() > 2 && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        String which = inARow
                ? Words.weekday(days.getFirst()) + " to " + Words.weekday(days.getLast())
                : Words.list(days.stream().map(Words::weekday).toList());
        return which + ", " + Words.time(LocalTime.MIN.plusMinutes(calendar.opens())) + " to " + closingTime();
    }

    private String closingTime() {
        return calendar.closes() == 1440 ? "midnight" : Words.time(LocalTime.MIN.plusMinutes(calendar.closes()));
    }
}
