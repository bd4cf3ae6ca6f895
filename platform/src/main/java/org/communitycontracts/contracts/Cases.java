package org.communitycontracts.contracts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** Holds the cases of one {@code when} against those of another, as far as that can be done without a report. */
final class Cases {
    private static final LocalDate LEAP_YEAR = LocalDate.of(2024, 1, 1);
    private static final int MINUTES = 24 * 60;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Cases() {}

    /** Whether one case may be both; only what plainly parts them says no. */
    static boolean overlap(When one, When other) {
        return shares(one.categories(), other.categories())
                && shares(one.areas(), other.areas())
                && one.facts().entrySet().stream()
                        .allMatch(
                                fact -> canBeBoth(fact.getValue(), other.facts().get(fact.getKey())))
                && days().anyMatch(day -> isIn(one.season(), day) && isIn(other.season(), day))
                && shares(one.weekdays(), other.weekdays())
                && times().anyMatch(time -> isIn(one.daytime(), time) && isIn(other.daytime(), time))
                && !isOpposite(one.since(), other.since());
    }

    /** Whether one is for working days only and the other for all other days, which parts them on one calendar. */
    static boolean isPartedByDay(When one, When other) {
        return one.workingDay() != null
                && other.workingDay() != null
                && !one.workingDay().equals(other.workingDay());
    }

    /** Whether every case of the narrow one is certainly a case of the wide one too. */
    static boolean cover(When wide, When narrow) {
        return holdsAll(wide.categories(), narrow.categories())
                && holdsAll(wide.areas(), narrow.areas())
                && wide.facts().entrySet().stream()
                        .allMatch(fact ->
                                isImplied(fact.getValue(), narrow.facts().get(fact.getKey())))
                && (wide.season() == null
                        || days().allMatch(day -> !isIn(narrow.season(), day) || isIn(wide.season(), day)))
                && (wide.weekdays().size() == DayOfWeek.values().length || holdsAll(wide.weekdays(), narrow.weekdays()))
                && (wide.daytime() == null
                        || times().allMatch(time -> !isIn(narrow.daytime(), time) || isIn(wide.daytime(), time)))
                && (wide.workingDay() == null || wide.workingDay().equals(narrow.workingDay()))
                && (wide.since() == null || wide.since().equals(narrow.since()))
                && (wide.count() == null || wide.count().equals(narrow.count()));
    }

    /** Whether a number or a word can be what these limits ask for. */
    static boolean isPossible(When.Fact fact) {
        return canBeBoth(fact, fact);
    }

    private static <T> boolean shares(Set<T> some, Set<T> others) {
        return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
    }

    private static <T> boolean holdsAll(Set<T> wide, Set<T> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private static boolean canBeBoth(When.Fact one, When.@Nullable Fact other) {
        return other == null || examples(one, other).stream().anyMatch(said -> one.holds(said) && other.holds(said));
    }

    private static boolean isImplied(When.Fact wide, When.@Nullable Fact narrow) {
        return narrow != null
                && examples(wide, narrow).stream().allMatch(said -> !narrow.holds(said) || wide.holds(said));
    }

    /** Every word, and of the numbers each limit, one between any two and one on either side: these tell any two apart. */
    private static List<String> examples(When.Fact one, When.Fact other) {
        List<String> examples = new ArrayList<>();
        TreeSet<BigDecimal> limits = new TreeSet<>();
        for (When.Fact fact : List.of(one, other)) {
            switch (fact) {
                case When.OneOf words -> examples.addAll(words.words());
                case When.Within within -> within.limits().forEach(limit -> limits.add(limit.number()));
            }
        }
        BigDecimal before = limits.isEmpty() ? BigDecimal.ZERO : limits.first().subtract(TWO);
        for (BigDecimal limit : limits) {
            examples.add(limit.add(before).divide(TWO).toPlainString());
            examples.add(limit.toPlainString());
            before = limit;
        }
        examples.add(before.add(BigDecimal.ONE).toPlainString());
        return examples;
    }

    private static Stream<MonthDay> days() {
        return LEAP_YEAR.datesUntil(LEAP_YEAR.plusYears(1)).map(MonthDay::from);
    }

    private static Stream<LocalTime> times() {
        return IntStream.range(0, MINUTES).mapToObj(minute -> LocalTime.of(minute / 60, minute % 60));
    }

    private static boolean isIn(When.@Nullable Season season, MonthDay day) {
        return season == null || season.contains(day);
    }

    private static boolean isIn(When.@Nullable Daytime daytime, LocalTime time) {
        return daytime == null || daytime.contains(time);
    }

    private static boolean isOpposite(When.@Nullable Since one, When.@Nullable Since other) {
        return one != null
                && other != null
                && one.fact().equals(other.fact())
                && one.within().equals(other.within())
                && one.than() != other.than();
    }
}
