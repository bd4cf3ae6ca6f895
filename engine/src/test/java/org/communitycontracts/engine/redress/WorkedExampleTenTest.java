package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.judging.PlainsFarm.within;
import static org.communitycontracts.engine.judging.Story.london;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/** Example 10 of the contract language, and the money of example 8: verdicts by the judge, amounts by the table. */
class WorkedExampleTenTest {
    private static final String R0 = "r0 | a | 2026-03-24T10:00 | 2026-04-02T10:00";
    private static final String R1 = "r1 | a | 2026-05-18T09:00 | 2026-06-03T12:00";
    private static final String R2 = "r2 | b | 2026-05-19T09:00 | 2026-06-04T12:00";
    private static final String R3 = "r3 | a | 2026-05-20T09:00 | 2026-06-01T17:00";

    private final List<Happening> happenings = new ArrayList<>();
    private final List<String> struckOut = new ArrayList<>();
    private Terms terms = flytip();

    @Test
    void theTableOfTheExample() {
        told(R0, R1, R2, R3);
        assertThat(rows())
                .containsExactly(
                        "r0 15.00 capped 0.00 due 2026-03-31T16:00:00Z",
                        "r1 30.00 capped 5.00 due 2026-05-26T16:00:00Z",
                        "r2 30.00 capped 5.00 due 2026-05-27T16:00:00Z",
                        "r3 0.00 capped 20.00 due 2026-05-28T16:00:00Z");
        assertThat(entitlement("r3").status()).isEqualTo(Entitlement.Status.CAPPED);
    }

    @Test
    void aBreachOnTheLastDayOfMarchCountsInTheOldYearThoughItWasFixedInTheNew() {
        told(R0, R1, R2);
        assertThat(rows().getLast())
                .as("R0 takes nothing of the new year's room")
                .startsWith("r2 30.00");
    }

    @Test
    void threeHoursLateIsTenPounds() {
        told("r1 | a | 2026-05-18T09:00 | 2026-05-27T12:00");
        assertThat(rows()).containsExactly("r1 10.00 capped 0.00 due 2026-05-26T16:00:00Z");
    }

    @Test
    void withStartedDaysItIsFortyBeforeTheCapOfThirty() {
        terms = flytip().furtherBegun("5.00", "1 working day");
        told(R1);
        assertThat(rows()).containsExactly("r1 30.00 capped 10.00 due 2026-05-26T16:00:00Z");
    }

    @Test
    void theVerdictOfTheThirdOfJuneIsPaidByTheSeventeenth() {
        told(R1);
        assertThat(entitlement("r1").due()).isEqualTo("2026-06-17T16:00:00Z");
        assertThat(entitlement("r1").isFinal()).isTrue();
    }

    @Test
    void paidLaterThanThatTwentyPoundsAreOwedOnTopOutsideTheCaps() {
        told(R1, R2, R3);
        paid("r1", "2026-06-17T17:00:01", "30.00");
        paid("r2", "2026-06-18T17:00:00", "30.00");
        assertThat(entitlements().stream().map(one -> one.status() + " " + Desk.line(one)))
                .as("r1 was paid a second late, r2 at the last moment")
                .containsExactly("OWED r1 30.00", "LATE_PAYMENT r1 20.00", "OWED r2 30.00", "CAPPED r3 0.00");
    }

    @Test
    void struckOutOnAppealTheMoneyStaysAndTheNextCappedCaseGetsTheRoom() {
        told(R1, R2, R3);
        paid("r1", "2026-06-17T12:00", "30.00");
        paid("r2", "2026-06-18T12:00", "30.00");
        strikeOut("r1", "2026-07-01T12:00", Map.of());
        assertThat(entitlements().stream().map(one -> one.status() + " " + Desk.line(one)))
                .containsExactly("EX_GRATIA r1 30.00", "OWED r2 30.00", "OWED r3 20.00");
        assertThat(entitlement("r3").adjusts()).isEqualTo(Terms.pounds("20.00"));
        assertThat(entitlement("r3").due())
                .as("ten working days after it was struck out")
                .isEqualTo("2026-07-15T16:00:00Z");
        assertThat(entitlement("r2").adjusts()).isEqualTo(Money.NONE);
    }

