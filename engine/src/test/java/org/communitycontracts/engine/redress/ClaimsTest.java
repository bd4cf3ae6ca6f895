package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.redress.Entitlement.Status.CLAIM_LAPSED;
import static org.communitycontracts.engine.redress.Entitlement.Status.CLAIM_OPEN;
import static org.communitycontracts.engine.redress.Entitlement.Status.OWED;

import java.util.Map;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment.To;
import org.junit.jupiter.api.Test;

/** Money that must be claimed: three months from a breach of 1 June end with 1 September. */
class ClaimsTest {
    private static final String LAST_MOMENT = "2026-09-02T00:00";

    @Test
    void untilTheWindowEndsItMayBeClaimed() {
        Entitlement open = broken().only(LAST_MOMENT);
        assertThat(open.status()).isEqualTo(CLAIM_OPEN);
        assertThat(open.amount()).isEqualTo(Terms.pounds("10.00"));
        assertThat(open.due()).as("nothing is to be paid yet").isNull();
        assertThat(open.why())
                .contains("It must be claimed by the end of Tuesday 1 September 2026, and was not claimed so far.");
    }

    @Test
    void afterItNothingIsOwed() {
        Entitlement lapsed = broken().only("2026-09-02T00:00:01");
        assertThat(lapsed.status()).isEqualTo(CLAIM_LAPSED);
        assertThat(lapsed.amount()).isEqualTo(Money.NONE);
        assertThat(lapsed.capped()).isEqualTo(Money.NONE);
        assertThat(lapsed.why())
                .contains("It was not claimed by the end of Tuesday 1 September 2026, so nothing is owed.");
    }

    @Test
    void aClaimAtTheLastMomentIsInTime() {
        Entitlement claimed =
                broken().tell("r1", "claimed", LAST_MOMENT, Map.of()).only();
        assertThat(claimed.status()).isEqualTo(OWED);
        assertThat(claimed.why())
                .contains("It was claimed on Wednesday 2 September 2026, midnight at the start of the day, in time.");
        assertThat(claimed.due()).as("ten working days after the claim").isEqualTo("2026-09-16T16:00:00Z");
    }

    @Test
    void aSecondLaterItIsNot() {
        assertThat(broken().tell("r1", "claimed", "2026-09-02T00:00:01", Map.of())
                        .only()
                        .status())
                .isEqualTo(CLAIM_LAPSED);
    }

    @Test
    void aClaimMayNameItsClauseAndHousehold() {
        assertThat(broken().tell("r1", "claimed", "2026-06-10T12:00", Map.of("clause", "bins"))
                        .only()
                        .status())
                .isEqualTo(CLAIM_LAPSED);
        assertThat(broken().tell("r1", "claimed", "2026-06-10T12:00", Map.of("clause", "flytip"))
                        .only()
                        .status())
                .isEqualTo(OWED);
        assertThat(broken().tell("r1", "claimed", "2026-06-10T12:00", Map.of("household", "other"))
                        .only()
                        .status())
                .isEqualTo(CLAIM_LAPSED);
        assertThat(broken().tell("r1", "claimed", "2026-06-10T12:00", Map.of("household", "h"))
                        .only()
                        .status())
                .isEqualTo(OWED);
        assertThat(broken().tell("r1", "claimed", "2026-06-10T12:00", Map.of("cycle", "2"))
                        .only()
                        .status())
                .isEqualTo(CLAIM_LAPSED);
        assertThat(broken().tell("r1", "claimed", "2026-06-10T12:00", Map.of("cycle", "1"))
                        .only()
                        .status())
                .isEqualTo(OWED);
        assertThat(broken().tell("r2", "claimed", "2026-06-10T12:00", Map.of())
                        .only()
                        .status())
                .isEqualTo(CLAIM_LAPSED);
    }

    @Test
    void withoutAWindowItMayBeClaimedForEver() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").onClaim(null))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
        assertThat(desk.only().status()).isEqualTo(CLAIM_OPEN);
        assertThat(desk.only().why()).contains("It must be claimed, and was not claimed so far.");
        assertThat(desk.tell("r1", "claimed", "2029-01-01T12:00", Map.of())
                        .only()
                        .status())
                .isEqualTo(OWED);
    }

    @Test
    void aClaimNotYetMadeKeepsItsRoomAndOneThatLapsedDoesNot() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").perHousehold("15.00").onClaim("3 months"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00")
                .broken("r2", "h", "2026-06-10T17:00", "2026-06-12T12:00");
        assertThat(desk.entitlements(LAST_MOMENT).stream().map(Desk::line)).containsExactly("r1 10.00", "r2 5.00");
        assertThat(desk.entitlements("2026-09-03T12:00").stream().map(Desk::line))
                .containsExactly("r1 0.00", "r2 10.00");
    }

    @Test
    void eachHouseholdAffectedClaimsForItself() {
        Desk desk = Desk.of(Terms.pounds().first("10.00").onClaim("3 months").to(To.EVERYONE_AFFECTED))
                .broken("r1", "h1", "2026-06-01T17:00", "2026-06-02T12:00")
                .tell("r1", "affected", "2026-06-02T12:00", Map.of("household", "h2"))
                .tell("r1", "claimed", "2026-06-03T12:00", Map.of("household", "h2"));
        assertThat(desk.entitlements().stream().map(one -> one.household() + " " + one.status()))
                .containsExactly("h1 CLAIM_LAPSED", "h2 OWED");
    }

    @Test
    void aClaimWrittenDownLaterWasNotKnownBefore() {
        Desk desk = broken().tell("r1", "claimed", "2026-06-03T12:00", "2026-07-01T12:00", Map.of());
        Redress redress = new Redress(java.util.List.of(Desk.version(
                1,
                "2025-04-01",
                "GBP",
                Desk.clause(
                        "flytip",
                        Terms.pounds().first("10.00").onClaim("3 months").ladder()))));
        java.time.Instant asOf = org.communitycontracts.engine.judging.Story.london("2026-08-01T12:00");
        for (String known : java.util.List.of("2026-07-01T11:59:59", "2026-07-01T12:00")) {
            assertThat(redress.entitlements(
                                    desk.verdicts(),
                                    desk.happenings(),
                                    asOf,
                                    org.communitycontracts.engine.judging.Story.london(known))
                            .getFirst()
                            .status())
                    .as(known)
                    .isEqualTo(known.endsWith("59") ? CLAIM_OPEN : OWED);
        }
        assertThat(desk.only("2026-06-03T11:59:59").status())
                .as("nor had it happened")
                .isEqualTo(CLAIM_OPEN);
        assertThat(desk.only("2026-06-03T12:00").status()).isEqualTo(OWED);
    }

    private static Desk broken() {
        return Desk.of(Terms.pounds().first("10.00").onClaim("3 months").payWithin("10 working days"))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-02T12:00");
    }
}
