package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.Terrace.all;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.contract;
import static org.communitycontracts.engine.judging.Terrace.moving;
import static org.communitycontracts.engine.judging.Terrace.office;
import static org.communitycontracts.engine.judging.Terrace.on;
import static org.communitycontracts.engine.judging.Terrace.verdict;
import static org.communitycontracts.engine.judging.Verdict.State.BREACHED;
import static org.communitycontracts.engine.judging.Verdict.State.MET;
import static org.communitycontracts.engine.judging.Verdict.State.VOID;

import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example 8 of the contract language, and what else joining reports of one fault can lead to (S10). */
class DuplicatesTest {
    private static final Contract ONCE = contract(clause("flytip", clock("3 working days", OFFICE)));

    private final Story first = Story.reported("2026-08-27T16:00", Map.of("category", "flytip", "household", "h1"));
    private final Story second = Story.reported("2026-09-01T09:15", Map.of("category", "flytip", "household", "h2"))
            .tell("merged", "2026-09-01T11:00", "2026-09-01T11:00", "council", Map.of("into", "p1"));

    @Test
    void example8EachHouseholdHasItsOwnClockAndTheFaultCountsOnce() {
        first.then("fixed", "2026-09-03T12:00");
        Verdict master = verdict(ONCE, "p1", both());
        assertThat(master.due()).isEqualTo("2026-09-02T16:00:00Z");
        assertThat(master.state()).isEqualTo(BREACHED);
        assertThat(master.duplicateOf()).isNull();
        Verdict duplicate = verdict(ONCE, "p2", both());
        assertThat(duplicate.due()).isEqualTo("2026-09-04T16:00:00Z");
        assertThat(duplicate.state()).isEqualTo(MET);
        assertThat(duplicate.stopped()).isEqualTo("2026-09-03T11:00:00Z");
        assertThat(duplicate.duplicateOf()).isEqualTo("p1");
        assertThat(duplicate.why())
                .contains(
                        "This report is of the same fault as report “p1”, which was made first. The contract says that it keeps its own clock, and that the fault counts once in shares, by the first report.",
                        "That it was “fixed” was told on report “p1”, which is of the same fault, so it counts here too.");
    }

    @Test
    void example8PartedAgainEachKeepsItsClockAndWhatWasToldMeanwhile() {
        first.then("fixed", "2026-09-03T12:00");
        second.then("unmerged", "2026-09-04T10:00");
        Verdict master = verdict(ONCE, "p1", both());
        Verdict other = verdict(ONCE, "p2", both());
        assertThat(other.state()).isEqualTo(MET);
        assertThat(other.due()).isEqualTo("2026-09-04T16:00:00Z");
        assertThat(other.duplicateOf()).isNull();
        assertThat(master.due()).isEqualTo("2026-09-02T16:00:00Z");
        assertThat(master.state()).isEqualTo(BREACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-03T12:00, 2026-09-03T12:00", // told while they were joined
        "2026-09-01T10:00, 2026-09-01T11:00", // told before: it counts from then on
        "2026-09-04T12:00, " // told after they were parted
    })
    void aFixToldOnOneReportCountsForTheOtherWhileTheyAreJoined(String fixed, String stopped) {
        second.then("unmerged", "2026-09-04T10:00");
        first.then("fixed", fixed);
        assertThat(verdict(ONCE, "p2", both()).stopped()).isEqualTo(stopped == null ? null : Story.london(stopped));
    }

    @Test
    void aFixTakenBackBeforeTheyWereJoinedDoesNotCount() {
        first.then("fixed", "2026-08-28T10:00").resident("reopened", "2026-08-28T12:00");
        assertThat(verdict(ONCE, "p2", both()).stopped()).isNull();
    }

    @Test
    void whatHoldsUpOneReportDoesNotHoldUpTheOther() {
        first.then("asked_resident", "2026-09-01T12:00").resident("resident_replied", "2026-09-10T12:00");
        assertThat(verdict(ONCE, "p1", both()).due()).isAfter("2026-09-02T16:00:00Z");
        assertThat(verdict(ONCE, "p2", both()).due()).isEqualTo("2026-09-04T16:00:00Z");
    }

    @Test
    void whatStopsOneClockAndHoldsAnotherHoldsNothingElsewhere() {
        Contract two = contract(
                clause("flytip", clock("3 working days", OFFICE)),
                clause("graffiti", clock("", "reported", "asked_resident", office(When.ALWAYS, "1 working day"))));
        first.then("asked_resident", "2026-09-01T12:00").resident("resident_replied", "2026-09-10T12:00");
        assertThat(verdict(two, "p2", both()).due()).isEqualTo("2026-09-04T16:00:00Z");
        assertThat(verdict(two, "p2", both()).held()).isZero();
    }

