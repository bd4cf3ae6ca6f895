package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.contract.Exclusion.Effect.EXTEND;
import static org.communitycontracts.engine.contract.Exclusion.Needs.TOLD;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.PlainsFarm.utc;
import static org.communitycontracts.engine.judging.Terrace.MUCH_LATER;
import static org.communitycontracts.engine.judging.Terrace.always;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.contract;
import static org.communitycontracts.engine.judging.Terrace.office;
import static org.communitycontracts.engine.judging.Terrace.verdict;
import static org.communitycontracts.engine.judging.Terrace.verdicts;
import static org.communitycontracts.engine.judging.Verdict.State.BREACHED;
import static org.communitycontracts.engine.judging.Verdict.State.MET;
import static org.communitycontracts.engine.judging.Verdict.State.PENDING;
import static org.communitycontracts.engine.judging.Verdict.State.VOID;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clauses with several clocks, side by side or one after the other, and clocks that start anew; the vectors are those of the rules. */
class SeveralClocksTest {
    private static final Contract COMPLAINTS = contract(clause(
            "complaint",
            List.of(new Exclusion(
                    "told_extension", EXTEND, TOLD, null, null, allowance("10 working days"), null, When.ALWAYS)),
            clock("acknowledge", "reported", "acknowledged", office(When.ALWAYS, "5 working days")),
            clock("stage_1", "acknowledged", "replied", office(When.ALWAYS, "10 working days"))));

    private static final Contract DAMP = contract(clause(
            "damp",
            clock("investigate", "became_aware", "investigated", office(When.ALWAYS, "10 working days")),
            clock("summary", "investigated", "summary_sent", office(When.ALWAYS, "3 working days")),
            clock("works", "investigated", "works_begun", office(When.ALWAYS, "5 working days")),
            clock("preventive", "investigated", "prevented", office(When.ALWAYS, "12 weeks"))));

    private final Story complaint = Story.reported("2026-12-18T10:00", Map.of("category", "complaint"));
    private final Story damp = Story.reported("2026-03-27T10:00", Map.of("category", "damp"));

    @Test
    void vectors6And7InvestigationThenThreeClocksSideBySide() {
        damp.then("became_aware", "2026-03-27T10:00");
        assertThat(verdicts(DAMP, damp, "2026-03-30T00:00"))
                .extracting(Verdict::clock, Verdict::due)
                .containsExactly(tuple("investigate", utc("2026-04-14T16:00:00Z")));
        damp.then("investigated", "2026-04-02T12:00");
        assertThat(verdicts(DAMP, damp, "2026-04-03T00:00"))
                .extracting(Verdict::clock, Verdict::state, Verdict::due)
                .containsExactly(
                        tuple("investigate", MET, utc("2026-04-14T16:00:00Z")),
                        tuple("preventive", PENDING, utc("2026-06-25T23:00:00Z")),
                        tuple("summary", PENDING, utc("2026-04-09T16:00:00Z")),
                        tuple("works", PENDING, utc("2026-04-13T16:00:00Z")));
    }

