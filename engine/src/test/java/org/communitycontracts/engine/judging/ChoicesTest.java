package org.communitycontracts.engine.judging;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.contract.When.Than.AT_LEAST;
import static org.communitycontracts.engine.contract.When.Than.AT_MOST;
import static org.communitycontracts.engine.contract.When.Than.LESS_THAN;
import static org.communitycontracts.engine.contract.When.Than.MORE_THAN;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.Terrace.MUCH_LATER;
import static org.communitycontracts.engine.judging.Terrace.all;
import static org.communitycontracts.engine.judging.Terrace.always;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.facts;
import static org.communitycontracts.engine.judging.Terrace.nothing;
import static org.communitycontracts.engine.judging.Terrace.on;
import static org.communitycontracts.engine.judging.Terrace.verdict;
import static org.communitycontracts.engine.judging.Terrace.verdicts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time that a clause allows for a case, chosen by what it is like; the first choice that holds is taken. */
class ChoicesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:59:59, 3",
        "2026-11-01T00:00:00, 1", // the first day of the season
        "2026-12-31T23:59:59, 1",
        "2027-01-01T00:00:00, 1",
        "2027-04-30T23:59:59, 1", // its last day
        "2027-05-01T00:00:00, 3"
    })
    void aSeasonRunsOverNewYear(String reported, int hours) {
        When season = when(new When.Season(MonthDay.of(11, 1), MonthDay.of(4, 30)), Set.of(), null, null);
        assertThat(hours(season, Story.reported(reported))).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T21:59:59, 3",
        "2026-06-02T22:00:00, 1",
        "2026-06-03T00:00:00, 1",
        "2026-06-03T05:59:59, 1",
        "2026-06-03T06:00:00, 3"
    })
    void aTimeOfDayRunsOverMidnight(String reported, int hours) {
        When night = when(null, Set.of(), new When.Daytime(22 * 60, 6 * 60), null);
        assertThat(hours(night, Story.reported(reported))).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-05T23:59:59, 3", "2026-06-06T00:00:00, 1", "2026-06-07T23:59:59, 1", "2026-06-08T00:00:00, 3"})
    void weekdaysAreThoseOfTheContractsZone(String reported, int hours) {
        assertThat(hours(when(null, Set.of(SATURDAY, SUNDAY), null, null), Story.reported(reported)))
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31T10:00, false, 1", // a bank holiday
        "2026-08-31T10:00, true, 3",
        "2026-09-01T10:00, false, 3",
        "2026-09-05T10:00, false, 1"
    })
    void aWorkingDayIsOneOfTheCalendar(String reported, boolean isWorking, int hours) {
        When day = when(null, Set.of(), null, isWorking);
        Choice office = new Choice(day, allowance("1 hour"), OFFICE);
        Contract contract =
                contract(clause("flytip", clock("", "reported", "fixed", office, always(When.ALWAYS, "3 hours"))));
        assertThat(hours(contract, Story.reported(reported).happenings())).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 40, 1",
        "AT_LEAST, 39.99, 3",
        "AT_LEAST, 40.0, 1",
        "MORE_THAN, 40, 3",
        "MORE_THAN, 40.01, 1",
        "AT_MOST, 40, 1",
        "AT_MOST, 40.01, 3",
        "LESS_THAN, 40, 3",
        "LESS_THAN, -1, 1",
        "AT_LEAST, deep, 3",
        "AT_LEAST, , 3" // the report does not say
    })
    void aNumberIsHeldAgainstItsLimit(When.Than than, @Nullable String depth, int hours) {
        When deep = facts("depth_mm", new When.Within(List.of(new When.Limit(than, new BigDecimal("40")))));
        Map<String, String> said =
                depth == null ? Map.of("category", "flytip") : Map.of("category", "flytip", "depth_mm", depth);
        assertThat(hours(deep, Story.reported("2026-06-02T11:00", said))).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"39, 3", "40, 1", "99.5, 1", "100, 3"})
    void aNumberMayHaveTwoLimits(String depth, int hours) {
        When deep = facts(
                "depth_mm",
                new When.Within(List.of(
                        new When.Limit(AT_LEAST, new BigDecimal("40")),
                        new When.Limit(LESS_THAN, new BigDecimal("100")))));
        assertThat(hours(deep, Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "depth_mm", depth))))
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_MOST, 2026-05-31T11:00:00+01:00, 1", // 48 hours to the second
        "AT_MOST, 2026-05-31T10:59:59+01:00, 3",
        "MORE_THAN, 2026-05-31T11:00:00+01:00, 3",
        "MORE_THAN, 2026-05-31T10:59:59+01:00, 1",
        "AT_MOST, yesterday, 3",
        "MORE_THAN, yesterday, 3"
    })
    void aStartIsHeldAgainstAMomentOnTheReport(When.Than than, String collected, int hours) {
        assertThat(than).isIn(AT_MOST, MORE_THAN);
        When since = new When(
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Set.of(),
                null,
                null,
                new When.Since("collected_at", than, allowance("48 hours")),
                null);
        assertThat(hours(
                        since,
                        Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "collected_at", collected))))
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T10:00, 2026-03-10T10:00, i1, i2, h1, 1", // the third in six months
        "2025-12-02T11:00, 2026-03-10T10:00, i1, i2, h1, 3", // exactly six months before is no longer in it
        "2025-12-02T11:00:01, 2026-03-10T10:00, i1, i2, h1, 1",
        "2026-01-10T10:00, 2026-03-10T10:00, i1, i1, h1, 3", // the same incident told twice
        "2026-01-10T10:00, 2026-03-10T10:00, i1, i2, h2, 3", // another household's
        "2026-01-10T10:00, 2026-06-02T11:00:01, i1, i2, h1, 3" // what came later does not count
    })
    void howOftenItWasToldBeforeIsCounted(
            String first, String second, String one, String other, String household, int hours) {
        When third = new When(
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Set.of(),
                null,
                null,
                null,
                new When.Count("reported", 3, allowance("6 months"), "household", "incident"));
        List<Happening> all = new ArrayList<>(on("r2", incident(first, one, household)));
        all.addAll(on("r3", incident(second, other, household)));
        all.addAll(incident("2026-06-02T11:00", "i3", "h1").happenings());
        assertThat(hours(contract(third), all)).isEqualTo(hours);
    }

    @Test
    void withoutAHouseholdOnlyTheReportItselfIsTheSame() {
        When second = new When(
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Set.of(),
                null,
                null,
                null,
                new When.Count("reported", 2, allowance("6 months"), "household", null));
        List<Happening> both =
                all(Story.reported("2026-06-02T11:00").happenings(), on("r2", Story.reported("2026-06-01T11:00")));
        assertThat(hours(contract(second), both)).isEqualTo(3);
    }

    @Test
    void theFirstChoiceThatHoldsIsTaken() {
        When a = facts("road", new When.OneOf(Set.of("a", "b")));
        When alsoA = facts("road", new When.OneOf(Set.of("a")));
        Contract contract = contract(clause(
                "flytip",
                clock(
                        "",
                        "reported",
                        "fixed",
                        always(a, "1 hour"),
                        always(alsoA, "2 hours"),
                        always(When.ALWAYS, "3 hours"))));
        Story onA = Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "road", "a"));
        assertThat(hours(contract, onA.happenings())).isEqualTo(1);
        assertThat(verdict(contract, onA).why())
                .contains(
                        "The contract allows different times for different cases, and the first that fits counts: 1 hour, because the road is “a” or “b”.");
        assertThat(verdict(contract, Story.reported("2026-06-02T11:00")).why())
                .contains(
                        "The contract allows different times for different cases, and the first that fits counts: 3 hours, because no other fits.");
    }

    @Test
    void aCaseThatIsPromisedNothingHasNoVerdict() {
        When shallow = facts("depth_mm", new When.Within(List.of(new When.Limit(LESS_THAN, new BigDecimal("40")))));
        Contract contract = contract(
                clause("flytip", clock("", "reported", "fixed", nothing(shallow), always(When.ALWAYS, "3 hours"))));
        Story little = Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "depth_mm", "20"));
        assertThat(verdicts(contract, little, MUCH_LATER)).isEmpty();
        Contract other = contract(
                clause("flytip", clock("", "reported", "fixed", always(shallow, "1 hour"), nothing(When.ALWAYS))));
        assertThat(hours(other, little.happenings())).isEqualTo(1);
        assertThat(verdicts(other, Story.reported("2026-06-02T11:00"), MUCH_LATER))
                .isEmpty();
    }

    @Test
    void whatTheEntryThatStartsTheClockSaysWins() {
        When high = facts("severity", new When.OneOf(Set.of("high")));
        Contract contract = contract(clause(
                "flytip", clock("", "inspected", "fixed", always(high, "1 hour"), always(When.ALWAYS, "3 hours"))));
        Story inspected = Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "severity", "low"))
                .tell("inspected", "2026-06-03T11:00", "2026-06-03T11:00", "council", Map.of("severity", "high"));
        assertThat(hours(contract, inspected.happenings())).isEqualTo(1);
    }

    @Test
    void everyKindOfGroundIsSaidInWords() {
        When all = new When(
                Set.of("flytip"),
                Set.of("north", "east"),
                Map.of("depth_mm", new When.Within(List.of(new When.Limit(AT_LEAST, new BigDecimal("40"))))),
                new When.Season(MonthDay.of(11, 1), MonthDay.of(4, 30)),
                Set.of(SUNDAY, SATURDAY),
                new When.Daytime(22 * 60, 24 * 60),
                false,
                new When.Since("collected_at", AT_MOST, allowance("48 hours")),
                new When.Count("reported", 3, allowance("6 months"), "household", "incident"));
        assertThat(Grounds.of(all))
                .isEqualTo(
                        "the category is “flytip”, the area is “east” or “north”, the depth mm is at least 40, it started in the season from 1 November to 30 April, it started on a Saturday or Sunday, it started between 10pm and midnight, it started on a day that is not a working day, it started no later than 48 hours after “collected at” and “reported” was told at least 3 times in 6 months for the same household, each incident counted once");
    }

    private static Story incident(String at, String incident, String household) {
        return Story.reported(at, Map.of("category", "flytip", "incident", incident, "household", household));
    }

    private static When when(
            When.@Nullable Season season,
            Set<DayOfWeek> weekdays,
            When.@Nullable Daytime daytime,
            @Nullable Boolean workingDay) {
        return new When(Set.of(), Set.of(), Map.of(), season, weekdays, daytime, workingDay, null, null);
    }

    /** One hour when the case is so, three otherwise. */
    private static Contract contract(When when) {
        return Terrace.contract(clause(
                "flytip", clock("", "reported", "fixed", always(when, "1 hour"), always(When.ALWAYS, "3 hours"))));
    }

    private static Contract contract(Clause clause) {
        return Terrace.contract(clause);
    }

    private static long hours(When when, Story story) {
        return hours(contract(when), story.happenings());
    }

    private static long hours(Contract contract, List<Happening> happenings) {
        Verdict verdict = verdict(contract, "r1", happenings);
        return Duration.between(verdict.start(), verdict.due()).toHours();
    }
}
