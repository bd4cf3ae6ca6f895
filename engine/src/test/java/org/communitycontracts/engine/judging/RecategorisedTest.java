package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.utc;
import static org.communitycontracts.engine.judging.PlainsFarm.verdicts;
import static org.communitycontracts.engine.judging.PlainsFarm.version;
import static org.communitycontracts.engine.judging.Terrace.MUCH_LATER;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.contract;
import static org.communitycontracts.engine.judging.Terrace.moving;
import static org.communitycontracts.engine.judging.Terrace.office;
import static org.communitycontracts.engine.judging.Verdict.State.BREACHED;
import static org.communitycontracts.engine.judging.Verdict.State.MET;
import static org.communitycontracts.engine.judging.Verdict.State.PENDING;
import static org.communitycontracts.engine.judging.Verdict.State.SUPERSEDED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example 5 of the contract language, and what else a change of category can lead to (S8). */
class RecategorisedTest {
    private static final Contract CONTRACT = contract(
            clause("graffiti", clock("5 working days", OFFICE)),
            clause("offensive-graffiti", clock("24 hours", ALWAYS)));

    private final Story graffiti = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"));
    private final Story offensive = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"))
            .tell(
                    "recategorised",
                    "2026-07-07T14:00",
                    "2026-07-07T14:00",
                    "council",
                    Map.of("category", "offensive-graffiti", "basis", "new_facts"));

    @Test
    void example5aNewFactsCountFromTheChange() {
        List<Verdict> both = Terrace.verdicts(CONTRACT, offensive, "2026-07-08T00:00");
        assertThat(both).extracting(Verdict::clause).containsExactly("graffiti", "offensive-graffiti");
        assertThat(both).extracting(Verdict::state).containsExactly(SUPERSEDED, PENDING);
        assertThat(both)
                .extracting(Verdict::due)
                .containsExactly(utc("2026-07-13T16:00:00Z"), utc("2026-07-08T13:00:00Z"));
        assertThat(both.getFirst().used())
                .isEqualTo(Duration.ofMinutes(12 * 60 + 30).toSeconds());
        assertThat(both.getFirst().why())
                .contains(
                        "On Tuesday 7 July, 2pm the case was put into the category “offensive-graffiti” by “council”. So another count took the place of this one, which is not counted.");
        assertThat(both.getLast().why())
                .contains(
                        "On Tuesday 7 July, 2pm the case was put into the category “offensive-graffiti” by “council”. The contract says that the clock of the new category counts from there, because of new facts.",
                        "The clock started with “recategorised” on Tuesday 7 July 2026, 2pm.");
    }

    @Test
    void example5bWhatWasInTheFirstReportCountsFromTheReport() {
        graffiti.tell(
                "recategorised",
                "2026-07-07T14:00",
                "2026-07-07T14:00",
                "council",
                Map.of("category", "offensive-graffiti", "basis", "first_report"));
        List<Verdict> both = Terrace.verdicts(CONTRACT, graffiti, "2026-07-07T15:00");
        assertThat(both).extracting(Verdict::state).containsExactly(SUPERSEDED, BREACHED);
        assertThat(both.getLast().start()).isEqualTo("2026-07-06T08:30:00Z");
        assertThat(both.getLast().due()).isEqualTo("2026-07-07T08:30:00Z");
        assertThat(both.getLast().breachedAt()).isEqualTo("2026-07-07T08:30:00Z");
        Instant noon = Story.london("2026-07-07T12:00");
        assertThat(new Judge(List.of(CONTRACT)).judge("r1", graffiti.happenings(), Story.london(MUCH_LATER), noon))
                .extracting(Verdict::clause)
                .containsExactly("graffiti");
        assertThat(PlainsFarm.only(new Judge(List.of(CONTRACT)).judge("r1", graffiti.happenings(), noon, noon))
                        .state())
                .isEqualTo(PENDING);
    }

    @Test
    void example5cAProviderAloneGainsNoTime() {
        slower("council").then("fixed", "2026-07-09T12:00");
        List<Verdict> both = Terrace.verdicts(CONTRACT, offensive, MUCH_LATER);
        assertThat(both).extracting(Verdict::state).containsExactly(SUPERSEDED, BREACHED);
        assertThat(both.getLast().due()).isEqualTo("2026-07-08T13:00:00Z");
        assertThat(both.getLast().why())
                .contains(
                        "On Wednesday 8 July, 10am the case was put into the category “graffiti” by “council”, which would give more time. The contract says that such a change counts only once somebody who is no provider agrees, before the time has run out. That did not happen, so the earlier end stands.");
    }

