package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Rung;
import org.junit.jupiter.api.Test;

/**
 * The tariffs that residents in Britain know, as tables an officer can read and correct: when it was due, when it was done, what is owed.
 * Times are those of London's clocks; one row is one report.
 */
class TariffsTest {
    @Test
    void fiveWorkingDaysLateIsTenPoundsAndFiveForEachFullDay() {
        check(Terms.pounds().first("10.00").further("5.00", "1 working day"), """
                2026-05-26T17:00 | 2026-05-26T17:00:01 | 10.00 | a second late
                2026-05-26T17:00 | 2026-05-27T12:00    | 10.00 | 3 working hours
                2026-05-26T17:00 | 2026-05-27T16:59:59 | 10.00 | a second short of a full working day
                2026-05-26T17:00 | 2026-05-27T17:00    | 15.00 | 8 working hours: one full day
                2026-05-26T17:00 | 2026-05-28T08:00    | 15.00 | the night adds nothing
                2026-05-26T17:00 | 2026-06-03T12:00    | 35.00 | 43 working hours: five full days
                2026-04-02T12:00 | 2026-04-07T11:59    | 10.00 | Good Friday, the weekend and Easter Monday lie between
                2026-04-02T12:00 | 2026-04-07T12:00    | 15.00 | a working day from noon to noon
                """);
    }

    @Test
    void aDayThatHasBegunCountsWhereTheContractSaysStarted() {
        check(Terms.pounds().first("10.00").furtherBegun("5.00", "1 working day"), """
                2026-05-26T17:00 | 2026-05-26T20:00    | 10.00 | late, but no working time has begun
                2026-05-26T17:00 | 2026-05-27T09:00:01 | 15.00 | the first working day has begun
                2026-05-26T17:00 | 2026-05-27T17:00    | 15.00 | it is over, and the second has not begun
                2026-05-26T17:00 | 2026-05-28T09:00:01 | 20.00 | the second has
                2026-05-26T17:00 | 2026-06-03T12:00    | 40.00 | 43 working hours: six begun
                """);
    }

    @Test
    void rightToRepairIsTenPoundsAndTwoForEachDayUpToFifty() {
        check(
                Terms.pounds()
                        .first("10.00")
                        .further("2.00", "1 day", ALWAYS, false, false)
                        .atMost("50.00"),
                """
                2026-03-02T17:00 | 2026-03-03T16:59 | 10.00 | not yet a whole day
                2026-03-02T17:00 | 2026-03-03T17:00 | 12.00 | one day
                2026-03-02T17:00 | 2026-03-22T17:00 | 50.00 | twenty days: just fifty pounds
                2026-03-02T17:00 | 2026-03-23T17:00 | 50.00 | not more
                2026-03-28T17:00 | 2026-03-29T16:30 | 10.00 | 23.5 hours of a day of 23: the wall clock says no
                2026-03-28T17:00 | 2026-03-29T17:00 | 12.00 | the clocks went forward; from wall clock to wall clock it is a day
                """);
    }

    @Test
    void waterOffIsFiftyPoundsAndFiftyForEachFurtherTwelveHours() {
        check(Terms.pounds().first("50.00").further("50.00", "12 hours"), """
                2026-06-01T12:00 | 2026-06-01T12:30 | 50.00  | V14: off for 12.5 hours
                2026-06-01T12:00 | 2026-06-02T00:00 | 100.00 | V14: 24 hours
                2026-06-01T12:00 | 2026-06-02T11:59 | 100.00 | a minute short of 36
                2026-06-01T12:00 | 2026-06-02T12:00 | 150.00 | V14: 36 hours
                2026-10-24T18:00 | 2026-10-25T05:00 | 100.00 | twelve hours that passed, over the change of the clocks
                """);
        assertThat(Desk.of(Terms.pounds().first("50.00"))
                        .add(verdict("flytip", "r1")
                                .from("2026-06-01T12:00", "2026-06-01T12:00")
                                .state(org.communitycontracts.engine.judging.Verdict.State.MET)
                                .build())
                        .entitlements())
                .as("V14: off for just 12 hours, nothing is owed")
                .isEmpty();
    }

    @Test
    void powerOffInNormalWeatherIsNinetyFiveAndFortyFiveForEachFurtherTwelveHours() {
        check(Terms.pounds().first("95.00").further("45.00", "12 hours"), """
                2026-06-01T12:00 | 2026-06-01T12:00:01 | 95.00  | at home
                2026-06-01T12:00 | 2026-06-02T00:00    | 140.00 | a further twelve hours
                2026-06-01T12:00 | 2026-06-03T11:59    | 230.00 | 47 hours and 59 minutes: three times
                """);
    }

