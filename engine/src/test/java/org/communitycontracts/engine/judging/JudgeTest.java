package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.COUNCIL;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.PlainsFarm.flytip;
import static org.communitycontracts.engine.judging.PlainsFarm.judge;
import static org.communitycontracts.engine.judging.PlainsFarm.only;
import static org.communitycontracts.engine.judging.PlainsFarm.utc;
import static org.communitycontracts.engine.judging.PlainsFarm.verdicts;
import static org.communitycontracts.engine.judging.PlainsFarm.version;
import static org.communitycontracts.engine.judging.PlainsFarm.within;
import static org.communitycontracts.engine.judging.Verdict.State.BREACHED;
import static org.communitycontracts.engine.judging.Verdict.State.MET;
import static org.communitycontracts.engine.judging.Verdict.State.PENDING;
import static org.communitycontracts.engine.judging.Verdict.State.UNMEASURABLE;
import static org.communitycontracts.engine.judging.Verdict.State.VOID;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a judge makes of the turns that a story can take. A report on Tuesday 2 June 2026 at 11am is due on Friday 5 June, 5pm. */
class JudgeTest {
    private static final Respond THREE_DAYS = within("3 working days");
    private static final String LATER = "2026-12-01T00:00";

    private final Story report = Story.reported("2026-06-02T11:00");

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T16:59:59, PENDING",
        "2026-06-05T17:00:00, PENDING", // the last moment at which it is still in time
        "2026-06-05T17:00:01, BREACHED"
    })
    void anOpenCaseIsBrokenOnceItsTimeHasRunOut(String asOf, Verdict.State state) {
        Verdict verdict = judge(THREE_DAYS, report, asOf);
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.breachedAt()).isEqualTo(state == BREACHED ? utc("2026-06-05T16:00:00Z") : null);
        assertThat(verdict.holderAtBreach()).isEqualTo(state == BREACHED ? "council" : null);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-05T17:00:00, MET", "2026-06-05T17:00:01, BREACHED"})
    void aReportFixedOnTheStrokeOfDueIsAPromiseKept(String fixed, Verdict.State state) {
        assertThat(judge(THREE_DAYS, report.then("fixed", fixed), LATER).state())
                .isEqualTo(state);
    }

    @Test
    void aStopAFewSecondsBeforeTheStartIsKeptAndTookNoTime() {
        Verdict verdict = judge(THREE_DAYS, report.then("fixed", "2026-06-02T10:59:55"), LATER);
        assertThat(verdict.state()).isEqualTo(MET);
        assertThat(verdict.used()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T16:00, 2026-06-06T16:00, MET", // a day later: in good time
        "2026-06-05T16:00, 2026-06-06T16:01, BREACHED"
    })
    void theCouncilsWordOfAFixMustBeWrittenDownWithinADay(String fixed, String recorded, Verdict.State state) {
        Verdict verdict = judge(THREE_DAYS, report.later("fixed", fixed, recorded), LATER);
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.stopped()).isEqualTo(Story.london(state == MET ? fixed : recorded));
    }

    @Test
    void evidenceBearsOutALateEntry() {
        Story story =
                report.tell("fixed", "2026-06-05T16:00", "2026-06-09T16:00", "council", Map.of("evidence", "photo"));
        assertThat(judge(THREE_DAYS, story, LATER).state()).isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource({"neighbour, MET", "residents, MET", "council, BREACHED"})
    void theWordOfAResidentBearsOutALateEntry(String by, Verdict.State state) {
        Story story = report.later("fixed", "2026-06-05T16:00", "2026-06-09T16:00")
                .tell("confirmed", "2026-06-10T10:00", "2026-06-10T10:00", by, Map.of());
        assertThat(judge(THREE_DAYS, story, LATER).state()).isEqualTo(state);
    }

    @Test
    void whenAResidentSaysThatItIsFixedTheTimeSaidCounts() {
        Story story = report.tell("fixed", "2026-06-05T16:00", "2026-06-09T16:00", "residents", Map.of());
        assertThat(judge(THREE_DAYS, story, LATER).stopped()).isEqualTo("2026-06-05T15:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-09T12:00, 2026-06-08T12:00, BREACHED", // the entry was not known yet
        "2026-06-09T12:00, 2026-06-09T18:00, MET"
    })
    void whatIsWrittenDownLaterIsNotKnownYet(String asOf, String knownAsOf, Verdict.State state) {
        Story story = report.tell("fixed", "2026-06-05T16:00", "2026-06-09T11:00", "residents", Map.of());
        assertThat(judge(THREE_DAYS, story, asOf, knownAsOf).state()).isEqualTo(state);
    }

    @Test
    void aWithdrawnReportIsNotCounted() {
        assertThat(judge(THREE_DAYS, report.resident("withdrawn", "2026-06-03T10:00"), LATER)
                        .state())
                .isEqualTo(VOID);
    }

    @Test
    void aReportWithdrawnAfterItWasFixedStaysKept() {
        Story story = report.then("fixed", "2026-06-03T10:00").resident("withdrawn", "2026-06-03T10:00");
        assertThat(judge(THREE_DAYS, story, LATER).state()).isEqualTo(MET);
    }

    @Test
    void aReportWithdrawnBeforeALateEntryCountsIsNotCounted() {
        Story story =
                report.later("fixed", "2026-06-03T10:00", "2026-06-05T10:00").resident("withdrawn", "2026-06-04T10:00");
        Verdict verdict = judge(THREE_DAYS, story, LATER);
        assertThat(verdict.state()).isEqualTo(VOID);
        assertThat(verdict.stopped()).isNull();
    }

    @Test
    void aHoldThatRunsMovesTheEndWithTheMomentOfTheQuestion() {
        Story asked = report.then("asked_resident", "2026-06-03T15:00");
        assertThat(judge(within("16 working hours"), asked, "2026-06-04T12:00").due())
                .isEqualTo("2026-06-04T15:00:00Z");
        assertThat(judge(within("16 working hours"), asked, "2026-06-05T12:00").due())
                .isEqualTo("2026-06-05T15:00:00Z");
    }

    @Test
    void aHoldThatNobodyEndsRunsOutByItself() {
        Story asked = report.then("asked_resident", "2026-06-03T15:00");
        Verdict verdict = judge(within("16 working hours"), asked, LATER);
        assertThat(verdict.due())
                .isEqualTo("2026-06-18T12:00:00Z"); // 4 hours were left at the close of Wednesday 17 June
        assertThat(verdict.state()).isEqualTo(BREACHED);
    }

    @Test
    void askingTwiceDoesNotLengthenTheHold() {
        Story once = Story.reported("2026-06-02T11:00").then("asked_resident", "2026-06-03T15:00");
        Story twice = Story.reported("2026-06-02T11:00")
                .then("asked_resident", "2026-06-03T15:00")
                .then("asked_resident", "2026-06-12T15:00");
        assertThat(judge(within("16 working hours"), twice, LATER).due())
                .isEqualTo(judge(within("16 working hours"), once, LATER).due());
    }

    @Test
    void askingAgainAfterTheFirstHoldRanOutIsANewHold() {
        Story again = Story.reported("2026-06-02T11:00")
                .then("asked_resident", "2026-06-03T15:00")
                .then("asked_resident", "2026-06-18T10:00")
                .then("resident_replied", "2026-06-18T11:00");
        Story onlyThen = Story.reported("2026-06-02T11:00")
                .then("asked_resident", "2026-06-03T15:00")
                .then("resident_replied", "2026-06-17T17:00")
                .then("asked_resident", "2026-06-18T10:00")
                .then("resident_replied", "2026-06-18T11:00");
        Respond duty = within("16 working hours");
        assertThat(judge(duty, again, LATER).due())
                .isEqualTo(judge(duty, onlyThen, LATER).due())
                .isEqualTo("2026-06-18T13:00:00Z");
    }

    @Test
    void aClosedCaseDoesNotChangeAsTimeGoesOn() {
        Story story = report.then("asked_resident", "2026-06-03T15:00").then("fixed", "2026-06-04T10:00");
        assertThat(judge(THREE_DAYS, story, LATER)).isEqualTo(judge(THREE_DAYS, story, "2026-06-04T10:00"));
    }

    @Test
    void anAnswerAtTheMomentOfAQuestionAnswersTheOneBefore() {
        Story story = report.then("asked_resident", "2026-06-03T15:00")
                .then("asked_resident", "2026-06-03T16:00")
                .resident("resident_replied", "2026-06-03T16:00");
        assertThat(judge(within("16 working hours"), story, "2026-06-03T17:00").held())
                .isEqualTo(2 * 3600);
    }

    @Test
    void onlyTheResidentMayReopen() {
        Story story = report.then("fixed", "2026-06-03T10:00");
        assertThat(judge(THREE_DAYS, story.then("reopened", "2026-06-04T10:00"), LATER)
                        .state())
                .isEqualTo(MET);
        assertThat(judge(THREE_DAYS, story.resident("reopened", "2026-06-04T11:00"), LATER)
                        .state())
                .isEqualTo(BREACHED);
    }

    @Test
    void aFixGainsaidBeforeItCountsIsNoFix() {
        Story story =
                report.later("fixed", "2026-06-03T10:00", "2026-06-05T10:00").resident("reopened", "2026-06-04T09:00");
        Verdict verdict = judge(THREE_DAYS, story, LATER);
        assertThat(verdict.state()).isEqualTo(BREACHED);
        assertThat(verdict.stopped()).isNull();
        assertThat(verdict.held()).isZero();
    }

    @Test
    void aClauseMaySayThatEachReopeningIsANewCount() {
        Respond duty = PlainsFarm.clock(
                Respond.of("reported", "fixed", allowance("3 working days"), OFFICE),
                List.of(),
                new ClockRule.Reopening(allowance("10 working days"), false));
        Story story = report.then("fixed", "2026-06-03T10:00")
                .resident("reopened", "2026-06-04T10:00")
                .then("fixed", "2026-06-10T10:00")
                .resident("reopened", "2026-06-11T10:00");
        List<Verdict> cycles = verdicts(story, "2026-06-11T12:00", LATER, version(1, "2020-01-01", null, flytip(duty)));
        assertThat(cycles).extracting(Verdict::state).containsExactly(MET, BREACHED, PENDING);
        assertThat(cycles).extracting(Verdict::cycle).containsExactly(1, 2, 3);
    }

    @Test
    void aNewCountStandsUnderTheVersionInForceWhenItBegins() {
        Contract v1 = version(1, "2026-01-01", "2026-07-01", flytip(THREE_DAYS));
        Contract v2 = version(2, "2026-07-01", null, flytip(within("1 working day")));
        Story story = report.then("fixed", "2026-06-03T10:00").resident("reopened", "2026-07-20T10:00");
        List<Verdict> cycles = verdicts(story, LATER, LATER, v1, v2);
        assertThat(cycles).extracting(Verdict::contractVersion).containsExactly(1, 2);
        assertThat(cycles.getLast().due()).isEqualTo("2026-07-21T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-15T11:00:00+01:00, BREACHED", "2026-06-16T11:00:00+01:00, MET", "soon, UNMEASURABLE"})
    void thePromisedDateStandsOnTheReport(String promised, Verdict.State state) {
        Story story = Story.reported("2026-06-02T11:00", Map.of("category", "flytip", "promised", promised))
                .then("fixed", "2026-06-15T11:00:01");
        Verdict verdict = judge(within("promised date"), story, LATER);
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.due() == null).isEqualTo(state == UNMEASURABLE);
    }

    @Test
    void withoutAPromisedDateThereIsNoPromise() {
        Contract contract = version(1, "2020-01-01", null, flytip(within("promised date")));
        assertThat(verdicts(report, LATER, LATER, contract)).isEmpty();
    }

    @Test
    void aReportOfAnotherKindOrOutsideTheContractHasNoVerdict() {
        Contract contract = version(1, "2026-01-01", "2027-01-01", flytip(THREE_DAYS));
        Story graffiti = Story.reported("2026-06-02T11:00", Map.of("category", "graffiti"));
        assertThat(verdicts(graffiti, LATER, LATER, contract)).isEmpty();
        assertThat(verdicts(Story.reported("2025-12-31T23:59:59"), LATER, LATER, contract))
                .isEmpty();
        assertThat(verdicts(Story.reported("2026-01-01T00:00:00"), LATER, LATER, contract))
                .hasSize(1);
        assertThat(verdicts(report, "2026-06-02T10:00", LATER, contract)).isEmpty();
    }

    @Test
    void clausesAreJudgedSideBySideAndSortedByName() {
        Clause seen = clause("seen", Set.of(), Respond.of("reported", "acknowledged", allowance("24 hours"), ALWAYS));
        Clause elsewhere = clause("elsewhere", Set.of("high street"), THREE_DAYS);
        Clause swept = clause("swept", Set.of(), new Unmeasurable("respond"));
        Contract contract = version(1, "2020-01-01", null, seen, flytip(THREE_DAYS), elsewhere, swept);
        List<Verdict> verdicts = verdicts(report.then("acknowledged", "2026-06-02T12:00"), LATER, LATER, contract);
        assertThat(verdicts).extracting(Verdict::clause).containsExactly("flytip", "seen");
        assertThat(verdicts).extracting(Verdict::state).containsExactly(BREACHED, MET);
    }

    @Test
    void aClockMayStartWithAnotherEventThanTheReport() {
        Clause inspected =
                clause("made_good", Set.of(), Respond.of("inspected", "fixed", allowance("2 working days"), OFFICE));
        Contract contract = version(1, "2020-01-01", null, inspected);
        assertThat(verdicts(report, LATER, LATER, contract)).isEmpty();
        assertThat(only(verdicts(report.then("inspected", "2026-06-08T10:00"), LATER, LATER, contract))
                        .due())
                .isEqualTo("2026-06-10T16:00:00Z");
    }

    @Test
    void aHolidayProclaimedLaterMovesAnOpenClockOnly() {
        Instant proclaimed = utc("2026-06-04T12:00:00Z");
        var jubilee = new Holiday(LocalDate.parse("2026-06-05"), "Jubilee", proclaimed);
        var calendar = new Calendar(
                "office",
                OFFICE.zone(),
                OFFICE.days(),
                540,
                1020,
                Stream.concat(OFFICE.holidays().stream(), Stream.of(jubilee)).toList());
        Respond duty = within("3 working days", calendar);
        assertThat(judge(duty, report, LATER).due()).isEqualTo("2026-06-08T16:00:00Z");
        assertThat(judge(duty, report, LATER, "2026-06-04T12:59").due()).isEqualTo("2026-06-05T16:00:00Z");
        Story fixedBefore = Story.reported("2026-06-02T11:00").then("fixed", "2026-06-04T10:00");
        assertThat(judge(duty, fixedBefore, LATER).due()).isEqualTo("2026-06-05T16:00:00Z");
        Story fixedAfter = Story.reported("2026-06-02T11:00").then("fixed", "2026-06-08T10:00");
        assertThat(judge(duty, fixedAfter, LATER).state()).isEqualTo(MET);
        Story reopened = Story.reported("2026-06-02T11:00")
                .then("fixed", "2026-06-04T10:00")
                .resident("reopened", "2026-06-04T15:00");
        assertThat(judge(duty, reopened, LATER).due()).isEqualTo("2026-06-08T16:00:00Z");
    }

    @Test
    void aPromiseBrokenBeforeAHolidayWasProclaimedForThatTimeStaysBroken() {
        var backdated = new Holiday(LocalDate.parse("2026-06-04"), "Jubilee", utc("2026-06-09T12:00:00Z"));
        var calendar = new Calendar("office", OFFICE.zone(), OFFICE.days(), 540, 1020, List.of(backdated));
        Respond duty = within("3 working days", calendar);
        Verdict broken = judge(duty, report.then("fixed", "2026-06-08T10:00"), LATER);
        assertThat(broken.state()).isEqualTo(BREACHED);
        assertThat(broken.due()).isEqualTo("2026-06-05T16:00:00Z");
        Story stillOpen = Story.reported("2026-06-03T17:30").then("fixed", "2026-06-10T10:00");
        assertThat(judge(duty, stillOpen, LATER).due()).isEqualTo("2026-06-10T16:00:00Z");
    }

    @Test
    void sayingItAgainDoesNotStartTheClockAgain() {
        Story twice = report.tell("reported", "2026-06-04T11:00", "2026-06-04T11:00", "residents", Map.of());
        assertThat(judge(THREE_DAYS, twice, LATER).due()).isEqualTo("2026-06-05T16:00:00Z");
    }

    @Test
    void aQuestionLeftOpenWhenItWasFixedDoesNotHoldAReopenedCase() {
        Story story = report.then("asked_resident", "2026-06-03T15:00")
                .then("fixed", "2026-06-03T16:00")
                .resident("reopened", "2026-06-04T09:00");
        Verdict verdict = judge(within("16 working hours"), story, "2026-06-04T12:00");
        assertThat(verdict.held()).isEqualTo(2 * 3600);
        assertThat(verdict.due()).isEqualTo("2026-06-04T12:00:00Z");
    }

    @Test
    void versionsThatOverlapAreRefused() {
        Contract v1 = version(1, "2025-01-01", "2026-04-02", flytip(THREE_DAYS));
        Contract v2 = version(2, "2026-04-01", null, flytip(THREE_DAYS));
        assertThatThrownBy(() -> new Judge(List.of(v2, v1)))
                .hasMessage("Versions 1 and 2 of plains-farm are both in force on 2026-04-01");
    }

    private static Clause clause(String id, Set<String> areas, Duty duty) {
        return Clause.of(id, COUNCIL, When.of(Set.of(), areas), duty);
    }
}