    @Test
    void example5dWithTheResidentsAgreementTheSlowerTimeCountsFromTheReport() {
        slower("council").resident("agreed", "2026-07-08T12:00").then("fixed", "2026-07-09T12:00");
        List<Verdict> all = Terrace.verdicts(CONTRACT, offensive, MUCH_LATER);
        assertThat(all).extracting(Verdict::clause).containsExactly("graffiti", "graffiti", "offensive-graffiti");
        assertThat(all).extracting(Verdict::cycle).containsExactly(1, 2, 1);
        assertThat(all).extracting(Verdict::state).containsExactly(SUPERSEDED, MET, SUPERSEDED);
        assertThat(all.get(1).start()).isEqualTo("2026-07-06T08:30:00Z");
        assertThat(all.get(1).due()).isEqualTo("2026-07-13T16:00:00Z");
        assertThat(all.getLast().why())
                .contains(
                        "“residents” agreed to the change of category on Wednesday 8 July, noon. So another count took the place of this one, which is not counted.");
    }

    @ParameterizedTest
    @CsvSource({
        "residents, 2026-07-08T14:00:00, MET", // at the due moment, 13:00Z, it is not too late
        "residents, 2026-07-08T14:00:01, BREACHED",
        "homes, 2026-07-08T12:00:00, BREACHED", // another provider's word is no resident's
        "panel, 2026-07-08T12:00:00, MET"
    })
    void onlySomebodyWhoIsNoProviderAgreesAndOnlyInTime(String by, String at, Verdict.State state) {
        slower("council").tell("agreed", at, at, by, Map.of()).then("fixed", "2026-07-09T12:00");
        assertThat(Terrace.verdicts(CONTRACT, offensive, MUCH_LATER))
                .filteredOn(verdict -> verdict.state() != SUPERSEDED)
                .extracting(Verdict::state)
                .containsExactly(state);
    }

    @Test
    void anAgreementWrittenDownTooLateChangesNothing() {
        slower("council")
                .tell("agreed", "2026-07-08T12:00", "2026-07-08T15:00", "residents", Map.of())
                .then("fixed", "2026-07-09T12:00");
        assertThat(Terrace.verdicts(CONTRACT, offensive, MUCH_LATER))
                .extracting(Verdict::state)
                .containsExactly(SUPERSEDED, BREACHED);
    }

    @ParameterizedTest
    @CsvSource({"residents, 2, SUPERSEDED", "panel, 2, SUPERSEDED", "homes, 0, BREACHED"})
    void aResidentNeedsNobodysAgreement(String by, int plain, Verdict.State state) {
        slower(by).then("fixed", "2026-07-09T12:00");
        List<Verdict> all = Terrace.verdicts(CONTRACT, offensive, MUCH_LATER);
        assertThat(all.getLast().state()).isEqualTo(state);
        assertThat(all).filteredOn(verdict -> verdict.cycle() == 2).hasSize(plain / 2);
    }

    @Test
    void theClauseMaySayThatAChangeCountsFromTheReport() {
        Contract fromReport = contract(
                clause("graffiti", clock("5 working days", OFFICE)),
                clause(
                        "offensive-graffiti",
                        moving(clock("24 hours", ALWAYS), new ClockRule.Moves(true, false, false))));
        graffiti.tell(
                "recategorised",
                "2026-07-07T08:00",
                "2026-07-07T08:00",
                "council",
                Map.of("category", "offensive-graffiti"));
        assertThat(Terrace.verdicts(fromReport, graffiti, MUCH_LATER).getLast().due())
                .isEqualTo("2026-07-07T08:30:00Z");
    }

    @Test
    void anotherTimeOfTheSameClauseIsItsNextCount() {
        Contract one = contract(new Clause(
                "roads",
                PlainsFarm.COUNCIL,
                "We will mend roads in time.",
                When.ALWAYS,
                new Respond(List.of(clock(
                        "",
                        "reported",
                        "fixed",
                        office(When.of(Set.of("danger"), Set.of()), "1 working day"),
                        office(When.ALWAYS, "10 working days")))),
                Strength.GUARANTEE,
                null,
                List.of(),
                List.of()));
        graffiti.tell("recategorised", "2026-07-07T14:00", "2026-07-07T14:00", "council", Map.of("category", "danger"));
        List<Verdict> both = Terrace.verdicts(one, graffiti, "2026-07-07T15:00");
        assertThat(both).extracting(Verdict::cycle).containsExactly(1, 2);
        assertThat(both).extracting(Verdict::state).containsExactly(SUPERSEDED, PENDING);
        assertThat(both.getLast().due()).isEqualTo("2026-07-08T16:00:00Z");
        assertThat(both.getLast().why())
                .contains("The clock started with “recategorised” on Tuesday 7 July 2026, 2pm, the start of count 2.");
    }

