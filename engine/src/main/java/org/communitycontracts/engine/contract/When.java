package org.communitycontracts.engine.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.jspecify.annotations.Nullable;

/**
 * What a case must be like for something to hold: each part that is given must be so, and a part that is empty asks nothing.
 *
 * @param categories one of these categories
 * @param areas one of these areas
 * @param facts for each fact of the report, what it must be
 * @param season the part of the year in which the clock starts
 * @param weekdays the weekdays on which it starts
 * @param daytime the time of day at which it starts
 * @param workingDay true for a working day of the clock's calendar, false for any other day, null for either
 * @param since how long after a moment written on the report it starts
 * @param count how often something happened before
 */
public record When(
        Set<String> categories,
        Set<String> areas,
        Map<String, Fact> facts,
        @Nullable Season season,
        Set<DayOfWeek> weekdays,
        @Nullable Daytime daytime,
        @Nullable Boolean workingDay,
        @Nullable Since since,
        @Nullable Count count) {
    /** Every case. */
    public static final When ALWAYS = of(Set.of(), Set.of());

    public When {
        categories = Set.copyOf(categories);
        areas = Set.copyOf(areas);
        facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
        weekdays = Set.copyOf(weekdays);
    }

    /** Cases of these categories in these areas; empty means all. */
    public static When of(Set<String> categories, Set<String> areas) {
        return new When(categories, areas, Map.of(), null, Set.of(), null, null, null, null);
    }

    /** Whether everything asked for is so. */
    public boolean holds(Circumstances of) {
        return covers(of.fact("category"), of.fact("area"))
                && facts.entrySet().stream().allMatch(fact -> fact.getValue().holds(of.fact(fact.getKey())))
                && isAtTheTime(of)
                && (since == null || since.holds(of))
                && (count == null || of.count(count) >= count.atLeast());
    }

    /** Whether category and area are among those asked for; null where the report does not say. */
    public boolean covers(@Nullable String category, @Nullable String area) {
        return isAmong(categories, category) && isAmong(areas, area);
    }

    private boolean isAtTheTime(Circumstances of) {
        var local = of.moment().atZone(of.calendar().zone());
        return (season == null || season.contains(MonthDay.from(local)))
                && (weekdays.isEmpty() || weekdays.contains(local.getDayOfWeek()))
                && (daytime == null || daytime.contains(local.toLocalTime()))
                && (workingDay == null || workingDay == of.calendar().isWorking(local.toLocalDate()));
    }

    private static boolean isAmong(Set<String> named, @Nullable String word) {
        return named.isEmpty() || (word != null && named.contains(word));
    }

    /** What one fact of a report must be. A report that does not say is never so. */
    public sealed interface Fact {
        boolean holds(@Nullable String said);
    }

    /** One of some words. */
    public record OneOf(Set<String> words) implements Fact {
        public OneOf {
            words = Set.copyOf(words);
        }

        @Override
        public boolean holds(@Nullable String said) {
            return said != null && words.contains(said);
        }
    }

    /**
     * A number within limits; what is not a number is never so.
     *
     * @param limits all of which it must keep, at least one
     */
    public record Within(List<Limit> limits) implements Fact {
        private static final int LONGEST = 40;

        public Within {
            limits = List.copyOf(limits);
        }

        @Override
        public boolean holds(@Nullable String said) {
            if (said == null || said.length() > LONGEST || !said.strip().matches("-?\\d+(\\.\\d+)?")) {
                return false;
            }
            BigDecimal number = new BigDecimal(said.strip());
            return limits.stream().allMatch(limit -> limit.holds(number));
        }
    }

    /** One limit of a number. */
    public record Limit(Than than, BigDecimal number) {
        boolean holds(BigDecimal said) {
            int order = said.compareTo(number);
            return switch (than) {
                case AT_LEAST -> order >= 0;
                case MORE_THAN -> order > 0;
                case AT_MOST -> order <= 0;
                case LESS_THAN -> order < 0;
            };
        }
    }

    /** On which side of a limit. */
    public enum Than {
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN
    }

    /**
     * A part of every year.
     *
     * @param from its first day
     * @param to its last day, which is in it; before {@code from} when it runs over New Year
     */
    public record Season(MonthDay from, MonthDay to) {
        public boolean contains(MonthDay day) {
            return from.isAfter(to) ? !day.isBefore(from) || !day.isAfter(to) : !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A part of every day.
     *
     * @param from its first minute, in minutes after midnight
     * @param to its end, which is not in it, up to 1440; not after {@code from} when it runs over midnight
     */
    public record Daytime(int from, int to) {
        public boolean contains(LocalTime time) {
            int minute = time.toSecondOfDay() / 60;
            return from < to ? from <= minute && minute < to : from <= minute || minute < to;
        }
    }

    /**
     * How long after a moment written on the report the clock starts: "reported within 48 hours of collection day".
     *
     * @param fact the fact that holds the moment, with its offset
     * @param than {@link Than#AT_MOST} when it started no later than that long after; {@link Than#MORE_THAN} when later
     * @param within how long
     */
    public record Since(String fact, Than than, Allowance within) {
        boolean holds(Circumstances of) {
            String said = of.fact(fact);
            if (said == null) {
                return false;
            }
            try {
                Instant from = OffsetDateTime.parse(said).toInstant();
                boolean inTime = !of.moment().isAfter(new Clock(within, of.calendar()).due(from, Holds.NONE));
                return inTime == (than == Than.AT_MOST);
            } catch (DateTimeException _) {
                return false;
            }
        }
    }

    /**
     * How often something happened in a stretch of time that ends with the case: "three reports in six months".
     *
     * @param event what happened
     * @param atLeast how often
     * @param in how far back, on the calendar
     * @param same the fact that must be the same as on this report, such as household; null for everybody's
     * @param distinct the fact by which several count as one, such as incident; null when each counts
     */
    public record Count(
            String event,
            int atLeast,
            Allowance in,
            @Nullable String same,
            @Nullable String distinct) {}
}
