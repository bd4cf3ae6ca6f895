package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.Story.london;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of an amount is worked out step by step, in words a resident can check. */
class WordingTest {
    private final Wording wording = new Wording(LONDON, Currency.getInstance("GBP"));

    @Test
    void momentsAreThoseOfTheWallClock() {
        assertThat(wording.moment(london("2026-05-26T17:00"))).isEqualTo("Tuesday 26 May 2026, 5pm");
        assertThat(wording.moment(london("2026-05-26T12:00"))).isEqualTo("Tuesday 26 May 2026, noon");
        assertThat(wording.moment(london("2026-05-26T12:05"))).isEqualTo("Tuesday 26 May 2026, 12.05pm");
        assertThat(wording.moment(london("2026-05-26T00:05"))).isEqualTo("Tuesday 26 May 2026, 12.05am");
        assertThat(wording.moment(london("2026-05-26T09:00:07"))).isEqualTo("Tuesday 26 May 2026, 9.00.07am");
        assertThat(wording.moment(london("2026-05-26T11:59:59"))).isEqualTo("Tuesday 26 May 2026, 11.59.59am");
        assertThat(wording.moment(london("2026-05-26T00:00")))
                .isEqualTo("Tuesday 26 May 2026, midnight at the start of the day");
        assertThat(wording.end(london("2026-05-26T00:00"))).isEqualTo("the end of Monday 25 May 2026");
        assertThat(wording.end(london("2026-05-26T17:00"))).isEqualTo("Tuesday 26 May 2026, 5pm");
    }

    @Test
    void lengthsLeaveOutWhatIsNothing() {
        assertThat(Wording.length(0, "working ")).isEqualTo("no working time");
        assertThat(Wording.length(3600, "")).isEqualTo("1 hour");
        assertThat(Wording.length(43 * 3600, "working ")).isEqualTo("43 working hours");
        assertThat(Wording.length(7261, "working ")).isEqualTo("2 working hours, 1 minute and 1 second");
        assertThat(Wording.length(120, "working ")).isEqualTo("2 working minutes");
        assertThat(Wording.length(5, "working ")).isEqualTo("5 working seconds");
        assertThat(Wording.length(3605, "working ")).isEqualTo("1 working hour and 5 seconds");
    }

    @Test
    void periodsAreToldInTheirOwnUnit() {
        assertThat(lead(Terms.pounds().further("1.00", "12 hours")))
                .isEqualTo(
                        "The promise was due by Monday 1 June 2026, 5pm and was done on Thursday 4 June 2026, 6pm: 73 hours late, which is 6 full periods of 12 hours.");
        assertThat(lead(Terms.pounds().furtherBegun("1.00", "1 day")))
                .endsWith(": 73 hours late, which is 4 days begun.");
        assertThat(lead(Terms.pounds().furtherBegun("1.00", "2 working days")))
                .endsWith(": 24 working hours late, which is 2 periods begun of 2 working days, each day 8 hours.");
        assertThat(lead(Terms.pounds().furtherBegun("1.00", "1 working hour")))
                .endsWith(": 24 working hours late, which is 24 working hours begun.");
        assertThat(lead(Terms.pounds().further("1.00", "1 full working day")))
                .endsWith(": 24 working hours late, which is 3 full working days of 8 hours.");
        assertThat(lead(Terms.pounds().first("1.00")))
                .isEqualTo("The promise was due by Monday 1 June 2026, 5pm and was done on Thursday 4 June 2026, 6pm.");
    }

    @Test
    void whatCountsFromTheStartIsToldFromTheStart() {
        Entitlement one = Desk.of(Terms.pounds().furtherFromStart("1.00", "1 day", false))
                .add(verdict("flytip", "r1")
                        .start("2026-05-31T17:00")
                        .from("2026-06-01T17:00", "2026-06-04T18:00")
                        .build())
                .only();
        assertThat(one.why())
                .containsExactly(
                        "The promise was due by Monday 1 June 2026, 5pm and was done on Thursday 4 June 2026, 6pm. From the start of the clock: 97 hours, which is 4 full days.",
                        "4 x £1.00 = £4.00.");
    }