    @Test
    void aCategoryThatNobodyAnswersNeedsAgreementToo() {
        graffiti.tell("recategorised", "2026-07-07T14:00", "2026-07-07T14:00", "council", Map.of("category", "art"));
        assertThat(Terrace.verdicts(CONTRACT, graffiti, MUCH_LATER))
                .extracting(Verdict::state)
                .containsExactly(BREACHED);
        graffiti.resident("agreed", "2026-07-08T12:00");
        assertThat(Terrace.verdicts(CONTRACT, graffiti, MUCH_LATER))
                .extracting(Verdict::state)
                .containsExactly(SUPERSEDED);
    }

    @Test
    void aCaseThatWasFixedBeforeStaysAsItWas() {
        Story fixed = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"))
                .then("fixed", "2026-07-07T10:00")
                .tell(
                        "recategorised",
                        "2026-07-07T14:00",
                        "2026-07-07T14:00",
                        "council",
                        Map.of("category", "offensive-graffiti"));
        assertThat(Terrace.verdicts(CONTRACT, fixed, MUCH_LATER))
                .extracting(Verdict::clause, Verdict::state)
                .containsExactly(tuple("graffiti", MET));
    }

    @Test
    void aCaseThatWasFixedBeforeIsNotJudgedAgainByALaterChange() {
        Story fixed = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"))
                .then("fixed", "2026-07-07T10:00")
                .tell("recategorised", "2026-07-07T14:00", "2026-07-07T14:00", "council", Map.of("category", "noise"))
                .tell(
                        "recategorised",
                        "2026-07-07T15:00",
                        "2026-07-07T15:00",
                        "council",
                        Map.of("category", "offensive-graffiti"));
        assertThat(Terrace.verdicts(CONTRACT, fixed, MUCH_LATER))
                .extracting(Verdict::clause, Verdict::state)
                .containsExactly(tuple("graffiti", MET));
    }

    @Test
    void aChangeAtTheMomentOfTheReportIsAsIfTheReportHadSaidSo() {
        Story story = Story.reported("2026-07-06T09:30", Map.of("category", "noise"))
                .tell(
                        "recategorised",
                        "2026-07-06T09:30",
                        "2026-07-06T09:30",
                        "council",
                        Map.of("category", "graffiti"));
        assertThat(Terrace.verdicts(CONTRACT, story, MUCH_LATER))
                .extracting(Verdict::clause, Verdict::due)
                .containsExactly(tuple("graffiti", utc("2026-07-13T16:00:00Z")));
    }

    @Test
    void aCategoryThatPromisesSomethingMoreStartsThatToo() {
        Contract more = contract(
                clause("graffiti", clock("5 working days", OFFICE)),
                clause("danger", clock("", "reported", "made_safe", Terrace.always(When.ALWAYS, "2 hours"))));
        graffiti.tell("recategorised", "2026-07-07T14:00", "2026-07-07T14:00", "council", Map.of("category", "danger"))
                .then("made_safe", "2026-07-07T15:00")
                .then("fixed", "2026-07-10T12:00");
        assertThat(Terrace.verdicts(more, graffiti, MUCH_LATER))
                .extracting(Verdict::clause, Verdict::state, Verdict::due)
                .containsExactly(
                        tuple("danger", MET, utc("2026-07-07T15:00:00Z")),
                        tuple("graffiti", MET, utc("2026-07-13T16:00:00Z")));
    }

    /** Found by seed 554978: the version in force at the change covers the old category too, but it was not in force at the report. */
    @Test
    void aCaseThatItsVersionDidNotCoverIsAnsweredOnceItsCategoryHasChanged() {
        Clause quick = clause("offensive-graffiti", clock("24 hours", ALWAYS));
        Contract v1 = version(1, "2025-04-01", "2026-07-07", quick);
        Contract v2 = version(2, "2026-07-07", null, clause("graffiti", clock("5 working days", OFFICE)), quick);
        assertThat(verdicts(offensive, "2026-07-08T00:00", MUCH_LATER, v1, v2))
                .extracting(Verdict::clause, Verdict::contractVersion, Verdict::state, Verdict::due)
                .containsExactly(tuple("offensive-graffiti", 2, PENDING, utc("2026-07-08T13:00:00Z")));
    }

