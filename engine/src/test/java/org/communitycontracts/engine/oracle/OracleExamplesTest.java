package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/** The second judge itself is held by the worked examples of the contract language, so that two wrong judges do not agree unseen. */
class OracleExamplesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Calendar OFFICE = new Calendar(
            "office",
            LONDON,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            540,
            1020,
            List.of(day("2026-04-03"), day("2026-04-06"), day("2026-05-04"), day("2026-05-25"), day("2026-08-31")));
    private static final Calendar ALWAYS = Found.dayAndNight(LONDON);
    private static final Party COUNCIL = new Party("council", "City Council", Party.Role.PROVIDER);
    private static final Party HOMES = new Party("homes", "Home Group", Party.Role.PROVIDER);
    private static final Party RESIDENTS = new Party("residents", "Residents", Party.Role.RESIDENT);

    private final List<Happening> story = new ArrayList<>();

    private static Holiday day(String date) {
        return new Holiday(LocalDate.parse(date), date, Instant.MIN);
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    private OracleExamplesTest tell(String event, String local) {
        return tell("r1", event, local, null, Map.of());
    }

    private OracleExamplesTest tell(
            String report,
            String event,
            String local,
            @org.jspecify.annotations.Nullable String by,
            Map<String, String> facts) {
        story.add(new Happening(report, event, at(local), at(local), by, facts));
        return this;
    }

    private static ClockRule clock(String within, Calendar calendar) {
        return new ClockRule(
                "",
                Set.of("reported"),
                Set.of("fixed"),
                List.of(new Choice(When.ALWAYS, Allowance.parse(within).orElseThrow(), calendar)),
                List.of(new ClockRule.PauseRule("asked", "replied", new Allowance(10, Allowance.Unit.WORKING_DAYS))),
                Set.of("withdrawn"),
                new ClockRule.Reopening(new Allowance(10, Allowance.Unit.WORKING_DAYS), true),
                ClockRule.Moves.PLAIN,
                null);
    }

    private static ClockRule with(ClockRule rule, ClockRule.Moves moves) {
        return new ClockRule(
                rule.id(),
                rule.starts(),
                rule.stops(),
                rule.choices(),
                rule.pauses(),
                rule.cancel(),
                rule.reopen(),
                moves,
                null);
    }

    private static ClockRule with(ClockRule rule, List<Choice> choices) {
        return new ClockRule(
                rule.id(),
                rule.starts(),
                rule.stops(),
                choices,
                rule.pauses(),
                rule.cancel(),
                rule.reopen(),
                rule.moves(),
                null);
    }

    private static Clause clause(String id, ClockRule rule, String... categories) {
        return Clause.of(id, COUNCIL, When.of(Set.of(categories), Set.of()), new Respond(List.of(rule)));
    }

    private static Clause with(Clause clause, Exclusion exclusion) {
        return new Clause(
                clause.id(),
                clause.by(),
                clause.text(),
                clause.when(),
                clause.duty(),
                clause.strength(),
                clause.target(),
                List.of(exclusion),
                clause.remedies());
    }

    private static Contract contract(
            int version, String from, String until, Contract.Transition transition, Clause... clauses) {
        return new Contract(
                "plains-farm",
                version,
                LONDON,
                LocalDate.parse(from),
                LocalDate.parse(until),
                Currency.getInstance("GBP"),
                transition,
                Map.of("office", OFFICE, "always", ALWAYS),
                Map.of("council", COUNCIL, "homes", HOMES, "residents", RESIDENTS),
                List.of(clauses));
    }

    private List<String> found(String asOf, Clause... clauses) {
        return found(List.of(contract(1, "2020-01-01", "2030-01-01", Contract.Transition.AT_REPORT, clauses)), asOf);
    }

    private List<String> found(List<Contract> versions, String asOf) {
        Instant now = at(asOf);
        return new SecondJudge(versions)
                .verdicts(story, now, now).stream()
                        .map(OracleExamplesTest::line)
                        .toList();
    }

    private static String line(Verdict one) {
        return one.clause() + " " + one.subject() + " " + one.cycle() + " " + one.state() + " due " + one.due()
                + " used "
                + one.used() / 60 + (one.custody().isEmpty() ? "" : " " + one.custody())
                + (one.holderAtBreach() == null ? "" : " by " + one.holderAtBreach())
                + (one.duplicateOf() == null ? "" : " as " + one.duplicateOf());
    }

    @Test
    void example1ClockChange() {
        Clause hotline = clause("hotline", clock("24 hours", ALWAYS));
        assertThat(tell("reported", "2026-10-24T18:00")
                        .tell("fixed", "2026-10-25T17:30")
                        .found("2026-11-01T00:00", hotline))
                .containsExactly("hotline r1 1 BREACHED due 2026-10-25T17:00:00Z used 1470 by council");
        assertThat(found("2026-11-01T00:00", clause("day", clock("1 day", ALWAYS))))
                .containsExactly("day r1 1 MET due 2026-10-26T00:00:00Z used 1470");
        story.clear();
        assertThat(tell("reported", "2026-03-28T18:00")
                        .tell("fixed", "2026-03-29T18:30")
                        .found("2026-11-01T00:00", hotline))
                .containsExactly("hotline r1 1 MET due 2026-03-29T18:00:00Z used 1410");
    }

    @Test
    void example3Hold() {
        Clause clause = clause("c", clock("16 working hours", OFFICE));
        tell("reported", "2026-06-02T11:00").tell("asked", "2026-06-03T15:00").tell("replied", "2026-06-05T10:30");
        tell("fixed", "2026-06-05T15:00");
        assertThat(found("2026-07-01T00:00", clause))
                .containsExactly("c r1 1 BREACHED due 2026-06-05T13:30:00Z used 990 by council");
        story.removeIf(one -> one.event().equals("asked"));
        story.add(new Happening("r1", "asked", at("2026-06-03T15:00"), at("2026-06-05T09:00"), null, Map.of()));
        assertThat(found("2026-07-01T00:00", clause).getFirst()).contains("BREACHED due 2026-06-04T10:00:00Z");
    }

    @Test
    void example4AfterHours() {
        tell("reported", "2026-06-05T19:40");
        assertThat(found("2026-06-05T20:00", clause("c", clock("4 working hours", OFFICE)))
                        .getFirst())
                .contains("due 2026-06-08T12:00:00Z");
        assertThat(found("2026-06-05T20:00", clause("c", clock("5 working days", OFFICE)))
                        .getFirst())
                .contains("due 2026-06-15T16:00:00Z");
        story.clear();
        assertThat(tell("reported", "2026-06-05T16:59")
                        .found("2026-06-05T20:00", clause("c", clock("4 working hours", OFFICE)))
                        .getFirst())
                .contains("due 2026-06-08T11:59:00Z");
    }

    @Test
    void example5Recategorised() {
        Clause plain = clause("plain", clock("5 working days", OFFICE), "graffiti");
        Clause bad = clause("bad", clock("24 hours", ALWAYS), "offensive");
        tell("r1", "reported", "2026-07-06T09:30", null, Map.of("category", "graffiti"));
        tell("r1", "recategorised", "2026-07-07T14:00", null, Map.of("category", "offensive", "basis", "new_facts"));
        assertThat(found("2026-07-07T15:00", plain, bad))
                .containsExactly(
                        "bad r1 1 PENDING due 2026-07-08T13:00:00Z used 60",
                        "plain r1 1 SUPERSEDED due 2026-07-13T16:00:00Z used 750");
        story.removeLast();
        tell("r1", "recategorised", "2026-07-07T14:00", null, Map.of("category", "offensive", "basis", "first_report"));
        assertThat(found("2026-07-07T15:00", plain, bad))
                .contains("bad r1 1 BREACHED due 2026-07-07T08:30:00Z used 1770 by council");
        assertThat(found("2026-07-07T12:00", plain, bad))
                .hasSize(1)
                .first()
                .asString()
                .contains("PENDING");
    }

    @Test
    void example5SlowerMove() {
        Clause plain = clause("plain", clock("5 working days", OFFICE), "graffiti");
        Clause bad = clause("bad", clock("24 hours", ALWAYS), "offensive");
        tell("r1", "reported", "2026-07-06T09:30", null, Map.of("category", "graffiti"));
        tell("r1", "recategorised", "2026-07-07T14:00", null, Map.of("category", "offensive", "basis", "new_facts"));
        tell("r1", "recategorised", "2026-07-08T10:00", "council", Map.of("category", "graffiti"));
        tell("r1", "fixed", "2026-07-09T10:00", "council", Map.of());
        assertThat(found("2026-07-20T15:00", plain, bad))
                .contains("bad r1 1 BREACHED due 2026-07-08T13:00:00Z used 2640 by council")
                .hasSize(2);
        tell("r1", "agreed", "2026-07-08T12:00", "residents", Map.of());
        assertThat(found("2026-07-20T15:00", plain, bad))
                .hasSize(3)
                .contains("plain r1 2 MET due 2026-07-13T16:00:00Z used 1470");
    }

    @Test
    void example6Handover() {
        ClockRule rule = clock("5 working days", OFFICE);
        tell("reported", "2026-07-13T10:00");
        tell("r1", "handover_offered", "2026-07-15T16:00", "council", Map.of("to", "homes"));
        tell("r1", "handover_accepted", "2026-07-16T11:00", "homes", Map.of());
        tell("r1", "fixed", "2026-07-23T12:00", "homes", Map.of());
        assertThat(found("2026-08-01T00:00", clause("c", rule)))
                .containsExactly("c r1 1 BREACHED due 2026-07-20T16:00:00Z used 3960"
                        + " [Custody[party=council, seconds=90000], Custody[party=homes, seconds=79200]] by homes");
        assertThat(found("2026-08-01T00:00", clause("c", with(rule, new ClockRule.Moves(false, true, false)))))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("c r1 2 MET due 2026-07-23T16:00:00Z");
    }

    @Test
    void example7Reopened() {
        Clause clause = clause("c", clock("24 working hours", OFFICE));
        tell("reported", "2026-09-07T10:00").tell("fixed", "2026-09-09T10:00").tell("reopened", "2026-09-14T09:00");
        tell("fixed", "2026-09-15T12:00");
        assertThat(found("2026-10-20T00:00", clause))
                .containsExactly("c r1 1 BREACHED due 2026-09-14T16:00:00Z used 1620 by council");
        story.subList(2, 4).clear();
        tell("reopened", "2026-09-28T09:00");
        assertThat(found("2026-09-29T00:00", clause).getLast())
                .isEqualTo("c r1 2 PENDING due 2026-09-30T16:00:00Z used 480");
    }

    @Test
    void example8Merged() {
        Clause clause = clause("c", clock("3 working days", OFFICE));
        tell("p1", "reported", "2026-08-27T16:00", null, Map.of())
                .tell("p2", "reported", "2026-09-01T09:15", null, Map.of());
        tell("p2", "merged", "2026-09-01T11:00", null, Map.of("into", "p1"));
        tell("p1", "fixed", "2026-09-03T12:00", null, Map.of());
        assertThat(found("2026-10-01T00:00", clause))
                .containsExactly(
                        "c p1 1 BREACHED due 2026-09-02T16:00:00Z used 1680 by council",
                        "c p2 1 MET due 2026-09-04T16:00:00Z used 1125 as p1");
        tell("p2", "unmerged", "2026-09-10T11:00", null, Map.of());
        assertThat(found("2026-10-01T00:00", clause).getLast()).contains("MET").doesNotContain("as p1");
    }

    @Test
    void example9Amended() {
        Clause slow = clause("c", clock("10 working days", OFFICE));
        Clause quick = clause("c", clock("5 working days", OFFICE));
        Contract first = contract(1, "2025-04-01", "2026-04-01", Contract.Transition.AT_REPORT, slow);
        Contract second = contract(2, "2026-04-01", "2027-04-01", Contract.Transition.AT_REPORT, quick);
        Contract better = contract(2, "2026-04-01", "2027-04-01", Contract.Transition.BETTER_FOR_RESIDENT, quick);
        tell("reported", "2026-03-27T10:00");
        assertThat(found(List.of(first, second), "2026-04-02T00:00").getFirst()).contains("due 2026-04-14T16:00:00Z");
        assertThat(found(List.of(first, better), "2026-04-02T00:00").getFirst()).contains("due 2026-04-10T16:00:00Z");
        story.clear();
        tell("reported", "2026-03-31T23:30");
        assertThat(found(List.of(first, second), "2026-04-02T00:00").getFirst()).contains("due 2026-04-17T16:00:00Z");
    }

    /** Found by seed 74269: under the later version it moved away a second time, and back, without end. */
    @Test
    void aCaseThatMovedAwayAndBackIsJudgedByTheBetterVersionOnce() {
        Clause slow = clause("c", clock("10 working days", OFFICE), "flytip");
        Clause quick = clause("c", clock("5 working days", OFFICE), "flytip");
        Contract first = contract(1, "2025-04-01", "2026-04-01", Contract.Transition.AT_REPORT, slow);
        Contract better = contract(2, "2026-04-01", "2027-04-01", Contract.Transition.BETTER_FOR_RESIDENT, quick);
        tell("r1", "reported", "2026-03-27T10:00", "residents", Map.of("category", "flytip"));
        tell("r1", "recategorised", "2026-04-01T10:00", "residents", Map.of("category", "nobody's"));
        tell(
                "r1",
                "recategorised",
                "2026-04-02T10:00",
                "residents",
                Map.of("category", "flytip", "basis", "first_report"));
        assertThat(found(List.of(first, better), "2026-04-02T10:00"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("c r1 2 PENDING due 2026-04-10T16:00:00Z");
    }

    /** Found by seed 386456: asked at the day of the new version, and not of the report, which time is promised, it moved without end. */
    @Test
    void aChangeToTheSameCategoryWhenTheBetterVersionBeginsChangesNothing() {
        ClockRule.Moves fromReport = new ClockRule.Moves(true, false, false);
        When onFriday = new When(Set.of(), Set.of(), Map.of(), null, Set.of(DayOfWeek.FRIDAY), null, null, null, null);
        Choice quick = new Choice(onFriday, Allowance.parse("5 working days").orElseThrow(), OFFICE);
        ClockRule onFridays = with(clock("1 day", OFFICE), List.of(quick, new Choice(When.ALWAYS, null, OFFICE)));
        Clause slow = clause("c", with(clock("10 working days", OFFICE), fromReport), "flytip");
        Clause now = clause("c", with(onFridays, fromReport), "flytip");
        Contract first = contract(1, "2025-04-01", "2026-04-01", Contract.Transition.AT_REPORT, slow);
        Contract better = contract(2, "2026-04-01", "2027-04-01", Contract.Transition.BETTER_FOR_RESIDENT, now);
        tell("r1", "reported", "2026-03-27T10:00", "residents", Map.of("category", "flytip"));
        tell("r1", "recategorised", "2026-04-01T00:00", "residents", Map.of("category", "flytip"));
        assertThat(found(List.of(first, better), "2026-04-02T00:00"))
                .containsExactly("c r1 1 PENDING due 2026-04-10T16:00:00Z used 480");
    }

    /** Found by seed 1000024796: fixed within a day on hold it was broken, fixed the day after it was kept. */
    @Test
    void aDayOnHoldWhenItIsFixedIsTakenAsOnHoldToItsEnd() {
        tell("reported", "2026-06-02T11:00").tell("asked", "2026-06-03T16:00").tell("fixed", "2026-06-04T16:00");
        assertThat(found("2026-06-20T00:00", clause("c", clock("2 full working days", OFFICE))))
                .containsExactly("c r1 1 MET due 2026-06-05T10:00:00Z used 780");
    }

    /** Found by seed 241151: the hold that a stop had ended came back when the clock started again. */
    @Test
    void aHoldThatEndedWithTheStopDoesNotComeBackWithTheHandover() {
        tell("reported", "2026-07-13T10:00").tell("asked", "2026-07-13T11:00").tell("fixed", "2026-07-13T12:00");
        tell("reopened", "2026-07-13T13:00");
        tell("r1", "handover_offered", "2026-07-13T14:00", "council", Map.of("to", "homes"));
        tell("r1", "handover_accepted", "2026-07-13T15:00", "homes", Map.of());
        ClockRule restarting = with(clock("16 working hours", OFFICE), new ClockRule.Moves(false, true, false));
        assertThat(found("2026-07-14T10:00", clause("c", restarting)).getLast())
                .isEqualTo("c r1 2 PENDING due 2026-07-15T14:00:00Z used 180");
    }

    /** Found by seed 352289: the count that the reopening began heard again what had been said before the case moved here. */
    @Test
    void whatWasSaidOfTheCategoryBeforeACaseMovedDoesNotTurnItAgainAfterAReopening() {
        tell("r1", "reported", "2026-06-01T10:00", "residents", Map.of("category", "nobody's"));
        tell("fixed", "2026-06-01T11:00").tell("reopened", "2026-06-22T10:00");
        tell("r1", "recategorised", "2026-06-22T12:00", "residents", Map.of("category", "graffiti"));
        tell(
                "r1",
                "recategorised",
                "2026-06-23T10:00",
                "residents",
                Map.of("category", "flytip", "basis", "first_report"));
        assertThat(found(
                        "2026-06-24T00:00",
                        clause("a", clock("5 working days", OFFICE), "graffiti"),
                        clause("b", clock("5 working days", OFFICE), "flytip")))
                .containsExactly(
                        "a r1 1 SUPERSEDED due 2026-06-29T16:00:00Z used 360",
                        "b r1 1 MET due 2026-06-08T16:00:00Z used 60",
                        "b r1 2 PENDING due 2026-06-29T16:00:00Z used 900");
    }

    /** Found by seed 551672: a day for which it was thought to be fixed, and in which the clock was switched, moved the new due moment. */
    @Test
    void theDayInWhichAClockIsSwitchedIsNoWholeDayOnHold() {
        Choice anew = new Choice(When.ALWAYS, Allowance.parse("2 days").orElseThrow(), OFFICE);
        Exclusion fault = new Exclusion(
                "supply_fault", Exclusion.Effect.SWITCH, Exclusion.Needs.EVIDENCE, null, null, null, anew, When.ALWAYS);
        tell("reported", "2026-06-01T10:00").tell("fixed", "2026-06-02T10:00");
        tell("r1", "supply_fault", "2026-06-04T09:00", "council", Map.of("evidence", "photo"));
        tell("reopened", "2026-06-06T10:00");
        assertThat(found("2026-06-07T00:00", with(clause("c", clock("1 week", OFFICE)), fault)))
                .containsExactly("c r1 1 PENDING due 2026-06-07T23:00:00Z used 480");
    }

    private OracleExamplesTest times(int many, String event, Map<String, String> facts) {
        for (int i = 0; i < many; i++) {
            Instant at = at("2026-04-01T09:00").plusSeconds(60L * story.size());
            story.add(new Happening(null, event, at, at, "council", facts));
        }
        return this;
    }

    private static Clause shared(Duty duty, int share, int minCount) {
        return Clause.of("c", COUNCIL, When.ALWAYS, duty).with(new Target(share, Window.QUARTER, minCount, null));
    }

    private static Clause swept(Recur recur) {
        return new Clause(
                "sweep",
                COUNCIL,
                "sweep",
                When.ALWAYS,
                recur,
                Strength.GUARANTEE,
                null,
                List.of(new Exclusion(
                        "snow",
                        Exclusion.Effect.EXTEND,
                        Exclusion.Needs.DECLARED_NOTICE,
                        null,
                        null,
                        null,
                        null,
                        When.ALWAYS)),
                List.of());
    }

    private static Recur every(Allowance period, String anchor, @org.jspecify.annotations.Nullable Allowance gap) {
        return new Recur(Set.of("swept"), period, LocalDate.parse(anchor), 1, null, gap, null, null, ALWAYS);
    }

    private List<String> states(String asOf, Clause clause) {
        return found(asOf, clause).stream()
                .filter(line -> line.contains(" 2026-"))
                .map(line -> line.substring(line.indexOf(' ') + 1, line.indexOf(" used")))
                .toList();
    }

    @Test
    void example12PeriodsAndTheLongestGap() {
        Recur sweep =
                every(new Allowance(2, Allowance.Unit.WEEKS), "2026-01-05", new Allowance(21, Allowance.Unit.DAYS));
        Clause clause = swept(sweep);
        tell("swept", "2026-01-06T10:00").tell("swept", "2026-01-30T10:00").tell("swept", "2026-02-02T10:00");
        Contract contract = contract(1, "2026-01-05", "2030-01-01", Contract.Transition.AT_REPORT, clause);
        assertThat(found(List.of(contract), "2026-02-16T12:00"))
                .contains(
                        "sweep 2026-01-05 1 MET due 2026-01-19T00:00:00Z used 0",
                        "sweep 2026-01-06 1 BREACHED due 2026-01-28T00:00:00Z used 0 by council",
                        "sweep 2026-01-19 1 MET due 2026-02-02T00:00:00Z used 0",
                        "sweep 2026-02-02 1 MET due 2026-02-16T00:00:00Z used 0");
    }

    @Test
    void example12bSnowMovesTheEndOfThePeriod() {
        Clause clause = swept(every(new Allowance(2, Allowance.Unit.WEEKS), "2026-01-05", null));
        tell("swept", "2026-01-06T10:00").tell("swept", "2026-02-04T10:00");
        Instant declared = at("2026-01-28T18:00");
        story.add(new Happening(
                null, "snow", declared, declared, "council", Map.of("from", "2026-01-29", "until", "2026-02-02")));
        assertThat(states("2026-02-17T00:00", clause))
                .containsExactly(
                        "2026-01-05 1 MET due 2026-01-19T00:00:00Z",
                        "2026-01-19 1 MET due 2026-02-06T00:00:00Z",
                        "2026-02-02 1 BREACHED due 2026-02-16T00:00:00Z",
                        "2026-02-16 1 PENDING due 2026-03-02T00:00:00Z");
    }

    @Test
    void example13MonthsAreClippedToTheirEnd() {
        Clause clause = swept(every(new Allowance(1, Allowance.Unit.MONTHS), "2026-01-31", null));
        assertThat(states("2026-05-31T12:00", clause))
                .extracting(line -> line.substring(0, 10))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    }

    @Test
    void example14Grades() {
        Clause clause = shared(new Grade("graded", List.of("A", "B+", "B", "B-", "C", "D"), "B", null), 90, 20);
        times(45, "graded", Map.of("grade", "B")).times(5, "graded", Map.of("grade", "B-"));
        assertThat(states("2026-07-01T00:00", clause)).contains("2026-04-01/2026-07-01 1 MET due 2026-06-30T23:00:00Z");
        story.removeFirst();
        times(1, "graded", Map.of("grade", "C"));
        assertThat(states("2026-07-01T00:00", clause))
                .contains("2026-04-01/2026-07-01 1 BREACHED due 2026-06-30T23:00:00Z");
    }

    @Test
    void example15Survey() {
        Clause clause = shared(new Score("q", Set.of("4", "5"), Set.of("dont_know")), 70, 30);
        times(42, "answered", Map.of("question", "q", "answer", "4"));
        times(18, "answered", Map.of("question", "q", "answer", "1"));
        times(5, "answered", Map.of("question", "q", "answer", "dont_know"));
        assertThat(states("2026-07-01T00:00", clause)).contains("2026-04-01/2026-07-01 1 MET due 2026-06-30T23:00:00Z");
        story.subList(0, 31).clear();
        assertThat(states("2026-07-01T00:00", clause))
                .contains("2026-04-01/2026-07-01 1 INSUFFICIENT due 2026-06-30T23:00:00Z");
    }
}