    @Test
    void withoutAStartItCountsFromWhatIsKnown() {
        Entitlement one = Desk.of(Terms.pounds().furtherFromStart("1.00", "1 day", false))
                .broken("r1", "h", "2026-06-01T17:00", "2026-06-04T18:00")
                .only();
        assertThat(one.amount()).isEqualTo(Terms.pounds("3.00"));
    }

    @Test
    void allTermsOfASumAreToldInTheirOrder() {
        Entitlement one = Desk.of(Terms.pounds()
                        .first("10.00")
                        .step(null, "1.00")
                        .step("1 working day", "2.00")
                        .partOf("service_charge", 10)
                        .further("0.50", "1 day", ALWAYS, false, false)
                        .atMost("15.00"))
                .reported("r1", Map.of("service_charge", "30.00"))
                .add(verdict("flytip", "r1")
                        .from("2026-06-01T17:00", "2026-06-04T18:00")
                        .build())
                .only();
        assertThat(one.why().subList(1, 3))
                .containsExactly(
                        "First £10.00, then £2.00 for 1 working day late, then 10 in 100 of the service charge of £30.00, then 3 x £0.50 = £16.50.",
                        "What is owed is £15.00 at most.");
    }

    @Test
    void aTermThatStandsAloneBeginsTheSentence() {
        assertThat(why(Terms.pounds().step(null, "1.00"))).containsExactly("£1.00.");
        assertThat(why(Terms.pounds().partOf("service_charge", 10).atLeast("5.00")))
                .containsExactly(
                        "10 in 100 of the service charge of £30.00 = £3.00.", "What is owed is £5.00 at least.");
        assertThat(why(Terms.pounds().partOf("rent", 10)))
                .containsExactly("The report names no rent that can be read as an amount, so no part of it is owed.");
        assertThat(why(Terms.pounds().first("5.00").atLeast("5.00").atMost("5.00")))
                .containsExactly("First £5.00.");
        assertThat(why(Terms.pounds())).isEmpty();
    }

    @Test
    void aBreachThatIsNotAtTheDueMomentIsToldByItsOwn() {
        Desk desk = Desk.of(Terms.pounds().first("1.00"));
        desk.add(verdict("flytip", "r1")
                .due("2026-06-10T17:00")
                .breachedAt("2026-06-01T17:00")
                .build());
        desk.add(verdict("flytip", "r2").breachedAt("2026-06-01T17:00").build());
        for (Entitlement one : desk.entitlements()) {
            assertThat(one.why().getFirst()).isEqualTo("The promise was broken on Monday 1 June 2026, 5pm.");
            assertThat(one.breachedAt()).isEqualTo(london("2026-06-01T17:00"));
        }
    }

    @Test
    void aWindowThatIsOverWasSimplyNotKept() {
        Desk desk = Desk.of(Desk.clause(
                "flytip",
                new org.communitycontracts.engine.contract.Score("q", java.util.Set.of("5"), java.util.Set.of()),
                Terms.pounds().first("1.00").ladder()));
        desk.add(verdict("flytip", "2026-04-01/2026-07-01")
                .from("2026-07-01T00:00", null)
                .share(1, 9)
                .build());
        assertThat(desk.only().why().getFirst())
                .isEqualTo("The promise was due by the end of Tuesday 30 June 2026 and was not kept.");
    }

    private static String lead(Terms terms) {
        return broken(terms).why().getFirst();
    }

    private static List<String> why(Terms terms) {
        List<String> why = broken(terms).why();
        return why.subList(1, why.size());
    }

    private static Entitlement broken(Terms terms) {
        return Desk.of(terms)
                .reported("r1", Map.of("service_charge", "30.00"))
                .add(verdict("flytip", "r1")
                        .from("2026-06-01T17:00", "2026-06-04T18:00")
                        .build())
                .only();
    }

    @Test
    void theCalendarOfTheOfficeIsTheOneThatCounts() {
        assertThat(broken(Terms.pounds().further("1.00", "1 working day", OFFICE, false, false))
                        .amount())
                .isEqualTo(Terms.pounds("3.00"));
        assertThat(broken(Terms.pounds().further("1.00", "1 working hour", ALWAYS, false, false))
                        .amount())
                .isEqualTo(Terms.pounds("73.00"));
    }
}