    /** Found by seed 504742: new facts led to a version that has no such clause, the first report to the one that has. */
    @Test
    void aChangeThatLedNowhereDoesNotBarTheNext() {
        Contract v1 = version(1, "2025-04-01", "2026-07-07", clause("graffiti", clock("5 working days", OFFICE)));
        Contract v2 = version(2, "2026-07-07", null, clause("litter", clock("24 hours", ALWAYS)));
        Story story = Story.reported("2026-07-06T09:30", Map.of("category", "other"))
                .tell(
                        "recategorised",
                        "2026-07-07T14:00",
                        "2026-07-07T14:00",
                        "council",
                        Map.of("category", "graffiti", "basis", "new_facts"))
                .tell(
                        "recategorised",
                        "2026-07-08T14:00",
                        "2026-07-08T14:00",
                        "residents",
                        Map.of("category", "graffiti", "basis", "first_report"));
        assertThat(verdicts(story, "2026-07-09T00:00", MUCH_LATER, v1, v2))
                .extracting(Verdict::clause, Verdict::contractVersion, Verdict::state, Verdict::due)
                .containsExactly(tuple("graffiti", 1, PENDING, utc("2026-07-13T16:00:00Z")));
    }

    @Test
    void aHoldThatRunsGoesOnInTheNewCategory() {
        Story asked = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"))
                .then("asked_resident", "2026-07-07T12:00")
                .tell(
                        "recategorised",
                        "2026-07-07T14:00",
                        "2026-07-07T14:00",
                        "council",
                        Map.of("category", "offensive-graffiti"))
                .resident("resident_replied", "2026-07-07T18:00");
        assertThat(Terrace.verdicts(CONTRACT, asked, MUCH_LATER).getLast().due())
                .isEqualTo("2026-07-08T17:00:00Z");
    }

    @Test
    void aFixThatWasTakenBackBeforeTheChangeDoesNotStopTheNewClock() {
        Story again = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"))
                .then("fixed", "2026-07-06T12:00")
                .resident("reopened", "2026-07-07T10:00")
                .tell(
                        "recategorised",
                        "2026-07-07T14:00",
                        "2026-07-07T14:00",
                        "council",
                        Map.of("category", "offensive-graffiti"));
        Verdict last = Terrace.verdicts(CONTRACT, again, "2026-07-08T10:00").getLast();
        assertThat(last.state()).isEqualTo(PENDING);
        assertThat(last.held()).isZero();
        assertThat(last.due()).isEqualTo("2026-07-08T13:00:00Z");
    }

    @Test
    void aChangeWhileTheCaseWasThoughtToBeFixedCountsOnceItIsReopened() {
        Story again = Story.reported("2026-07-06T09:30", Map.of("category", "graffiti"))
                .then("fixed", "2026-07-06T12:00")
                .tell(
                        "recategorised",
                        "2026-07-07T14:00",
                        "2026-07-07T14:00",
                        "council",
                        Map.of("category", "offensive-graffiti"));
        assertThat(Terrace.verdicts(CONTRACT, again, "2026-07-08T10:00"))
                .extracting(Verdict::clause, Verdict::state)
                .containsExactly(tuple("graffiti", MET));
        again.resident("reopened", "2026-07-08T09:00");
        assertThat(Terrace.verdicts(CONTRACT, again, "2026-07-08T10:00"))
                .extracting(Verdict::clause, Verdict::state)
                .containsExactly(tuple("graffiti", SUPERSEDED), tuple("offensive-graffiti", PENDING));
    }

    @Test
    void aClockThatStartsAfterTheChangeIsThatOfTheNewCategory() {
        Contract inspected = contract(
                clause("graffiti", clock("", "inspected", "fixed", office(When.ALWAYS, "5 working days"))),
                clause("offensive-graffiti", clock("", "inspected", "fixed", office(When.ALWAYS, "1 working day"))));
        offensive.then("inspected", "2026-07-08T10:00");
        assertThat(Terrace.verdicts(inspected, offensive, MUCH_LATER))
                .extracting(Verdict::clause, Verdict::due)
                .containsExactly(tuple("offensive-graffiti", utc("2026-07-09T16:00:00Z")));
        Story slow = Story.reported("2026-07-06T09:30", Map.of("category", "offensive-graffiti"))
                .tell(
                        "recategorised",
                        "2026-07-07T14:00",
                        "2026-07-07T14:00",
                        "council",
                        Map.of("category", "graffiti"))
                .then("inspected", "2026-07-08T10:00");
        assertThat(Terrace.verdicts(inspected, slow, MUCH_LATER))
                .extracting(Verdict::clause)
                .containsExactly("offensive-graffiti");
        slow.resident("agreed", "2026-07-08T09:00");
        assertThat(Terrace.verdicts(inspected, slow, MUCH_LATER))
                .extracting(Verdict::clause)
                .containsExactly("graffiti");
    }

    private Story slower(String by) {
        return offensive.tell(
                "recategorised", "2026-07-08T10:00", "2026-07-08T10:00", by, Map.of("category", "graffiti"));
    }
}