    @Test
    void aTenantIsPaidForEachDayWithoutHeatingFromTheStart() {
        String twentyThreeDays = "2026-04-01T10:00 | 2026-04-24T10:00";
        checkFromStart(
                Terms.pounds().furtherFromStart("15.00", "1 day", false),
                twentyThreeDays,
                "345.00",
                "V16: heating and hot water");
        checkFromStart(Terms.pounds().furtherFromStart("8.00", "1 day", false), twentyThreeDays, "184.00", "V16: one");
        checkFromStart(
                Terms.pounds().furtherFromStart("10.00", "1 day", false), twentyThreeDays, "230.00", "V16: power");
        checkFromStart(
                Terms.pounds().furtherFromStart("10.00", "1 week", false),
                twentyThreeDays,
                "30.00",
                "V16: lighting, whole weeks");
        checkFromStart(
                Terms.pounds().furtherFromStart("10.00", "1 week", true),
                twentyThreeDays,
                "40.00",
                "V16: lighting, part weeks");
    }

    @Test
    void aPhoneLineIsPaidByTheCalendarDayAfterTwoFullWorkingDays() {
        // Reported Thu 4 June 11am: two full working days end on Mon 8 June at 11am, and from then each calendar day
        // counts.
        check(Terms.pounds().further("10.34", "1 day", ALWAYS, false, false), """
                2026-06-08T11:00 | 2026-06-09T10:59 | 0.00  | not a day
                2026-06-08T11:00 | 2026-06-09T11:00 | 10.34 | one day
                2026-06-08T11:00 | 2026-06-15T11:00 | 72.38 | a weekend is two days as well
                """);
    }

    @Test
    void aLateStartIsPaidForEachDayTheMissedDateIncluded() {
        check(Terms.pounds().further("6.46", "1 day", ALWAYS, true, false), """
                2026-06-08T00:00 | 2026-06-08T09:00 | 6.46  | the missed date itself
                2026-06-08T00:00 | 2026-06-09T00:00 | 6.46  | at the very end of it
                2026-06-08T00:00 | 2026-06-10T09:00 | 19.38 | and two more
                """);
    }

    @Test
    void aStepOfATableTakesThePlaceOfTheOneBefore() {
        check(Terms.pounds().step(null, "10.00").step("5 working days", "20.00").step("20 working days", "50.00"), """
                2026-06-01T17:00 | 2026-06-02T09:00    | 10.00 | every breach
                2026-06-01T17:00 | 2026-06-08T16:59:59 | 10.00 | a second short
                2026-06-01T17:00 | 2026-06-08T17:00    | 20.00 | five working days, in full
                2026-06-01T17:00 | 2026-06-29T17:00    | 50.00 | twenty
                """);
        check(Terms.pounds().step("1 month", "20.00").first("5.00"), """
                2026-01-31T17:00 | 2026-02-28T16:59 | 5.00  | no step reached
                2026-01-31T17:00 | 2026-02-28T17:00 | 25.00 | a month, clipped to the end of February, beside what is owed at once
                """);
    }

    @Test
    void aPartOfTheServiceChargeHasAFloorAndACeiling() {
        Terms terms =
                Terms.pounds().partOf("service_charge", 10).atLeast("5.00").atMost("50.00");
        assertThat(part(terms, Map.of("service_charge", "120.00"))).isEqualTo("12.00");
        assertThat(part(terms, Map.of("service_charge", "120.09")))
                .as("no part of a penny")
                .isEqualTo("12.00");
        assertThat(part(terms, Map.of("service_charge", "49.99")))
                .as("the floor")
                .isEqualTo("5.00");
        assertThat(part(terms, Map.of("service_charge", "50.00"))).isEqualTo("5.00");
        assertThat(part(terms, Map.of("service_charge", "500.00"))).isEqualTo("50.00");
        assertThat(part(terms, Map.of("service_charge", "500.10")))
                .as("the ceiling")
                .isEqualTo("50.00");
        assertThat(part(terms, Map.of("service_charge", "0.00")))
                .as("no floor under nothing")
                .isEqualTo("0.00");
        assertThat(part(terms, Map.of("service_charge", "lots"))).isEqualTo("0.00");
        assertThat(part(terms, Map.of())).isEqualTo("0.00");
    }