    @Test
    void aFixToldElsewhereAndTakenBackLeavesTheDueMomentAlone() {
        first.then("fixed", "2026-09-02T12:00").resident("reopened", "2026-09-03T12:00");
        Verdict duplicate = verdict(ONCE, "p2", both());
        assertThat(duplicate.due()).isEqualTo("2026-09-04T16:00:00Z");
        assertThat(duplicate.state()).isEqualTo(BREACHED);
    }

    @Test
    void aWithdrawalOfOneTakesOutTheOther() {
        first.resident("withdrawn", "2026-09-02T12:00");
        assertThat(verdict(ONCE, "p2", both()).state()).isEqualTo(VOID);
    }

    @Test
    void theEarliestReportIsTheMasterWhicheverWayTheyWereJoined() {
        first.tell("merged", "2026-09-01T11:00", "2026-09-01T11:00", "council", Map.of("into", "p2"));
        assertThat(verdict(ONCE, "p1", both()).duplicateOf()).isNull();
        assertThat(verdict(ONCE, "p2", both()).duplicateOf()).isEqualTo("p1");
    }

    @Test
    void threeReportsInARowAreOneFault() {
        Story third = Story.reported("2026-09-01T10:00")
                .tell("merged", "2026-09-01T12:00", "2026-09-01T12:00", "council", Map.of("into", "p2"));
        first.then("fixed", "2026-09-02T12:00");
        Verdict verdict = verdict(ONCE, "p3", all(both(), on("p3", third)));
        assertThat(verdict.duplicateOf()).isEqualTo("p1");
        assertThat(verdict.stopped()).isEqualTo("2026-09-02T11:00:00Z");
    }

    @Test
    void aReportThatWasNeverMadeIsNobodysMaster() {
        assertThat(verdict(ONCE, "p2", on("p2", second)).duplicateOf()).isNull();
    }

    @Test
    void theContractMayCountDuplicatesOneByOne() {
        Contract each = contract(
                clause("flytip", moving(clock("3 working days", OFFICE), new ClockRule.Moves(false, false, true))));
        first.then("fixed", "2026-09-03T12:00");
        Verdict duplicate = verdict(each, "p2", both());
        assertThat(duplicate.duplicateOf()).isNull();
        assertThat(duplicate.state()).isEqualTo(MET);
    }

    @Test
    void aReopeningToldOnTheOtherReportIsANewCountOfThisOne() {
        first.then("fixed", "2026-09-02T12:00");
        second.resident("reopened", "2026-09-03T12:00");
        List<Verdict> counts = Terrace.verdicts(ONCE, "p1", both(), Terrace.MUCH_LATER);
        assertThat(counts).extracting(Verdict::state).containsExactly(MET, BREACHED);
        assertThat(counts)
                .extracting(Verdict::due)
                .containsExactly(PlainsFarm.utc("2026-09-02T16:00:00Z"), PlainsFarm.utc("2026-09-08T16:00:00Z"));
    }

    /** Found by seed 75008: the word on the other report was heard first, and began a new count. */
    @Test
    void ofTwoReopeningsAtOneMomentThatOfTheReportItselfIsHeardFirst() {
        second.then("fixed", "2026-09-02T12:00").resident("reopened", "2026-09-02T13:00");
        first.tell("reopened", "2026-09-02T13:00", "2026-09-02T13:00", "moderator", Map.of());
        List<Verdict> counts = Terrace.verdicts(ONCE, "p2", both(), Terrace.MUCH_LATER);
        assertThat(counts).extracting(Verdict::state).containsExactly(BREACHED);
    }

    @Test
    void aReopeningToldOnTheOtherReportIsHeardBeforeAWithdrawalAtTheSameMoment() {
        second.then("fixed", "2026-09-02T12:00").resident("withdrawn", "2026-09-02T13:00");
        first.resident("reopened", "2026-09-02T13:00");
        List<Verdict> counts = Terrace.verdicts(ONCE, "p2", both(), Terrace.MUCH_LATER);
        assertThat(counts).extracting(Verdict::state).containsExactly(MET, VOID);
    }

    @Test
    void whatTheProviderEnteredLateIsBorneOutByEitherResident() {
        first.tell("fixed", "2026-09-02T12:00", "2026-09-07T12:00", "council", Map.of());
        assertThat(verdict(ONCE, "p2", both()).state()).isEqualTo(BREACHED);
        second.resident("confirmed", "2026-09-08T12:00");
        assertThat(verdict(ONCE, "p2", both()).state()).isEqualTo(MET);
        assertThat(verdict(ONCE, "p1", both()).state()).isEqualTo(MET);
    }

    private List<Happening> both() {
        return all(on("p1", first), on("p2", second));
    }
}
