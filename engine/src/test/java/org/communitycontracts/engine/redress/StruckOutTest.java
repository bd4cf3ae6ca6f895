package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/** A breach struck out is not claimed back, and the room it leaves goes to the next that were capped (S19). */
class StruckOutTest {
    private static final String JULY = "2026-07-01T12:00";

    @Test
    void theRoomGoesToTheCappedCasesInOrder() {
        Desk desk = three("25.00").struckOut("r1", JULY);
        assertThat(lines(desk)).containsExactly("OWED r2 10.00 +0.00", "OWED r3 10.00 +5.00");
    }

    @Test
    void nobodyGetsMoreThanTheCapAllowsNow() {
        Desk desk = Desk.of(Terms.pounds().first("20.00").perHousehold("30.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00")
                .broken("r3", "h", "2026-06-03T17:00", "2026-06-04T12:00")
                .struckOut("r1", JULY);
        assertThat(lines(desk)).containsExactly("OWED r2 20.00 +10.00", "OWED r3 10.00 +10.00");
    }

    @Test
    void whatIsLeftOutIsStillTold() {
        Desk desk = Desk.of(Terms.pounds().first("20.00").perHousehold("15.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00")
                .struckOut("r1", JULY);
        Entitlement r2 = desk.only();
        assertThat(r2.capped()).isEqualTo(Terms.pounds("5.00"));
        assertThat(r2.why())
                .contains(
                        "One household gets £15.00 at most for this promise in the contract year from 1 April 2026.",
                        "So £5.00 is left out, and £15.00 is owed.",
                        "£15.00 of it became free when another breach was struck out.");
    }

    @Test
    void aBreachAfterTheStrikeOutWasNeverWorthLess() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("10.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-07-02T17:00", "2026-07-03T12:00")
                .struckOut("r1", JULY);
        assertThat(lines(desk)).containsExactly("OWED r2 10.00 +0.00");
    }

    @Test
    void whatBecameFreeIsPaidInItsOwnTime() {
        Desk desk = Desk.of(Terms.pounds()
                        .first("10.00")
                        .perHousehold("15.00")
                        .payWithin("10 working days")
                        .latePayment("20.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00")
                .paid("r2", "2026-06-10T12:00", "5.00")
                .struckOut("r1", JULY);
        assertThat(desk.only("2026-07-15T17:00").due()).isEqualTo("2026-07-15T16:00:00Z");
        assertThat(desk.entitlements("2026-07-15T17:00:01").stream().map(Entitlement::status))
                .as("the other five pounds were not paid by then")
                .containsExactly(Entitlement.Status.OWED, Entitlement.Status.LATE_PAYMENT);
        desk.paid("r2", "2026-07-15T17:00", "5.00");
        assertThat(desk.entitlements()).hasSize(1);
    }

    @Test
    void whatWasOwedAtFirstIsStillDueAtFirst() {
        Desk desk = Desk.of(Terms.pounds()
                        .first("10.00")
                        .perHousehold("15.00")
                        .payWithin("10 working days")
                        .latePayment("20.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00")
                .paid("r2", "2026-06-20T12:00", "10.00")
                .struckOut("r1", JULY);
        assertThat(desk.entitlements().stream().map(Entitlement::status))
                .as("five pounds were due on 16 June")
                .containsExactly(Entitlement.Status.OWED, Entitlement.Status.LATE_PAYMENT);
    }

    @Test
    void allThatHadBeenPaidStaysAndWhatCameAfterIsNotCounted() {
        Desk desk = three("25.00")
                .paid("r1", "2026-06-10T12:00", "4.00")
                .paid("r1", JULY, "6.00")
                .paid("r1", "2026-07-01T12:00:01", "1.00")
                .struckOut("r1", JULY);
        assertThat(lines(desk))
                .containsExactly("EX_GRATIA r1 10.00 +0.00", "OWED r2 10.00 +0.00", "OWED r3 10.00 +5.00");
        Entitlement gift = desk.entitlements().getFirst();
        assertThat(gift.isFinal()).isTrue();
        assertThat(gift.due()).isNull();
        assertThat(gift.household()).isEqualTo("h");
        assertThat(gift.parts()).containsExactly(new Entitlement.Part("council", Terms.pounds("10.00")));
    }

    @Test
    void moreThanWasOwedStaysAsWell() {
        Desk desk = three("25.00").paid("r1", "2026-06-10T12:00", "30.00").struckOut("r1", JULY);
        assertThat(lines(desk).getFirst()).isEqualTo("EX_GRATIA r1 30.00 +0.00");
    }

    @Test
    void theStrikeOutCountsFromWhenItWasWrittenDown() {
        Desk desk = three("25.00")
                .paid("r1", "2026-07-02T12:00", "10.00")
                .tell("r1", "breach_struck_out", JULY, "2026-07-03T12:00", Map.of("clause", "flytip"));
        desk.verdicts().replaceAll(one -> one.subject().equals("r1") ? Desk.voided(one) : one);
        assertThat(lines(desk).getFirst()).isEqualTo("EX_GRATIA r1 10.00 +0.00");
        assertThat(desk.entitlements().getFirst().why().getFirst())
                .isEqualTo("The breach was struck out on Wednesday 1 July 2026, noon.");
    }

    @Test
    void aCaseThatIsVoidForAnotherReasonLeavesNothing() {
        Desk desk = three("25.00").paid("r1", "2026-06-10T12:00", "10.00");
        desk.verdicts().replaceAll(one -> one.subject().equals("r1") ? Desk.voided(one) : one);
        assertThat(lines(desk)).containsExactly("OWED r2 10.00 +0.00", "OWED r3 10.00 +0.00");
    }

    @Test
    void aStrikeOutOfAnotherClauseIsNoneOfThis() {
        Desk desk = three("25.00")
                .paid("r1", "2026-06-10T12:00", "10.00")
                .tell("r1", "breach_struck_out", JULY, Map.of("clause", "bins"));
        desk.verdicts().replaceAll(one -> one.subject().equals("r1") ? Desk.voided(one) : one);
        assertThat(lines(desk)).containsExactly("OWED r2 10.00 +0.00", "OWED r3 10.00 +0.00");
    }

    @Test
    void aProviderStrikesOutNothing() {
        Desk desk = three("25.00").paid("r1", "2026-06-10T12:00", "10.00");
        Instant july = Instant.parse("2026-07-01T11:00:00Z");
        desk.happenings()
                .add(new Happening("r1", "breach_struck_out", july, july, "council", Map.of("clause", "flytip")));
        desk.verdicts().replaceAll(one -> one.subject().equals("r1") ? Desk.voided(one) : one);
        assertThat(lines(desk)).containsExactly("OWED r2 10.00 +0.00", "OWED r3 10.00 +0.00");
    }

    @Test
    void aNameThatSignedNothingStrikesOutNothingButTheModeratorMay() {
        assertThat(lines(struckOutBy("a passer-by"))).containsExactly("OWED r2 10.00 +0.00", "OWED r3 10.00 +0.00");
        assertThat(lines(struckOutBy("moderator")).getFirst()).isEqualTo("EX_GRATIA r1 10.00 +0.00");
    }

    @Test
    void aStrikeOutThatNamesNoClauseStrikesOutNothing() {
        Desk desk =
                three("25.00").paid("r1", "2026-06-10T12:00", "10.00").tell("r1", "breach_struck_out", JULY, Map.of());
        desk.verdicts().replaceAll(one -> one.subject().equals("r1") ? Desk.voided(one) : one);
        assertThat(lines(desk)).containsExactly("OWED r2 10.00 +0.00", "OWED r3 10.00 +0.00");
    }

    private static Desk struckOutBy(String party) {
        Desk desk = three("25.00").paid("r1", "2026-06-10T12:00", "10.00");
        Instant july = Instant.parse("2026-07-01T11:00:00Z");
        desk.happenings().add(new Happening("r1", "breach_struck_out", july, july, party, Map.of("clause", "flytip")));
        desk.verdicts().replaceAll(one -> one.subject().equals("r1") ? Desk.voided(one) : one);
        return desk;
    }

    @Test
    void theDeedsOfABreachStruckOutAreOwedNoMore() {
        Desk desk = Desk.of(Terms.deed(Remedy.Kind.APOLOGY, null))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .paid("r1", "2026-06-10T12:00", "10.00")
                .struckOut("r1", JULY);
        assertThat(desk.entitlements()).isEmpty();
    }

    @Test
    void aVoidVerdictWithoutAnyMomentIsPlacedAtItsStrikeOut() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("10.00"))
                .reported("r1", Map.of("household", "h"))
                .paid("r1", "2026-06-10T12:00", "10.00");
        desk.add(verdict("flytip", "r1").state(Verdict.State.VOID).build());
        desk.tell("r1", "breach_struck_out", JULY, Map.of("clause", "flytip"));
        assertThat(desk.only().breachedAt()).isEqualTo("2026-07-01T11:00:00Z");
        assertThat(desk.only().amount()).isEqualTo(Terms.pounds("10.00"));
    }

    @Test
    void whatWasPaidWentToTheEarlierBreachThoughItIsStruckOut() {
        Desk desk = Desk.of(Terms.pounds().first("10.00")).reported("r1", Map.of("household", "h"));
        desk.add(Desk.voided(verdict("flytip", "r1")
                .clock("seen")
                .from("2026-06-01T17:00", null)
                .build()));
        desk.add(verdict("flytip", "r1")
                .clock("done")
                .from("2026-06-02T17:00", null)
                .build());
        desk.paid("r1", "2026-06-10T12:00", "10.00");
        desk.tell("r1", "breach_struck_out", JULY, Map.of("clause", "flytip", "clock", "seen"));
        assertThat(lines(desk)).containsExactly("OWED r1 10.00 +0.00", "EX_GRATIA r1 10.00 +0.00");
    }

    @Test
    void theOtherReportsOfTheSameFaultStepIn() {
        Desk desk = Desk.of(Terms.pounds().first("10.00"))
                .reported("r1", Map.of("household", "h"))
                .reported("r2", Map.of("household", "h"));
        desk.add(verdict("flytip", "r1").from("2026-06-01T17:00", null).build());
        desk.add(verdict("flytip", "r2")
                .from("2026-06-03T17:00", null)
                .duplicateOf("r1")
                .build());
        assertThat(lines(desk)).containsExactly("OWED r1 10.00 +0.00");
        assertThat(lines(desk.struckOut("r1", JULY))).containsExactly("OWED r2 10.00 +10.00");
    }

    private static Desk three(String perHousehold) {
        return Desk.of(Terms.pounds().first("10.00").perHousehold(perHousehold))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-06-02T17:00", "2026-06-03T12:00")
                .broken("r3", "h", "2026-06-03T17:00", "2026-06-04T12:00");
    }

    private static List<String> lines(Desk desk) {
        java.util.Currency pounds = java.util.Currency.getInstance("GBP");
        return desk.entitlements().stream()
                .map(one -> one.status() + " " + Desk.line(one) + " +"
                        + one.adjusts().written(pounds))
                .toList();
    }
}
