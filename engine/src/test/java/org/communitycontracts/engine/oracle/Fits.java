package org.communitycontracts.engine.oracle;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** Whether a case is as a clause asks, part by part. */
record Fits(View view, @Nullable String report, Map<String, String> facts, Instant moment, OpenHours hours) {
    Fits(View view, Map<String, String> facts, Instant moment, OpenHours hours) {
        this(view, null, facts, moment, hours);
    }

    boolean asks(When when) {
        return isOneOf(when.categories(), facts.get("category"))
                && isOneOf(when.areas(), facts.get("area"))
                && when.facts().entrySet().stream().allMatch(one -> says(one.getValue(), facts.get(one.getKey())))
                && isInTime(when)
                && isSince(when.since())
                && isOften(when.count());
    }

    private static boolean isOneOf(Set<String> words, @Nullable String word) {
        return words.isEmpty() || (word != null && words.contains(word));
    }

    private static boolean says(When.Fact fact, @Nullable String said) {
        return switch (fact) {
            case When.OneOf(Set<String> words) -> said != null && words.contains(said);
            case When.Within(List<When.Limit> limits) ->
                said != null && limits.stream().allMatch(limit -> keeps(limit, new BigDecimal(said)));
        };
    }

    private static boolean keeps(When.Limit limit, BigDecimal said) {
        return switch (limit.than()) {
            case AT_LEAST -> said.compareTo(limit.number()) >= 0;
            case MORE_THAN -> said.compareTo(limit.number()) > 0;
            case AT_MOST -> said.compareTo(limit.number()) <= 0;
            case LESS_THAN -> said.compareTo(limit.number()) < 0;
        };
    }

    private boolean isInTime(When when) {
        ZonedDateTime local = moment.atZone(hours.zone());
        return (when.season() == null || isInSeason(when.season(), MonthDay.from(local)))
                && (when.weekdays().isEmpty() || when.weekdays().contains(local.getDayOfWeek()))
                && (when.daytime() == null || isInDaytime(when.daytime(), local.toLocalTime()))
                && (when.workingDay() == null || when.workingDay() == hours.isWorked(local.toLocalDate()));
    }

    /** Both days are in it; it may run over New Year. */
    static boolean isInSeason(When.Season season, MonthDay day) {
        boolean afterFirst = day.compareTo(season.from()) >= 0;
        boolean beforeLast = day.compareTo(season.to()) <= 0;
        return season.from().compareTo(season.to()) <= 0 ? afterFirst && beforeLast : afterFirst || beforeLast;
    }

    private static boolean isInDaytime(When.Daytime part, LocalTime time) {
        int second = time.toSecondOfDay();
        boolean afterFirst = second >= part.from() * 60;
        boolean beforeEnd = second < part.to() * 60;
        return part.from() < part.to() ? afterFirst && beforeEnd : afterFirst || beforeEnd;
    }

    private boolean isSince(When.@Nullable Since since) {
        if (since == null) {
            return true;
        }
        Instant from = moment(facts.get(since.fact()));
        if (from == null) {
            return false;
        }
        boolean isLate = moment.isAfter(DueWalk.of(hours, List.of()).due(from, since.within()));
        return since.than() == When.Than.AT_MOST ? !isLate : isLate;
    }

    private boolean isOften(When.@Nullable Count count) {
        if (count == null) {
            return true;
        }
        Instant from = back(hours, moment, count.in());
        Set<Object> distinct = new HashSet<>();
        int each = 0;
        for (Happening one : view.told()) {
            boolean isMeant = one.event().equals(count.event())
                    && one.at().isAfter(from)
                    && !one.at().isAfter(moment)
                    && isSame(count, one);
            if (isMeant) {
                String told = count.distinct() == null ? null : one.facts().get(count.distinct());
                distinct.add(told == null ? each++ : told);
            }
        }
        return distinct.size() >= count.atLeast();
    }

    /** Where nobody says whose it is, only what is told on the report itself is of the same. */
    private boolean isSame(When.Count count, Happening one) {
        if (count.same() == null) {
            return true;
        }
        String mine = facts.get(count.same());
        return mine == null
                ? report != null && report.equals(one.report())
                : mine.equals(one.facts().get(count.same()));
    }

    /**
     * The beginning, not in it, of the stretch that ends at a moment: hours pass, days, weeks and months go back on the wall clock, working
     * days to the same time on the day so many working days before (from a day not worked: from the midnight after the last one worked), and working hours as far as it was open so long.
     */
    static Instant back(OpenHours hours, Instant moment, Allowance in) {
        ZonedDateTime to = moment.atZone(hours.zone());
        return switch (in.unit()) {
            case HOURS -> to.toInstant().minusSeconds(in.count() * 3600L);
            case DAYS -> to.minusDays(in.count()).toInstant();
            case WEEKS -> to.minusWeeks(in.count()).toInstant();
            case MONTHS -> to.minusMonths(in.count()).toInstant();
            case WORKING_HOURS -> {
                long left = in.count() * 3600L;
                LocalDate day = to.toLocalDate();
                Span open = hours.window(day).cut(Instant.MIN, moment);
                while (Span.seconds(hours.isWorked(day) && !open.isEmpty() ? List.of(open) : List.of()) < left) {
                    left -= hours.isWorked(day) && !open.isEmpty() ? Span.seconds(List.of(open)) : 0;
                    day = day.minusDays(1);
                    open = hours.window(day);
                }
                yield open.to().minusSeconds(left);
            }
            default -> {
                LocalDate day = to.toLocalDate();
                boolean isWorked = hours.isWorked(day);
                while (!isWorked && !hours.isWorked(day.minusDays(1))) {
                    day = day.minusDays(1);
                }
                LocalTime time = isWorked ? to.toLocalTime() : LocalTime.MIDNIGHT;
                for (int i = 0; i < in.count(); i++) {
                    day = day.minusDays(1);
                    while (!hours.isWorked(day)) {
                        day = day.minusDays(1);
                    }
                }
                yield day.atTime(time).atZone(hours.zone()).toInstant();
            }
        };
    }

    /** A moment with its offset; null when the text is none. */
    static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }
}