    @Test
    void anAmountIsThatOfTheLocalDayOfTheBreach() {
        Terms terms = Terms.pounds().dated("2025-07-02", "40.00", "2026-04-01", "45.00");
        check(terms, """
                2025-07-01T23:59:59 | 2025-09-01T12:00 | 0.00  | before the first day nothing is owed
                2025-07-02T00:00    | 2025-09-01T12:00 | 40.00 | from midnight of London's clocks
                2026-03-31T23:59:59 | 2026-09-01T12:00 | 40.00 | the day of the breach counts, not the day it was put right
                2026-04-01T00:00    | 2026-09-01T12:00 | 45.00 | the new amount
                """);
    }

    @Test
    void yenHaveNoDecimalsAndDinarsThree() {
        assertThat(written("JPY", Terms.in("JPY").first("1000").further("500", "1 working day")))
                .isEqualTo("1500");
        assertThat(written("KWD", Terms.in("KWD").first("1.000").further("0.125", "1 working day")))
                .isEqualTo("1.125");
        assertThat(why("JPY", Terms.in("JPY").first("1000"))).contains("First JPY 1000.");
        assertThat(why("EUR", Terms.in("EUR").first("2.50"))).contains("First EUR 2.50.");
    }

    private static String written(String currency, Terms terms) {
        return inCurrency(currency, terms).amount().written(Currency.getInstance(currency));
    }

    private static List<String> why(String currency, Terms terms) {
        return inCurrency(currency, terms).why();
    }

    private static Entitlement inCurrency(String currency, Terms terms) {
        return Desk.of(List.of(Desk.version(1, "2025-04-01", currency, Desk.clause("flytip", terms.ladder()))))
                .broken("r1", "h1", "2026-06-01T17:00", "2026-06-02T17:00")
                .only();
    }

    private static String part(Terms terms, Map<String, String> facts) {
        return Desk.of(terms)
                .reported("r1", facts)
                .add(verdict("flytip", "r1")
                        .from("2026-06-01T17:00", "2026-06-02T17:00")
                        .build())
                .only()
                .amount()
                .written(Currency.getInstance("GBP"));
    }

    private static void check(Terms terms, String table) {
        table.lines().map(line -> cells(line)).forEach(row -> {
            Entitlement one =
                    Desk.of(terms).broken("r1", "h1", row.get(0), row.get(1)).only();
            assertThat(one.amount()).as("%s: %s", row.get(3), one.why()).isEqualTo(Terms.pounds(row.get(2)));
        });
    }

    private static void checkFromStart(Terms terms, String times, String amount, String name) {
        List<String> row = cells(times);
        Entitlement one = Desk.of(terms)
                .add(verdict("flytip", "r1")
                        .from("2026-04-02T10:00", row.get(1))
                        .start(row.get(0))
                        .build())
                .only();
        assertThat(one.amount()).as(name).isEqualTo(Terms.pounds(amount));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    @Test
    void aMissedAppointmentAndOneNotMadeInTimeAreFiftyAndFortyPounds() {
        Desk desk = Desk.of(
                Desk.clause("kept", appointments(), gss("50.00")), Desk.clause("made", appointments(), gss("40.00")));
        desk.add(verdict("kept", "r1").from("2026-06-02T13:00", null).build());
        desk.add(verdict("made", "r1").from("2026-06-02T13:00", null).build());
        assertThat(desk.entitlements("2026-06-12T17:00").stream().map(one -> one.status() + " " + Desk.line(one)))
                .as("paid within 10 working days, or 40 pounds on top")
                .containsExactly("OWED r1 50.00", "OWED r1 40.00");
        assertThat(desk.entitlements("2026-06-16T17:00:01").stream().map(one -> one.status() + " " + Desk.line(one)))
                .containsExactly("OWED r1 50.00", "LATE_PAYMENT r1 40.00", "OWED r1 40.00", "LATE_PAYMENT r1 40.00");
    }

    private static Ladder gss(String amount) {
        Remedy money = Terms.pounds()
                .first(amount)
                .payWithin("10 working days")
                .latePayment("40.00")
                .remedy();
        return new Ladder(List.of(Rung.of(money)));
    }

    private static org.communitycontracts.engine.contract.Appoint appointments() {
        return new org.communitycontracts.engine.contract.Appoint(
                "appointment_made", java.util.Set.of("visited"), "appointment_cancelled", null, false, ALWAYS);
    }
}
