package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Payment.To;
import org.junit.jupiter.api.Test;

/** Who pays, and who is paid. */
class PayeesTest {
    @Test
    void anErroneousSwitchIsThirtyPoundsFromEachOfTwo() {
        Entitlement one = Desk.of(
                        Terms.pounds().first("60.00").payer("council", 50).payer("homes", 50))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .only();
        assertThat(one.parts()).containsExactly(part("council", "30.00"), part("homes", "30.00"));
        assertThat(one.why()).contains("City Council pays £30.00 and Home Group pays £30.00.");
    }

    @Test
    void whatCannotBeDividedIsPaidByTheFirst() {
        Entitlement one = Desk.of(Terms.pounds()
                        .first("10.01")
                        .payer("council", 33)
                        .payer("homes", 33)
                        .payer("water", 34))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .only();
        assertThat(one.parts()).containsExactly(part("council", "3.31"), part("homes", "3.30"), part("water", "3.40"));
        assertThat(one.why()).contains("City Council pays £3.31, Home Group pays £3.30 and water pays £3.40.");
    }

    @Test
    void withoutNamedPayersTheOneThatHeldItPays() {
        Desk desk = Desk.of(Terms.pounds().first("10.00"));
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", null)
                .holder("homes")
                .build());
        desk.add(verdict("flytip", "r2")
                .from("2026-06-01T17:00", null)
                .holder(null)
                .build());
        assertThat(desk.of("r1").getFirst().parts()).containsExactly(part("homes", "10.00"));
        assertThat(desk.of("r2").getFirst().parts())
                .as("the clause's own party")
                .containsExactly(part("council", "10.00"));
    }

    @Test
    void everyoneAffectedGetsTheWholeSum() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perReport("10.00").to(To.EVERYONE_AFFECTED))
                .broken("r1", "h2", "2026-06-01T17:00", "2026-06-02T12:00")
                .tell("r1", "affected", "2026-06-01T18:00", Map.of("household", "h3"))
                .tell("r1", "affected", "2026-06-01T18:00", Map.of("household", "h1"))
                .tell("r1", "affected", "2026-06-01T19:00", Map.of("household", "h1", "clause", "flytip"))
                .tell("r1", "affected", "2026-06-01T19:00", Map.of("household", "h4", "clause", "bins"))
                .tell("r1", "affected", "2026-06-01T19:00", Map.of())
                .tell("r2", "affected", "2026-06-01T19:00", Map.of("household", "h5"));
        assertThat(households(desk)).containsExactly("h1 r1 10.00", "h2 r1 10.00", "h3 r1 10.00");
        assertThat(desk.entitlements()).allSatisfy(one -> assertThat(one.to()).isEqualTo(To.EVERYONE_AFFECTED));
    }

    @Test
    void eachOfThemHasItsOwnHouseholdCap() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("15.00").to(To.EVERYONE_AFFECTED))
                .broken("r1", "h1", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h2", "2026-06-03T17:00", "2026-06-04T12:00")
                .tell("r2", "affected", "2026-06-03T18:00", Map.of("household", "h1"));
        assertThat(households(desk)).containsExactly("h1 r1 10.00", "h1 r2 5.00", "h2 r2 10.00");
    }

    @Test
    void whereNobodyIsNamedItIsStillOwedOnce() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").to(To.EVERYONE_AFFECTED));
        desk.add(verdict("flytip", "r1").from("2026-06-01T17:00", null).build());
        assertThat(households(desk)).containsExactly("null r1 10.00");
    }

    @Test
    void aPeriodNamesThoseAffectedByItsSubject() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").to(To.EVERYONE_AFFECTED))
                .tell(null, "affected", "2026-06-01T18:00", Map.of("subject", "2026-06-01", "household", "h1"))
                .tell(null, "affected", "2026-06-01T18:00", Map.of("household", "h2"));
        desk.add(verdict("flytip", "2026-06-01").from("2026-06-15T00:00", null).build());
        assertThat(households(desk)).containsExactly("h1 2026-06-01 10.00");
    }

    @Test
    void aPersonIsTheOneNamedOnTheReportAndTheFundIsTheNeighbourhoods() {
        Desk desk = Desk.of(
                        Terms.pounds().first("10.00").to(To.PERSON).ladder(),
                        Terms.pounds().first("5.00").to(To.FUND).ladder())
                .reported("r1", Map.of("household", "h", "person", "ana"));
        desk.add(verdict("flytip", "r1").from("2026-06-01T17:00", null).build());
        assertThat(desk.entitlements().stream().map(one -> one.to() + " " + one.household() + " " + Desk.line(one)))
                .containsExactly("PERSON ana r1 10.00", "FUND null r1 5.00");
    }

    @Test
    void aHouseholdIsPaidOnceForOneFaultByItsEarliestBreach() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").further("5.00", "1 working day"))
                .reported("r1", Map.of("household", "h"))
                .reported("r2", Map.of("household", "h"))
                .reported("r3", Map.of("household", "other"))
                .reported("r4", Map.of());
        desk.add(verdict("flytip", "r2")
                .from("2026-06-03T17:00", "2026-06-05T17:00")
                .duplicateOf("r1")
                .build());
        desk.add(verdict("flytip", "r1")
                .from("2026-06-01T17:00", "2026-06-05T17:00")
                .build());
        desk.add(verdict("flytip", "r3")
                .from("2026-06-03T17:00", "2026-06-05T17:00")
                .duplicateOf("r1")
                .build());
        desk.add(verdict("flytip", "r4")
                .from("2026-06-03T17:00", "2026-06-05T17:00")
                .duplicateOf("r1")
                .build());
        assertThat(households(desk)).containsExactly("h r1 30.00", "other r3 20.00", "null r4 20.00");
    }

    @Test
    void whoReportedItAsWellIsNotPaidTwiceAsAffected() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").to(To.EVERYONE_AFFECTED))
                .broken("r1", "h1", "2026-06-01T17:00", "2026-06-05T17:00")
                .tell("r1", "affected", "2026-06-01T18:00", Map.of("household", "h2"))
                .reported("r2", Map.of("household", "h2"));
        desk.add(verdict("flytip", "r2")
                .from("2026-06-03T17:00", "2026-06-05T17:00")
                .duplicateOf("r1")
                .build());
        assertThat(households(desk)).containsExactly("h1 r1 10.00", "h2 r1 10.00");
    }

    @Test
    void aSetOffIsToldWhereTheContractAllowsIt() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").setOff())
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
        assertThat(desk.only().why()).contains("It may be set off against what the household owes.");
        Desk without = Desk.of(Terms.pounds().first("10.00")).broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
        assertThat(String.join(" ", without.only().why())).doesNotContain("set off");
    }

    private static List<String> households(Desk desk) {
        return desk.entitlements().stream()
                .map(one -> one.household() + " " + Desk.line(one))
                .toList();
    }

    private static Entitlement.Part part(String party, String amount) {
        return new Entitlement.Part(party, Terms.pounds(amount));
    }
}