    @Test
    void whatHadNotBeenPaidBeforeIsNotOwedAnyMore() {
        told(R1, R2, R3);
        paid("r2", "2026-06-18T12:00", "30.00");
        strikeOut("r1", "2026-07-01T12:00", Map.of());
        paid("r1", "2026-07-01T12:00:01", "30.00");
        assertThat(entitlements().stream().map(Desk::line)).containsExactly("r2 30.00", "r3 20.00");
    }

    @Test
    void afterFraudNothingStays() {
        told(R1);
        paid("r1", "2026-06-17T12:00", "30.00");
        strikeOut("r1", "2026-07-01T12:00", Map.of("fraud", "yes"));
        assertThat(entitlements()).isEmpty();
    }

    @Test
    void theLedgerBalancesAndNoHouseholdGetsMoreThanItsCap() {
        told(R0, R1, R2, R3);
        paid("r0", "2026-04-16T12:00", "15.00");
        paid("r1", "2026-06-17T18:00", "30.00");
        paid("r2", "2026-06-18T12:00", "30.00");
        strikeOut("r1", "2026-07-01T12:00", Map.of());
        Map<String, Long> accounts = new HashMap<>();
        for (Entitlement one : entitlements()) {
            one.parts().forEach(part -> {
                post(accounts, part.party(), -part.amount().minor());
                post(accounts, "household " + one.household(), part.amount().minor());
            });
        }
        assertThat(accounts.values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(accounts).containsEntry("household h", 1500L + 3000 + 3000 + 2000);
        assertThat(yearOf2026()).isEqualTo(5000).isLessThanOrEqualTo(6000);
    }

    @Test
    void everyStepIsTold() {
        told(R1, R2, R3);
        assertThat(entitlement("r1").why())
                .containsExactly(
                        "The promise was due by Tuesday 26 May 2026, 5pm and was done on Wednesday 3 June 2026, noon: 43 working hours late, which is 5 full working days of 8 hours.",
                        "First £10.00, then 5 x £5.00 = £35.00.",
                        "One report is worth £30.00 at most.",
                        "So £5.00 is left out, and £30.00 is owed.",
                        "It is to be paid by Wednesday 17 June 2026, 5pm.");
        assertThat(entitlement("r3").why())
                .containsExactly(
                        "The promise was due by Thursday 28 May 2026, 5pm and was done on Monday 1 June 2026, 5pm: 16 working hours late, which is 2 full working days of 8 hours.",
                        "First £10.00, then 2 x £5.00 = £20.00.",
                        "One household gets £60.00 at most for this promise in the contract year from 1 April 2026; £60.00 of that was used up before.",
                        "So £20.00 is left out, and £0.00 is owed.");
    }

    @Test
    void whatBecameFreeIsToldToo() {
        told(R1, R2, R3);
        paid("r1", "2026-06-17T12:00", "30.00");
        strikeOut("r1", "2026-07-01T12:00", Map.of());
        assertThat(entitlements().getFirst().why())
                .containsExactly(
                        "The breach was struck out on Wednesday 1 July 2026, noon: access refused.",
                        "£30.00 had been paid before. It is not claimed back, and counts towards no cap.");
        assertThat(entitlement("r3").why())
                .contains("£20.00 of it became free when another breach was struck out.")
                .doesNotContain("One household gets £60.00 at most");
    }

    /** Example 8: house 1 was promised it by Wed 2 Sep 5pm and house 2 by Fri 4 Sep; it was done on Thu 3 Sep at noon. */
    @Test
    void ofTwoDuplicatesEachHouseholdIsPaidByItsOwnClock() {
        Contract contract = contract();
        Verdict house1 = Desk.verdict("flytip", "p1")
                .from("2026-09-02T17:00", "2026-09-03T12:00")
                .build();
        Verdict house2 = Desk.verdict("flytip", "p2")
                .from("2026-09-04T17:00", "2026-09-03T12:00")
                .breachedAt(null)
                .state(Verdict.State.MET)
                .duplicateOf("p1")
                .build();
        tell("p1", "reported", "2026-08-27T16:00", Map.of("household", "house 1"));
        tell("p2", "reported", "2026-09-01T09:15", Map.of("household", "house 2"));
        List<Entitlement> owed = new Redress(List.of(contract))
                .entitlements(List.of(house1, house2), happenings, london(Desk.LATER), london(Desk.LATER));
        assertThat(owed.stream().map(one -> one.household() + " " + Desk.line(one)))
                .as("3 hours late: the first 10 pounds only; nothing for house 2")
                .containsExactly("house 1 p1 10.00", "house 1 p1 20.00");
        assertThat(owed.getLast().status())
                .as("which in this story nobody ever paid")
                .isEqualTo(Entitlement.Status.LATE_PAYMENT);
    }

    private static Terms flytip() {
        return Terms.pounds()
                .first("10.00")
                .further("5.00", "1 working day")
                .perReport("30.00")
                .perHousehold("60.00")
                .payWithin("10 working days")
                .latePayment("20.00");
    }

    private Contract contract() {
        return Desk.version(1, "2025-04-01", "GBP", Desk.clause("flytip", within("5 working days"), terms.ladder()));
    }

    private void told(String... rows) {
        for (String row : rows) {
            List<String> cells = List.of(row.split(" \\| ", -1));
            tell(cells.get(0), "reported", cells.get(2), Map.of("household", "h", "person", cells.get(1)));
            tell(cells.get(0), "fixed", cells.get(3), Map.of());
        }
    }

    private void paid(String report, String at, String amount) {
        tell(report, "paid", at, Map.of("clause", "flytip", "amount", amount));
    }

    private void strikeOut(String report, String at, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("clause", "flytip");
        facts.put("because", "access_refused");
        tell(report, "breach_struck_out", at, facts);
        struckOut.add(report);
    }

    private void tell(String report, String event, String at, Map<String, String> facts) {
        String by = event.equals("breach_struck_out") ? "residents" : "council";
        happenings.add(new Happening(report, event, london(at), london(at), by, facts));
    }

    /** As of a moment at which nothing that was told as paid is late. */
    private List<Entitlement> entitlements() {
        Instant asOf = london(
                happenings.stream().anyMatch(told -> told.event().equals("paid"))
                        ? "2026-07-02T12:00"
                        : "2026-06-05T12:00");
        Judge judge = new Judge(List.of(contract()));
        List<Verdict> verdicts = new ArrayList<>();
        for (Happening told : happenings) {
            if (told.event().equals("reported")) {
                String report = String.valueOf(told.report());
                List<Happening> story = happenings.stream()
                        .filter(one -> report.equals(one.report()))
                        .toList();
                judge.judge(report, story, asOf, asOf).stream()
                        .map(found -> struckOut.contains(report) ? Desk.voided(found) : found)
                        .forEach(verdicts::add);
            }
        }
        return new Redress(List.of(contract())).entitlements(verdicts, happenings, asOf, asOf);
    }

    private Entitlement entitlement(String report) {
        return entitlements().stream()
                .filter(one -> one.subject().equals(report))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows() {
        return entitlements().stream()
                .filter(one -> one.kind() == Remedy.Kind.MONEY && one.status() != Entitlement.Status.LATE_PAYMENT)
                .map(one -> Desk.line(one) + " capped " + one.capped().written(java.util.Currency.getInstance("GBP"))
                        + " due " + one.breachedAt())
                .toList();
    }

    private long yearOf2026() {
        return entitlements().stream()
                .filter(one ->
                        one.status() != Entitlement.Status.LATE_PAYMENT && one.status() != Entitlement.Status.EX_GRATIA)
                .filter(one -> !one.breachedAt()
                        .isBefore(LocalDate.of(2026, 4, 1)
                                .atStartOfDay(contract().zone())
                                .toInstant()))
                .mapToLong(one -> one.amount().minor())
                .sum();
    }

    private static void post(Map<String, Long> accounts, String account, long amount) {
        accounts.merge(account, amount, Long::sum);
    }
}
