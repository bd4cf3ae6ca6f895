package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.redress.Desk.clause;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Remedy.Kind;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Severity, lateness and persistence choose the rung; a breach gets the first one whose grounds hold. */
class LaddersTest {
    private static final Remedy APOLOGY = Terms.deedOf(Kind.APOLOGY, "10 working days");
    private static final Remedy MEETING = Terms.deedOf(Kind.MEETING, "20 working days");
    private static final When.Season ALL_YEAR =
            new When.Season(java.time.MonthDay.of(1, 1), java.time.MonthDay.of(12, 31));
    private static final Remedy REPLY = Terms.deedOf(Kind.WRITTEN_REPLY, null);

    @Test
    void severityChoosesTheRung() {
        Desk desk = Desk.of(ladder(
                new Rung(facts("severity", Set.of("high", "urgent")), null, null, MEETING), Rung.of(APOLOGY)));
        desk.reported("r1", Map.of("severity", "high")).reported("r2", Map.of("severity", "low"));
        broken(desk, "r1", "r2", "r3");
        assertThat(kinds(desk)).containsExactly("r1 MEETING", "r2 APOLOGY", "r3 APOLOGY");
    }

    @Test
    void whatTheEntryThatStartedTheClockSaysWins() {
        Desk desk = Desk.of(clause(
                "flytip",
                Respond.of("inspected", "fixed", allowance("5 working days"), OFFICE),
                ladder(new Rung(facts("severity", Set.of("high")), null, null, MEETING), Rung.of(APOLOGY))));
        desk.reported("r1", Map.of("severity", "high")).reported("r2", Map.of("severity", "low"));
        desk.tell("r1", "inspected", "2026-05-20T10:00", Map.of("severity", "low"));
        desk.tell("r2", "inspected", "2026-05-20T10:00", Map.of("severity", "high"));
        desk.tell("r2", "inspected", "2026-05-19T10:00", Map.of("severity", "low"));
        desk.tell("r2", "inspected", "2026-05-21T10:00", Map.of("severity", "low"));
        desk.tell("r2", "mentioned", "2026-05-22T10:00", Map.of("severity", "low"));
        for (String report : List.of("r1", "r2")) {
            desk.add(verdict("flytip", report)
                    .start("2026-05-20T10:00")
                    .from("2026-06-01T17:00", "2026-06-02T12:00")
                    .build());
        }
        assertThat(kinds(desk)).containsExactly("r1 APOLOGY", "r2 MEETING");
    }

    @Test
    void eachClockHasAnEntryOfItsOwnThatStartedIt() {
        ClockRule seen = named("seen", "reported");
        ClockRule done = named("done", "inspected");
        Desk desk = Desk.of(clause(
                "flytip",
                new Respond(List.of(seen, done)),
                ladder(new Rung(facts("severity", Set.of("high")), null, null, MEETING), Rung.of(APOLOGY))));
        desk.reported("r1", Map.of("severity", "low"));
        desk.tell("r1", "inspected", "2026-05-20T10:00", Map.of("severity", "high"));
        for (String clock : List.of("seen", "done")) {
            desk.add(verdict("flytip", "r1")
                    .clock(clock)
                    .from("2026-06-01T17:00", "2026-06-02T12:00")
                    .build());
        }
        assertThat(desk.entitlements().stream().map(one -> one.clock() + " " + one.kind()))
                .containsExactly("done MEETING", "seen APOLOGY");
    }

