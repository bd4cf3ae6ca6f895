package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment.To;
import org.communitycontracts.engine.contract.Remedy;
import org.junit.jupiter.api.Test;

/**
 * By when it is paid, and what is owed on top when it is not. A breach at the close of Monday 1 June is after hours (S2), so the ten working
 * days are counted from Tuesday on.
 */
class PayingTest {
    private static final String DUE = "2026-06-16T17:00";

    @Test
    void aSumThatDoesNotGrowIsPaidFromTheBreachOn() {
        Desk desk = Desk.of(fixed()).broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.only("2026-06-02T12:00").due()).isEqualTo("2026-06-16T16:00:00Z");
        assertThat(desk.only("2026-06-02T12:00").isFinal()).isTrue();
    }

    @Test
    void aSumThatGrowsIsPaidFromTheStopOn() {
        for (Terms terms : List.of(fixed().further("5.00", "1 working day"), fixed().step("5 working days", "5.00"))) {
            Desk open = Desk.of(terms).broken("r1", "h", "2026-06-01T17:00", null);
            assertThat(open.only("2026-06-02T12:00").due()).isNull();
            assertThat(open.only("2026-06-02T12:00").isFinal()).isFalse();
            assertThat(open.only("2026-06-02T12:00").why()).contains("It may still change until the promise is kept.");
            Desk done = Desk.of(terms).broken("r1", "h", "2026-06-01T17:00", "2026-06-03T12:00");
            assertThat(done.only("2026-06-04T12:00").due()).isEqualTo("2026-06-17T16:00:00Z");
            assertThat(done.only("2026-06-04T12:00").isFinal()).isTrue();
        }
        Desk firstStep = Desk.of(fixed().step(null, "5.00")).broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(firstStep.only("2026-06-02T12:00").isFinal())
                .as("a step that every breach reaches does not grow")
                .isTrue();
    }

    @Test
    void whileItIsOpenItGrowsWithTheMomentOfTheQuestion() {
        Desk desk = Desk.of(fixed().further("5.00", "1 working day")).broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.only("2026-06-02T16:59").amount()).isEqualTo(Terms.pounds("10.00"));
        assertThat(desk.only("2026-06-02T17:00").amount()).isEqualTo(Terms.pounds("15.00"));
        assertThat(desk.only("2026-06-02T17:00").why().getFirst())
                .isEqualTo(
                        "The promise was due by Monday 1 June 2026, 5pm and was not kept by Tuesday 2 June 2026, 5pm: 8 working hours late, which is 1 full working day of 8 hours.");
    }

    @Test
    void aRungReachedByLatenessIsPaidFromThen() {
        Desk desk = Desk.of(new Ladder(List.of(Terms.late("5 working days", fixed().remedy()))))
                .broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.only("2026-06-09T12:00").due()).isEqualTo("2026-06-23T16:00:00Z");
    }

    @Test
    void moneyThatASteeperRungMayReplaceIsNotYetFinal() {
        Desk desk = Desk.of(new Ladder(List.of(
                        Terms.late(
                                "10 working days", Terms.pounds().first("50.00").remedy()),
                        Terms.late(null, fixed().remedy()))))
                .broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.only("2026-06-02T12:00").due()).isNull();
        assertThat(desk.only("2026-06-15T17:00").amount()).isEqualTo(Terms.pounds("50.00"));
    }

    @Test
    void whereNoTimeIsPromisedNoneIsToldAndNothingIsLate() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").latePayment("20.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
        assertThat(desk.only().due()).isNull();
    }

    @Test
    void nothingOwedIsNotPaidByAnyDay() {
        Desk desk = Desk.of(fixed().perReport("0.00").latePayment("20.00"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
        assertThat(desk.only().due()).isNull();
    }

    @Test
    void unpaidAtTheLastMomentIsNotLateAndASecondAfterItIs() {
        Desk desk = Desk.of(supplement()).broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.entitlements(DUE)).hasSize(1);
        List<Entitlement> late = desk.entitlements(DUE + ":01");
        assertThat(late).hasSize(2);
        Entitlement on = late.getLast();
        assertThat(on.status()).isEqualTo(Entitlement.Status.LATE_PAYMENT);
        assertThat(on.amount()).isEqualTo(Terms.pounds("20.00"));
        assertThat(on.isFinal()).isTrue();
        assertThat(on.household()).isEqualTo("h");
        assertThat(on.why())
                .containsExactly("It was not paid in time, so £20.00 is owed on top, once. It counts towards no cap.");
    }

    @Test
    void paidAtTheLastMomentIsInTime() {
        assertThat(late("r1", DUE, "10.00")).isFalse();
        assertThat(late("r1", DUE + ":01", "10.00")).isTrue();
    }

    @Test
    void paidInPartIsNotPaid() {
        assertThat(late("r1", "2026-06-10T12:00", "9.99")).isTrue();
        Desk twice = Desk.of(supplement())
                .broken("r1", "h", "2026-06-01T17:00", null)
                .paid("r1", "2026-06-09T12:00", "4.00")
                .paid("r1", "2026-06-10T12:00", "6.00");
        assertThat(twice.entitlements()).hasSize(1);
    }

    @Test
    void aPaymentForSomethingElseIsNoneForThis() {
        assertThat(late("r2", "2026-06-10T12:00", "10.00")).isTrue();
        assertThat(lateWith(Map.of("clause", "bins", "amount", "10.00"))).isTrue();
        assertThat(lateWith(Map.of("amount", "10.00"))).as("it names no clause").isTrue();
        assertThat(lateWith(Map.of("clause", "flytip")))
                .as("it names no amount")
                .isTrue();
        assertThat(lateWith(Map.of("clause", "flytip", "amount", "ten"))).isTrue();
        assertThat(lateWith(Map.of("clause", "flytip", "amount", "10.00", "cycle", "2")))
                .isTrue();
        assertThat(lateWith(Map.of("clause", "flytip", "amount", "10.00", "household", "other")))
                .isTrue();
        assertThat(lateWith(Map.of("clause", "flytip", "amount", "10.00", "household", "h", "cycle", "1")))
                .isFalse();
    }

    @Test
    void aPaymentThatIsOnlyAnnouncedIsNone() {
        Desk desk = Desk.of(supplement())
                .broken("r1", "h", "2026-06-01T17:00", null)
                .tell("r1", "payment_announced", "2026-06-10T12:00", Map.of("clause", "flytip", "amount", "10.00"));
        assertThat(desk.entitlements()).hasSize(2);
    }

    @Test
    void whereNobodyRecordsPaymentsNoneIsSaidToBeMissing() {
        Desk desk = Desk.of(supplement()).broken("r1", "h", "2026-06-01T17:00", null);
        desk.tell(null, "not_recorded", "2026-01-01T00:00", Map.of("event", "apologised"));
        assertThat(desk.entitlements(DUE + ":01")).hasSize(2);
        desk.tell(null, "not_recorded", "2026-01-01T00:00", Map.of("event", "paid"));
        assertThat(desk.entitlements(DUE + ":01")).hasSize(1);
    }

    @Test
    void onePaymentForTwoClocksFillsTheEarlierBreachFirst() {
        Desk desk = twoClocks().paid("r1", "2026-06-10T12:00", "15.00");
        assertThat(statuses(desk)).containsExactly("done OWED", "done LATE_PAYMENT", "seen OWED");
        assertThat(statuses(twoClocks().paid("r1", "2026-06-10T12:00", "20.00")))
                .containsExactly("done OWED", "seen OWED");
        assertThat(statuses(twoClocks()
                        .tell(
                                "r1",
                                "paid",
                                "2026-06-10T12:00",
                                Map.of("clause", "flytip", "clock", "done", "amount", "20.00"))))
                .containsExactly("done OWED", "seen OWED", "seen LATE_PAYMENT");
    }

    @Test
    void moneyForAHouseholdIsNoneForTheFund() {
        Desk desk = Desk.of(supplement().ladder(), supplement().to(To.FUND).ladder())
                .broken("r1", "h", "2026-06-01T17:00", null)
                .tell(
                        "r1",
                        "paid",
                        "2026-06-10T12:00",
                        Map.of("clause", "flytip", "household", "h", "amount", "20.00"));
        assertThat(desk.entitlements().stream().map(one -> one.to() + " " + one.status()))
                .containsExactly("HOUSEHOLD OWED", "FUND OWED", "FUND LATE_PAYMENT");
    }

    @Test
    void theSupplementIsDividedLikeTheSumAndOutsideItsCaps() {
        Desk desk = Desk.of(supplement()
                        .perReport("10.00")
                        .perHousehold("10.00")
                        .payer("council", 50)
                        .payer("homes", 50))
                .broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.entitlements().getLast().parts())
                .containsExactly(
                        new Entitlement.Part("council", Terms.pounds("10.00")),
                        new Entitlement.Part("homes", Terms.pounds("10.00")));
        assertThat(desk.entitlements().getLast().capped()).isEqualTo(Money.NONE);
        assertThat(desk.entitlements().getFirst().amount()).isEqualTo(Terms.pounds("10.00"));
    }

    @Test
    void aDeedIsNeverPaidLate() {
        Desk desk =
                Desk.of(Terms.deed(Remedy.Kind.APOLOGY, "10 working days")).broken("r1", "h", "2026-06-01T17:00", null);
        assertThat(desk.entitlements()).hasSize(1);
    }

    private static Terms fixed() {
        return Terms.pounds().first("10.00").payWithin("10 working days");
    }

    private static Terms supplement() {
        return fixed().latePayment("20.00");
    }

    private static boolean late(String report, String at, String amount) {
        return Desk.of(supplement())
                        .broken("r1", "h", "2026-06-01T17:00", null)
                        .paid(report, at, amount)
                        .entitlements()
                        .size()
                == 2;
    }

    private static boolean lateWith(Map<String, String> facts) {
        return Desk.of(supplement())
                        .broken("r1", "h", "2026-06-01T17:00", null)
                        .tell("r1", "paid", "2026-06-10T12:00", facts)
                        .entitlements()
                        .size()
                == 2;
    }

    private static Desk twoClocks() {
        Desk desk = Desk.of(supplement()).reported("r1", Map.of("household", "h"));
        desk.add(verdict("flytip", "r1")
                .clock("seen")
                .from("2026-06-01T17:00", null)
                .build());
        desk.add(verdict("flytip", "r1")
                .clock("done")
                .from("2026-06-02T17:00", null)
                .build());
        return desk;
    }

    private static List<String> statuses(Desk desk) {
        return desk.entitlements().stream()
                .map(one -> one.clock() + " " + one.status())
                .toList();
    }

    @Test
    void latenessRunsFromTheDueMomentWheneverTheBreachIsSeen() {
        Desk desk = Desk.of(fixed().further("5.00", "1 day"));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-02T12:00", "2026-06-04T12:00")
                .breachedAt("2026-06-01T12:00")
                .build());
        assertThat(desk.only().amount()).isEqualTo(Terms.pounds("20.00"));
        Desk without = Desk.of(fixed().further("5.00", "1 day"));
        without.add(verdict("flytip", "r1").breachedAt("2026-06-01T12:00").build());
        assertThat(without.only("2026-06-03T12:00").amount())
                .as("without a due moment from the breach on")
                .isEqualTo(Terms.pounds("20.00"));
    }
}