    @Test
    void vector8AcknowledgedOnTheLastDay() {
        complaint.then("acknowledged", "2026-12-29T17:00");
        assertThat(verdicts(COMPLAINTS, complaint, "2026-12-30T00:00"))
                .extracting(Verdict::clock, Verdict::state, Verdict::due)
                .containsExactly(
                        tuple("acknowledge", MET, utc("2026-12-29T17:00:00Z")),
                        tuple(
                                "stage_1",
                                PENDING,
                                utc("2027-01-14T17:00:00Z"))); // 5pm is after hours: day 0 is the 30th
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-29T10:00, , 2027-01-13T17:00:00Z", // vector 8
        "2026-12-29T10:00, 10 working days, 2027-01-27T17:00:00Z", // and its longest extension
        "2026-12-29T10:00, 20 working days, 2027-01-27T17:00:00Z",
        "2026-12-21T10:00, , 2027-01-07T17:00:00Z" // vector 9: a prompt acknowledgement brings the reply forward
    })
    void vectors8And9TheReplyIsDueSoLongAfterTheAcknowledgement(String acknowledged, String extension, Instant due) {
        complaint.then("acknowledged", acknowledged);
        if (extension != null) {
            complaint.tell(
                    "told_extension", "2027-01-05T10:00", "2027-01-05T10:00", "council", Map.of("by", extension));
        }
        Verdict reply = verdicts(COMPLAINTS, complaint, "2027-01-06T00:00").getLast();
        assertThat(reply.clock()).isEqualTo("stage_1");
        assertThat(reply.due()).isEqualTo(due);
    }

    @Test
    void aClockWhoseStartNeverComesNeverStarts() {
        assertThat(verdicts(COMPLAINTS, complaint, MUCH_LATER))
                .extracting(Verdict::clock, Verdict::state)
                .containsExactly(tuple("acknowledge", BREACHED));
    }

    @Test
    void theClockIsNamedInTheReasons() {
        assertThat(verdicts(COMPLAINTS, complaint, MUCH_LATER).getFirst().why())
                .contains("The clause has clocks of its own for each step; this is the clock “acknowledge”.");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T18:00, 2026-03-29T18:00:00Z", "2026-10-24T18:00, 2026-10-25T17:00:00Z"})
    void vectors3And4TwentyFourHoursOverAClockChange(String reported, Instant due) {
        Contract contract = contract(clause("flytip", clock("24 hours", ALWAYS)));
        assertThat(verdict(contract, Story.reported(reported)).due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "fixed, 2026-06-03T10:00, made_safe, 2026-06-04T10:00",
        "made_safe, 2026-06-03T10:00, fixed, 2026-06-04T10:00"
    })
    void theFirstOfSeveralStopsStopsTheClock(String one, String first, String other, String second) {
        ClockRule rule = clock(
                "",
                Set.of("reported"),
                Set.of("fixed", "made_safe"),
                ClockRule.Moves.PLAIN,
                null,
                office(When.ALWAYS, "3 working days"));
        Story story = Story.reported("2026-06-02T11:00").then(other, second).then(one, first);
        assertThat(verdict(contract(clause("flytip", rule)), story).stopped()).isEqualTo(Story.london(first));
    }

    @Test
    void theFirstOfSeveralStartsStartsTheClock() {
        ClockRule rule = clock(
                "",
                Set.of("became_aware", "inspected"),
                Set.of("fixed"),
                ClockRule.Moves.PLAIN,
                null,
                office(When.ALWAYS, "3 working days"));
        Story story = Story.reported("2026-06-01T11:00")
                .then("inspected", "2026-06-03T11:00")
                .then("became_aware", "2026-06-02T11:00");
        assertThat(verdict(contract(clause("flytip", rule)), story).due()).isEqualTo("2026-06-05T16:00:00Z");
    }

    @Test
    void aClockMayStartAnewWithEachStopUntilTheEnd() {
        Story told = Story.reported("2026-06-01T10:00")
                .then("updated", "2026-06-20T10:00")
                .then("updated", "2026-07-25T10:00");
        assertThat(verdicts(updates(), told, "2026-08-01T00:00"))
                .extracting(Verdict::cycle, Verdict::state, Verdict::start, Verdict::due)
                .containsExactly(
                        tuple(1, MET, utc("2026-06-01T09:00:00Z"), utc("2026-06-29T23:00:00Z")),
                        tuple(2, BREACHED, utc("2026-06-20T09:00:00Z"), utc("2026-07-18T23:00:00Z")),
                        tuple(3, PENDING, utc("2026-07-25T09:00:00Z"), utc("2026-08-22T23:00:00Z")));
        told.then("closed", "2026-08-02T10:00");
        assertThat(verdicts(updates(), told, MUCH_LATER).getLast().state()).isEqualTo(VOID);
    }

    @Test
    void anUpdateToldTwiceInTheSameWordsIsOneUpdate() {
        Story told = Story.reported("2026-06-01T10:00")
                .then("updated", "2026-06-01T10:00")
                .then("updated", "2026-06-01T10:00");
        assertThat(verdicts(updates(), told, "2026-06-02T00:00"))
                .extracting(Verdict::cycle, Verdict::state)
                .containsExactly(tuple(1, MET), tuple(2, PENDING));
    }

    @Test
    void anUpdateBeforeTheClockStartsDoesNotStartItAnew() {
        Story told = Story.reported("2026-06-01T10:00").then("updated", "2026-05-20T10:00");
        assertThat(verdicts(updates(), told, "2026-06-02T00:00"))
                .extracting(Verdict::cycle, Verdict::state)
                .containsExactly(tuple(1, PENDING));
    }

    @Test
    void anUpdateWithWhichTheCaseWasClosedIsTheLast() {
        Story told = Story.reported("2026-06-01T10:00")
                .then("updated", "2026-06-20T10:00")
                .then("closed", "2026-06-20T10:00");
        assertThat(verdicts(updates(), told, MUCH_LATER))
                .extracting(Verdict::state)
                .containsExactly(MET);
    }

    @Test
    void whatResidentsDoInReturnIsJudgedLikeAnyPromise() {
        Clause pledge = Clause.of(
                "visit",
                new Party("residents", "Residents", Party.Role.RESIDENT),
                When.ALWAYS,
                new Reciprocal(Respond.of("asked_help", "helped", allowance("3 days"), ALWAYS)));
        Story story = Story.reported("2026-06-01T10:00")
                .then("asked_help", "2026-06-02T10:00")
                .resident("helped", "2026-06-05T10:00");
        Verdict verdict = verdict(contract(pledge), story);
        assertThat(verdict.state()).isEqualTo(MET);
        assertThat(verdict.due()).isEqualTo("2026-06-05T23:00:00Z");
    }

    @Test
    void whatCannotBeCheckedIsShownAsNotMeasurable() {
        Clause soon = new Clause(
                "soon",
                PlainsFarm.COUNCIL,
                "We will come as soon as we can.",
                When.of(Set.of("flytip"), Set.of()),
                new Unmeasurable("respond"),
                Strength.NONE,
                null,
                List.of(),
                List.of());
        Verdict verdict = verdict(contract(soon), Story.reported("2026-06-01T10:00"));
        assertThat(verdict.state()).isEqualTo(Verdict.State.UNMEASURABLE);
        assertThat(verdict.due()).isNull();
        assertThat(verdict.why())
                .containsExactly(
                        "Version 1 of the contract “terrace” was in force at the start. Clause “soon” says: “We will come as soon as we can.”",
                        "The contract promises nothing here that could be checked, so it is shown as not measurable and is not judged.");
        Story graffiti = Story.reported("2026-06-01T10:00", Map.of("category", "graffiti"));
        assertThat(verdicts(contract(soon), graffiti, MUCH_LATER)).isEmpty();
    }

    @Test
    void aRangeIsBrokenOnlyPastItsEnd() {
        Contract contract = contract(clause("flytip", clock("2 to 5 working days", OFFICE)));
        Verdict early = verdict(contract, Story.reported("2026-06-02T11:00").then("fixed", "2026-06-02T12:00"));
        assertThat(early.state()).isEqualTo(MET);
        assertThat(early.due()).isEqualTo("2026-06-09T16:00:00Z");
        assertThat(early.why())
                .contains(
                        "The contract says 2 to 5 working days: sooner is kept too, and the promise is broken only past the longer time.");
    }

    private static Contract updates() {
        return contract(clause(
                "flytip",
                clock(
                        "",
                        Set.of("reported"),
                        Set.of("updated"),
                        ClockRule.Moves.PLAIN,
                        "closed",
                        always(When.ALWAYS, "28 days"))));
    }
}