    @Test
    void leaksOnTheReportsOfOneHouseholdAreCountedTogether() {
        Desk desk = Desk.of(ladder(new Rung(count("leak", "household"), null, null, MEETING), Rung.of(APOLOGY)));
        desk.reported("r1", Map.of("household", "h")).reported("r2", Map.of("household", "h"));
        desk.reported("r3", Map.of("household", "other"));
        desk.tell("r1", "leak", "2025-12-01T12:00", Map.of()).tell("r2", "leak", "2025-12-02T12:00", Map.of());
        desk.tell("r3", "leak", "2025-12-03T12:00", Map.of("household", "h"));
        desk.tell(null, "leak", "2025-12-04T12:00", Map.of());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-02T12:00")
                .build());
        desk.add(verdict("flytip", "r3")
                .from("2026-06-01T17:00", "2026-06-02T12:00")
                .build());
        assertThat(kinds(desk)).containsExactly("r1 MEETING", "r3 APOLOGY");
    }

    @Test
    void withoutASameFactTheLeaksOfAllAreCounted() {
        Desk desk = Desk.of(ladder(new Rung(count("leak", null), null, null, MEETING), Rung.of(APOLOGY)));
        desk.reported("r1", Map.of());
        desk.tell("r1", "leak", "2025-12-01T12:00", Map.of()).tell("r2", "leak", "2025-12-02T12:00", Map.of());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-02T12:00")
                .build());
        assertThat(kinds(desk)).as("two are not three").containsExactly("r1 APOLOGY");
        desk.tell(null, "leak", "2025-12-04T12:00", Map.of());
        assertThat(kinds(desk)).containsExactly("r1 MEETING");
    }

    @Test
    void theSeasonIsThatOfTheStart() {
        When winter = new When(
                Set.of(),
                Set.of(),
                Map.of(),
                new When.Season(java.time.MonthDay.of(11, 1), java.time.MonthDay.of(4, 30)),
                Set.of(),
                null,
                null,
                null,
                null);
        Desk desk = Desk.of(ladder(new Rung(winter, null, null, MEETING), Rung.of(APOLOGY)));
        desk.add(verdict("flytip", "r1")
                .start("2026-04-30T23:00")
                .from("2026-06-01T17:00", null)
                .build());
        desk.add(verdict("flytip", "r2")
                .start("2026-05-01T00:00")
                .from("2026-06-01T17:00", null)
                .build());
        assertThat(kinds(desk)).containsExactly("r1 MEETING", "r2 APOLOGY");
    }

    @Test
    void theLastCategoryTheClauseCoversIsTheOneThatCounts() {
        Clause plain = clause(
                "flytip",
                ladder(new Rung(When.of(Set.of("asbestos"), Set.of()), null, null, MEETING), Rung.of(APOLOGY)));
        Clause covering = new Clause(
                plain.id(),
                plain.by(),
                plain.text(),
                When.of(Set.of("rubbish", "asbestos"), Set.of()),
                plain.duty(),
                plain.strength(),
                null,
                List.of(),
                plain.remedies());
        Desk desk = Desk.of(covering);
        for (String report : List.of("r1", "r2", "r3", "r4")) {
            desk.reported(report, Map.of("category", "rubbish"));
        }
        desk.tell("r1", "recategorised", "2026-05-20T10:00", Map.of("category", "asbestos"));
        desk.tell("r2", "recategorised", "2026-06-01T17:00:01", Map.of("category", "asbestos"));
        desk.tell("r3", "recategorised", "2026-05-20T10:00", Map.of("category", "asbestos"));
        desk.tell("r3", "recategorised", "2026-05-21T10:00", Map.of("category", "graffiti"));
        desk.tell("r4", "mentioned", "2026-05-20T10:00", Map.of("category", "asbestos"));
        broken(desk, "r1", "r2", "r3", "r4");
        assertThat(kinds(desk)).containsExactly("r1 MEETING", "r2 APOLOGY", "r3 MEETING", "r4 APOLOGY");
    }

    @Test
    void latenessChoosesTheRungCountedInFull() {
        Ladder ladder = ladder(Terms.late("10 working days", MEETING), Terms.late(null, APOLOGY));
        assertThat(kind(ladder, "2026-06-15T16:59:59")).isEqualTo(Kind.APOLOGY);
        assertThat(kind(ladder, "2026-06-15T17:00")).isEqualTo(Kind.MEETING);
    }

    @Test
    void aDeedIsDueFromTheBreachOn() {
        Desk desk = Desk.of(Terms.deed(Kind.APOLOGY, "10 working days"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-09T12:00");
        Entitlement apology = desk.only();
        assertThat(apology.due()).isEqualTo("2026-06-16T16:00:00Z");
        assertThat(apology.isFinal()).isTrue();
        assertThat(apology.household()).isEqualTo("h");
        assertThat(apology.parts()).containsExactly(new Entitlement.Part("council", Terms.pounds("0.00")));
        assertThat(apology.why())
                .containsExactly(
                        "The promise was due by Monday 1 June 2026, 5pm and was done on Tuesday 9 June 2026, noon.",
                        "City Council owes an apology by Tuesday 16 June 2026, 5pm.");
    }

    @Test
    void whileItIsOpenASteeperRungMayStillCome() {
        Desk desk = Desk.of(ladder(Terms.late("10 working days", MEETING), Terms.late(null, APOLOGY)))
                .broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.only("2026-06-05T12:00").kind()).isEqualTo(Kind.APOLOGY);
        assertThat(desk.only("2026-06-05T12:00").isFinal()).isFalse();
        assertThat(desk.only("2026-06-15T17:00").kind()).isEqualTo(Kind.MEETING);
        assertThat(desk.only("2026-06-15T17:00").isFinal()).isTrue();
    }

    @Test
    void aSteeperRungForOtherCasesLeavesNothingOpen() {
        Desk desk = Desk.of(ladder(
                        new Rung(facts("severity", Set.of("high")), allowance("10 working days"), null, MEETING),
                        Rung.of(APOLOGY)))
                .broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.only("2026-06-05T12:00").isFinal()).isTrue();
    }

    @Test
    void whereNoGroundsHoldNothingIsOwed() {
        Desk desk = Desk.of(ladder(Terms.late("10 working days", MEETING)))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
        assertThat(desk.entitlements()).isEmpty();
    }

    @Test
    void theThirdBreachInSixMonthsOfOneHouseholdGetsMore() {
        Desk desk = Desk.of(again(3, "household"))
                .broken("r1", "h", "2026-01-10T17:00", "2026-06-20T12:00")
                .broken("r2", "h", "2026-03-02T17:00", "2026-06-20T12:00")
                .broken("r3", "other", "2026-03-03T17:00", "2026-06-20T12:00")
                .broken("r4", "h", "2026-06-01T17:00", "2026-06-20T12:00")
                .broken("r5", "h", "2026-09-10T17:00", "2026-09-20T12:00");
        assertThat(kinds(desk))
                .as("the fifth is the second in its own six months")
                .containsExactly("r1 APOLOGY", "r2 APOLOGY", "r3 APOLOGY", "r4 WRITTEN_REPLY", "r5 APOLOGY");
    }

    @Test
    void theFirstMomentOfTheSixMonthsIsOutOfThem() {
        assertThat(kinds(Desk.of(again(2, "household"))
                        .broken("r1", "h", "2026-01-10T17:00", "2026-06-20T12:00")
                        .broken("r2", "h", "2026-07-10T17:00", "2026-07-20T12:00")))
                .containsExactly("r1 APOLOGY", "r2 APOLOGY");
        assertThat(kinds(Desk.of(again(2, "household"))
                        .broken("r1", "h", "2026-01-10T17:00:01", "2026-06-20T12:00")
                        .broken("r2", "h", "2026-07-10T17:00", "2026-07-20T12:00")))
                .containsExactly("r1 APOLOGY", "r2 WRITTEN_REPLY");
    }

    @Test
    void withoutASameFactAllBreachesOfTheClauseCountAndNoOtherClause() {
        Desk desk = Desk.of(clause("flytip", again(2, null)), clause("graffiti", again(2, null)));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-20T12:00")
                .build());
        desk.add(verdict("graffiti", "r2")
                .from("2026-06-02T17:00", "2026-06-20T12:00")
                .build());
        desk.add(verdict("flytip", "r3")
                .from("2026-06-03T17:00", "2026-06-20T12:00")
                .build());
        assertThat(kinds(desk)).containsExactly("r1 APOLOGY", "r3 WRITTEN_REPLY", "r2 APOLOGY");
    }

    @Test
    void aReportThatDoesNotSayIsNeverTheSame() {
        Desk desk = Desk.of(again(2, "street"));
        broken(desk, "r1", "r2");
        assertThat(kinds(desk)).containsExactly("r1 APOLOGY", "r2 APOLOGY");
        desk.reported("r1", Map.of("street", "s")).reported("r2", Map.of("street", "s"));
        assertThat(kinds(desk)).containsExactly("r1 APOLOGY", "r2 WRITTEN_REPLY");
    }

    @Test
    void twoReportsOfOneFaultAreNoSecondTime() {
        Desk desk = Desk.of(again(2, null));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-20T12:00")
                .build());
        desk.add(verdict("flytip", "r2")
                .from("2026-06-02T17:00", "2026-06-20T12:00")
                .duplicateOf("r1")
                .build());
        assertThat(kinds(desk)).containsExactly("r1 APOLOGY", "r2 APOLOGY");
        desk.add(verdict("flytip", "r1")
                .from("2026-06-03T17:00", "2026-06-20T12:00")
                .cycle(2)
                .build());
        assertThat(kinds(desk)).containsExactly("r1 APOLOGY", "r1 WRITTEN_REPLY", "r2 APOLOGY");
    }

    @Test
    void twoClocksOfOneReportAreTwoBreaches() {
        Desk desk = Desk.of(again(2, null));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-20T12:00")
                .clock("seen")
                .build());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-02T17:00", "2026-06-20T12:00")
                .clock("done")
                .build());
        assertThat(kinds(desk)).containsExactly("r1 WRITTEN_REPLY", "r1 APOLOGY");
    }

    @Test
    void aBreachStruckOutIsNoEarlierTime() {
        Desk desk = Desk.of(again(2, "household"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-20T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-20T12:00")
                .struckOut("r1", "2026-07-01T12:00");
        assertThat(kinds(desk)).containsExactly("r2 APOLOGY");
    }

    @Test
    void threeReportsInSixMonthsMayAskForMore() {
        When often = new When(
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Set.of(),
                null,
                null,
                null,
                new When.Count("reported", 3, allowance("6 months"), "household", "incident"));
        Desk desk = Desk.of(ladder(new Rung(often, null, null, MEETING), Rung.of(APOLOGY)));
        desk.tell("r1", "reported", "2026-03-01T12:00", Map.of("household", "h", "incident", "i1"));
        desk.tell("r2", "reported", "2026-04-01T12:00", Map.of("household", "h", "incident", "i1"));
        desk.tell("r3", "reported", "2026-05-01T12:00", Map.of("household", "h", "incident", "i2"));
        desk.tell("r4", "reported", "2026-05-02T12:00", Map.of("household", "other", "incident", "i3"));
        desk.tell("r5", "reported", "2026-05-03T12:00", Map.of("household", "h"));
        desk.tell("r6", "reported", "2026-05-04T12:00", Map.of());
        desk.tell(null, "reported", "2026-05-05T12:00", Map.of());
        broken(desk, "r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(kinds(desk))
                .as("the fifth: i1, i2 and one that names no incident")
                .containsExactly("r1 APOLOGY", "r2 APOLOGY", "r3 APOLOGY", "r4 APOLOGY", "r5 MEETING", "r6 APOLOGY");
    }

    @Test
    void anAimAndWhatResidentsPledgeAskForNothing() {
        Respond duty = Respond.of("reported", "fixed", allowance("5 working days"), OFFICE);
        assertThat(owes(clause("flytip", duty, Strength.AIM, anApology()), null))
                .isFalse();
        assertThat(owes(clause("flytip", duty, Strength.NONE, anApology()), null))
                .isFalse();
        assertThat(owes(clause("flytip", duty, Strength.TARGET, anApology()), null))
                .isTrue();
        assertThat(owes(clause("flytip", duty, Strength.GUARANTEE, anApology()), null))
                .isTrue();
        assertThat(owes(clause("flytip", new Reciprocal(duty), anApology()), null))
                .isFalse();
    }

    @Test
    void aWindowAsksForSomethingOnlyWhereThereAreNoCases() {
        Verdict.Share share = new Verdict.Share(1, 2);
        Respond respond = Respond.of("reported", "fixed", allowance("5 working days"), OFFICE);
        for (Duty duty : List.of(
                new Grade("graded", List.of("A", "B"), "A", null),
                new Score("q", Set.of("5"), Set.of()),
                new ShareOfTime("down", "up", null, null, null, OFFICE))) {
            assertThat(owes(clause("flytip", duty, anApology()), share))
                    .as("%s", duty)
                    .isTrue();
            assertThat(owes(clause("flytip", duty, Strength.AIM, anApology()), share))
                    .isFalse();
        }
        assertThat(owes(clause("flytip", respond, anApology()), share)).isFalse();
        assertThat(owes(clause("flytip", sweep(), anApology()), share)).isFalse();
        assertThat(owes(clause("flytip", sweep(), anApology()), null)).isTrue();
    }

    @Test
    void onlyABreachAsksForAnything() {
        for (Verdict.State state : Verdict.State.values()) {
            Desk desk = Desk.of(anApology());
            desk.add(verdict("flytip", "r1")
                    .from("2026-06-01T17:00", null)
                    .state(state)
                    .build());
            assertThat(desk.entitlements()).as("%s", state).hasSize(state == Verdict.State.BREACHED ? 1 : 0);
        }
    }

    @Test
    void aPeriodThatIsPastDoesNotGrowButAGapDoes() {
        Ladder perDay = Terms.pounds().first("10.00").further("1.00", "1 day").ladder();
        Desk desk = Desk.of(clause("flytip", sweep(), perDay));
        desk.add(verdict("flytip", "2026-06-01").from("2026-06-15T00:00", null).build());
        desk.add(verdict("flytip", "2026-06-02")
                .clock("gap")
                .from("2026-06-15T00:00", null)
                .build());
        List<Entitlement> both = desk.entitlements("2026-06-20T00:00");
        assertThat(both.stream().map(one -> Desk.line(one) + " " + one.isFinal()))
                .containsExactly("2026-06-01 10.00 true", "2026-06-02 15.00 false");
    }

    @Test
    void theHouseholdOfADutyOneByOneIsTheOneNamed() {
        Recur bins = new Recur(
                Set.of("emptied"),
                allowance("1 week"),
                LocalDate.of(2026, 1, 5),
                1,
                null,
                null,
                ALL_YEAR,
                new Recur.Each("household", List.of("h/1", "h2")),
                OFFICE);
        Recur streets = new Recur(
                Set.of("emptied"),
                allowance("1 week"),
                LocalDate.of(2026, 1, 5),
                1,
                null,
                null,
                ALL_YEAR,
                new Recur.Each("street", List.of("h/1", "h2")),
                OFFICE);
        assertThat(household(bins, "h/1/2026-01-05")).isEqualTo("h/1");
        assertThat(household(streets, "h/1/2026-01-05")).isNull();
        assertThat(household(sweep(), "h/2026-01-05")).isNull();
        assertThat(household(cuts("household"), "h2")).isEqualTo("h2");
        assertThat(household(cuts("household"), "h2/2026-01-05")).isEqualTo("h2");
        assertThat(household(cuts("street"), "h2")).isNull();
    }

    @Test
    void aVerdictOfAVersionOrClauseThatWasNotGivenIsRefused() {
        Desk wrongVersion = Desk.of(anApology());
        wrongVersion.add(verdict("flytip", "r1")
                .version(7)
                .from("2026-06-01T17:00", null)
                .build());
        Desk wrongClause = Desk.of(anApology());
        wrongClause.add(verdict("bins", "r1").from("2026-06-01T17:00", null).build());
        org.assertj.core.api.Assertions.assertThatThrownBy(wrongVersion::entitlements)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Version 7 of plains-farm is not among those given");
        org.assertj.core.api.Assertions.assertThatThrownBy(wrongClause::entitlements)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Version 1 of plains-farm has no clause bins");
    }

    @Test
    void everyDeedHasItsWords() {
        assertThat(List.of(Kind.values()).stream()
                        .filter(kind -> kind != Kind.MONEY)
                        .map(kind -> Desk.of(Terms.deed(kind, null))
                                .broken("r1", "h", "2026-06-01T17:00", null)
                                .only()
                                .why()
                                .getLast()))
                .containsExactly(
                        "City Council owes an explanation.",
                        "City Council owes an apology.",
                        "City Council owes a written reply.",
                        "City Council owes a date by which it is put right.",
                        "City Council owes the work done again.",
                        "City Council owes priority for the case.",
                        "City Council owes an extra service.",
                        "City Council owes a meeting.",
                        "City Council owes a review.");
    }

    private static Ladder ladder(Rung... rungs) {
        return new Ladder(List.of(rungs));
    }

    private static Ladder anApology() {
        return ladder(Rung.of(APOLOGY));
    }

    private static Ladder again(int breaches, @Nullable String same) {
        return ladder(
                new Rung(When.ALWAYS, null, new Rung.Again(breaches, allowance("6 months"), same), REPLY),
                Rung.of(APOLOGY));
    }

    private static When facts(String name, Set<String> words) {
        return new When(
                Set.of(), Set.of(), Map.of(name, new When.OneOf(words)), null, Set.of(), null, null, null, null);
    }

    private static When count(String event, @Nullable String same) {
        return new When(
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Set.of(),
                null,
                null,
                null,
                new When.Count(event, 3, allowance("6 months"), same, null));
    }

    private static ClockRule named(String id, String start) {
        ClockRule rule =
                Respond.of(start, "fixed", allowance("5 working days"), OFFICE).first();
        return new ClockRule(
                id,
                rule.starts(),
                rule.stops(),
                rule.choices(),
                rule.pauses(),
                rule.cancel(),
                rule.reopen(),
                rule.moves(),
                rule.repeatsUntil());
    }

    private static Recur sweep() {
        return new Recur(
                Set.of("swept"), allowance("2 weeks"), LocalDate.of(2026, 1, 5), 1, null, null, ALL_YEAR, null, OFFICE);
    }

    private static RollingCount cuts(String each) {
        return new RollingCount("power_cut", 3, allowance("12 months"), each, null, OFFICE);
    }

    private static @Nullable String household(Duty duty, String subject) {
        Desk desk = Desk.of(clause("flytip", duty, anApology()));
        return desk.add(verdict("flytip", subject)
                        .breachedAt("2026-06-01T17:00")
                        .build())
                .only()
                .household();
    }

    private static boolean owes(Clause clause, Verdict.@Nullable Share share) {
        Desk.Found found = verdict("flytip", "s").from("2026-06-01T17:00", null);
        return !Desk.of(clause)
                .add((share == null ? found : found.share(share.kept(), share.counted())).build())
                .entitlements()
                .isEmpty();
    }

    private static Kind kind(Ladder ladder, String stopped) {
        return Desk.of(ladder)
                .broken("r1", "h", "2026-06-01T17:00", stopped)
                .only()
                .kind();
    }

    private static void broken(Desk desk, String... reports) {
        for (String report : reports) {
            desk.add(verdict("flytip", report)
                    .start(started(desk, report))
                    .from("2026-06-01T17:00", "2026-06-02T12:00")
                    .build());
        }
    }

    private static String started(Desk desk, String report) {
        return desk.happenings().stream()
                .filter(told -> report.equals(told.report()))
                .map(told -> told.at().toString())
                .findFirst()
                .orElse("2026-05-20T12:00");
    }

    private static List<String> kinds(Desk desk) {
        return desk.entitlements().stream()
                .map(one -> one.subject() + " " + one.kind())
                .toList();
    }
}
