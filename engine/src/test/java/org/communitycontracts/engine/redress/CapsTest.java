package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.redress.Desk.clause;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Window;
import org.junit.jupiter.api.Test;

/** Caps are used up in order of breach, each in its own year, the narrowest first. */
class CapsTest {
    @Test
    void theEarlierBreachComesFirstWhateverTheReportsAreCalled() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("15.00"))
                .broken("a", "h", "2026-06-02T17:00", "2026-06-03T12:00")
                .broken("b", "h", "2026-06-01T17:00", "2026-06-09T12:00");
        assertThat(desk.amounts()).containsExactly("a 5.00", "b 10.00");
    }

    @Test
    void atTheSameMomentTheNameOfTheReportDecides() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("15.00"))
                .broken("b", "h", "2026-06-01T17:00", "2026-06-03T12:00")
                .broken("a", "h", "2026-06-01T17:00", "2026-06-09T12:00");
        assertThat(desk.amounts()).containsExactly("a 10.00", "b 5.00");
    }

    @Test
    void theSameReportTakesItsClocksAndCyclesInOrder() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perReport("15.00")).reported("r1", Map.of("household", "h"));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .clock("make_safe")
                .build());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .clock("finish")
                .cycle(2)
                .build());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .clock("finish")
                .build());
        assertThat(desk.entitlements().stream().map(one -> one.clock() + " " + one.cycle() + " " + Desk.line(one)))
                .containsExactly("finish 1 r1 10.00", "finish 2 r1 5.00", "make_safe 1 r1 0.00");
    }

    @Test
    void eachHouseholdHasRoomOfItsOwn() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("10.00"))
                .broken("r1", "h1", "2026-06-01T17:00", "2026-06-03T12:00")
                .broken("r2", "h2", "2026-06-02T17:00", "2026-06-03T12:00")
                .broken("r3", "h1", "2026-06-03T17:00", "2026-06-04T12:00");
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r2 10.00", "r3 0.00");
    }

    @Test
    void aReportThatNamesNoHouseholdStandsForItself() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("6.00"));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("flytip", "r2")
                .from("2026-06-02T17:00", "2026-06-03T12:00")
                .build());
        desk.broken("r3", "r1", "2026-06-03T17:00", "2026-06-04T12:00");
        assertThat(desk.amounts()).containsExactly("r1 6.00", "r2 6.00", "r3 6.00");
    }

    @Test
    void aPersonHasNoHouseholdCapAndTheFundNeither() {
        for (Payment.To to : List.of(Payment.To.PERSON, Payment.To.FUND)) {
            Desk desk = Desk.of(
                            Terms.pounds().first("10.00").perHousehold("6.00").to(to))
                    .broken("r1", "h", "2026-06-01T17:00", "2026-06-03T12:00")
                    .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00");
            assertThat(desk.amounts()).as("%s", to).containsExactly("r1 10.00", "r2 10.00");
        }
    }

    @Test
    void whatGoesToTheFundTakesNoRoomOfAHousehold() {
        Desk desk = Desk.of(
                        Terms.pounds().first("7.00").to(Payment.To.FUND).ladder(),
                        Terms.pounds().first("10.00").perHousehold("10.00").ladder())
                .reported("r1", Map.of());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        assertThat(desk.amounts()).containsExactly("r1 7.00", "r1 10.00");
    }

    @Test
    void theClauseHasAYearOfItsOwnAndAnotherClauseDoesNotTouchIt() {
        Desk desk = Desk.of(
                clause(
                        "flytip",
                        Terms.pounds().first("10.00").perClause("15.00").ladder()),
                clause(
                        "graffiti",
                        Terms.pounds().first("10.00").perClause("15.00").ladder()));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("graffiti", "r2")
                .from("2026-06-02T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("flytip", "r3")
                .from("2026-06-03T17:00", "2026-06-04T12:00")
                .build());
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r3 5.00", "r2 10.00");
    }

    @Test
    void aHouseholdsCapIsThatOfTheClause() {
        Desk desk = Desk.of(
                        clause(
                                "flytip",
                                Terms.pounds()
                                        .first("10.00")
                                        .perHousehold("15.00")
                                        .ladder()),
                        clause(
                                "graffiti",
                                Terms.pounds()
                                        .first("10.00")
                                        .perHousehold("15.00")
                                        .ladder()))
                .reported("r1", Map.of("household", "h"));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("graffiti", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r1 10.00");
    }

    @Test
    void allClausesTogetherUseUpTheCapOfTheContract() {
        Desk desk = Desk.of(
                clause("flytip", Terms.pounds().first("10.00").ladder()),
                clause(
                        "graffiti",
                        Terms.pounds().first("10.00").perContract("15.00").ladder()));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("graffiti", "r2")
                .from("2026-06-02T17:00", "2026-06-03T12:00")
                .build());
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r2 5.00");
        assertThat(desk.of("r2").getFirst().why())
                .contains("All promises of the contract together are worth £15.00 at most in the contract year from"
                        + " 1 April 2026; £10.00 of that was used up before.");
    }

    @Test
    void theNarrowestCapComesFirstAndTheTightestHolds() {
        Desk desk = Desk.of(Terms.pounds()
                        .first("50.00")
                        .perReport("40.00")
                        .perHousehold("30.00")
                        .perClause("20.00")
                        .perContract("25.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-03T12:00");
        assertThat(desk.amounts()).containsExactly("r1 20.00");
        assertThat(desk.only().capped()).isEqualTo(Terms.pounds("30.00"));
        assertThat(desk.only().why())
                .containsSubsequence(
                        "One report is worth £40.00 at most.",
                        "One household gets £30.00 at most for this promise in the contract year from 1 April 2026.",
                        "This promise is worth £20.00 at most in the contract year from 1 April 2026.",
                        "So £30.00 is left out, and £20.00 is owed.");
        assertThat(String.join(" ", desk.only().why())).doesNotContain("All promises");
    }

    @Test
    void theContractYearTurnsOnItsAnniversaryAtMidnightInLondon() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("10.00"))
                .broken("r1", "h", "2025-04-01T00:00", "2025-06-03T12:00")
                .broken("r2", "h", "2026-03-31T23:59:59", "2026-06-03T12:00")
                .broken("r3", "h", "2026-04-01T00:00", "2026-06-03T12:00")
                .broken("r4", "h", "2027-03-31T23:59:59", "2027-06-03T12:00");
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r2 0.00", "r3 10.00", "r4 0.00");
    }

    @Test
    void theCalendarYearTurnsAtNewYear() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("10.00").each(Window.CALENDAR_YEAR))
                .broken("r1", "h", "2025-12-31T23:59:59", "2026-06-03T12:00")
                .broken("r2", "h", "2026-01-01T00:00", "2026-06-03T12:00")
                .broken("r3", "h", "2026-04-01T00:00", "2026-06-03T12:00");
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r2 10.00", "r3 0.00");
        assertThat(desk.of("r3").getFirst().why())
                .contains("One household gets £10.00 at most for this promise in the calendar year from"
                        + " 1 January 2026; £10.00 of that was used up before.");
    }

    @Test
    void twoYearsOfTwoLaddersAreEachCountedRight() {
        Desk desk = Desk.of(
                clause(
                        "flytip",
                        Terms.pounds()
                                .first("10.00")
                                .perContract("25.00")
                                .each(Window.CALENDAR_YEAR)
                                .ladder()),
                clause(
                        "graffiti",
                        Terms.pounds().first("10.00").perContract("15.00").ladder()));
        desk.add(verdict("flytip", "r1")
                .from("2026-02-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("graffiti", "r2")
                .from("2026-05-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("flytip", "r3")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        assertThat(desk.amounts())
                .as("r2 is in another contract year than r1, r3 in the same calendar year as both")
                .containsExactly("r1 10.00", "r3 5.00", "r2 10.00");
    }

    @Test
    void twoVersionsShareTheRoomOfTheSameDays() {
        Desk desk = Desk.of(List.of(
                        Desk.version(
                                1,
                                "2025-04-01",
                                "GBP",
                                clause(
                                        "flytip",
                                        Terms.pounds()
                                                .first("10.00")
                                                .perHousehold("30.00")
                                                .ladder())),
                        Desk.version(
                                2,
                                "2026-04-01",
                                "GBP",
                                clause(
                                        "flytip",
                                        Terms.pounds()
                                                .first("10.00")
                                                .perHousehold("15.00")
                                                .ladder()))))
                .reported("r1", Map.of("household", "h"))
                .reported("r2", Map.of("household", "h"));
        desk.add(verdict("flytip", "r1")
                .from("2026-04-10T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("flytip", "r2")
                .version(2)
                .from("2026-04-11T17:00", "2026-06-03T12:00")
                .build());
        assertThat(desk.amounts()).containsExactly("r1 10.00", "r2 5.00");
        assertThat(desk.of("r2").getFirst().contractVersion()).isEqualTo(2);
    }

    @Test
    void cappedToNothingTheNextRungThatIsNoMoneyComesInItsPlace() {
        Desk desk = Desk.of(
                        new Ladder(List.of(
                                Terms.late(
                                        null,
                                        Terms.pounds()
                                                .first("10.00")
                                                .perHousehold("10.00")
                                                .remedy()),
                                Terms.late("20 working days", Terms.deedOf(Remedy.Kind.REVIEW, null)),
                                Terms.late(null, Terms.pounds().first("5.00").remedy()),
                                Terms.late(null, Terms.deedOf(Remedy.Kind.MEETING, null)))),
                        Terms.deed(Remedy.Kind.APOLOGY, "10 working days"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-03T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00");
        assertThat(desk.entitlements().stream().map(one -> one.subject() + " " + one.kind() + " " + one.status()))
                .containsExactly(
                        "r1 MONEY OWED", "r1 APOLOGY OWED", "r2 MONEY CAPPED", "r2 MEETING OWED", "r2 APOLOGY OWED");
    }

    @Test
    void whatComesInPlaceOfMoneyForTheFundGoesToWhoeverReported() {
        Desk desk = Desk.of(new Ladder(List.of(
                        Terms.late(
                                null,
                                Terms.pounds()
                                        .first("10.00")
                                        .perClause("10.00")
                                        .to(Payment.To.FUND)
                                        .remedy()),
                        Terms.late(null, Terms.deedOf(Remedy.Kind.MEETING, null)))))
                .broken("r1", "h1", "2026-06-01T17:00", "2026-06-03T12:00")
                .broken("r2", "h2", "2026-06-02T17:00", "2026-06-03T12:00");
        assertThat(desk.of("r2")).last().satisfies(meeting -> {
            assertThat(meeting.to()).isEqualTo(Payment.To.HOUSEHOLD);
            assertThat(meeting.household()).isEqualTo("h2");
        });
    }

    @Test
    void ofTwoClausesBrokenAtOnceTheFirstByNameTakesTheRoom() {
        Terms terms = Terms.pounds().first("10.00").perContract("15.00");
        Desk desk = Desk.of(clause("graffiti", terms.ladder()), clause("flytip", terms.ladder()));
        desk.add(verdict("graffiti", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-03T12:00")
                .build());
        assertThat(desk.entitlements().stream().map(one -> one.clause() + " " + Desk.line(one)))
                .containsExactly("flytip r1 10.00", "graffiti r1 5.00");
    }

    @Test
    void aCapThatIsJustReachedTakesNothingAndIsNotTold() {
        Entitlement one = Desk.of(Terms.pounds().first("10.00").perReport("10.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-03T12:00")
                .only();
        assertThat(one.why().subList(1, one.why().size())).containsExactly("First £10.00.");
    }
}
