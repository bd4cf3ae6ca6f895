package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
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
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.junit.jupiter.api.Test;

/** The worked examples 10 (redress with caps) and 11 (a share of a quarter), as the second judge finds them. */
class OracleMoneyExamplesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Allowance ONE_DAY = new Allowance(1, Allowance.Unit.WORKING_DAYS);
    private static final Allowance TEN_DAYS = new Allowance(10, Allowance.Unit.WORKING_DAYS);
    private static final Calendar OFFICE = new Calendar(
            "office",
            LONDON,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            540,
            1020,
            List.of(
                    new Holiday(LocalDate.of(2026, 4, 3), "Good Friday", Instant.MIN),
                    new Holiday(LocalDate.of(2026, 4, 6), "Easter Monday", Instant.MIN),
                    new Holiday(LocalDate.of(2026, 5, 25), "Spring bank holiday", Instant.MIN)));
    private static final Party COUNCIL = new Party("council", "City Council", Party.Role.PROVIDER);
    private static final Party RESIDENTS = new Party("residents", "Residents", Party.Role.RESIDENT);

    private final List<Happening> story = new ArrayList<>();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    private static DatedMoney pounds(long pounds) {
        return DatedMoney.of(new Money(100 * pounds));
    }

    private static Payment payment(boolean started) {
        return new Payment(
                pounds(10),
                new Payment.Further(pounds(5), ONE_DAY, OFFICE, started, false),
                List.of(),
                null,
                null,
                null,
                new Payment.Cap(pounds(30), pounds(60), null, null, Window.CONTRACT_YEAR),
                new Payment.Claim(false, null),
                TEN_DAYS,
                pounds(20),
                List.of(),
                Payment.To.HOUSEHOLD,
                false);
    }

    private static Contract contract(Clause clause) {
        return new Contract(
                "plains-farm",
                1,
                LONDON,
                LocalDate.of(2025, 4, 1),
                null,
                Currency.getInstance("GBP"),
                Contract.Transition.AT_REPORT,
                Map.of("office", OFFICE),
                Map.of("council", COUNCIL, "residents", RESIDENTS),
                List.of(clause));
    }

    private static Clause flytip(List<Ladder> remedies) {
        ClockRule clock = new ClockRule(
                "",
                Set.of("reported"),
                Set.of("fixed"),
                List.of(new Choice(When.ALWAYS, new Allowance(5, Allowance.Unit.WORKING_DAYS), OFFICE)),
                List.of(),
                Set.of("withdrawn"),
                null,
                ClockRule.Moves.PLAIN,
                null);
        return new Clause(
                "flytip",
                COUNCIL,
                "flytip",
                When.ALWAYS,
                new Respond(List.of(clock)),
                Strength.GUARANTEE,
                null,
                List.of(new Exclusion(
                        "severe_weather",
                        Exclusion.Effect.VOID,
                        Exclusion.Needs.EVIDENCE,
                        null,
                        null,
                        null,
                        null,
                        When.ALWAYS)),
                remedies);
    }

    private static Contract paying(boolean started) {
        return contract(flytip(
                List.of(new Ladder(List.of(Rung.of(new Remedy(Remedy.Kind.MONEY, null, OFFICE, payment(started))))))));
    }

    private void tell(String report, String event, String local, Map<String, String> facts) {
        String by = event.equals("breach_struck_out") ? "residents" : "council";
        story.add(new Happening(report, event, at(local), at(local), by, facts));
    }

    private void reported(String report, String reported, String fixed) {
        tell(report, "reported", reported, Map.of("household", "h"));
        tell(report, "fixed", fixed, Map.of());
    }

    private void tableOfTheExample() {
        reported("r0", "2026-03-24T10:00", "2026-04-02T10:00");
        reported("r1", "2026-05-18T09:00", "2026-06-03T12:00");
        reported("r2", "2026-05-19T09:00", "2026-06-04T12:00");
        reported("r3", "2026-05-20T09:00", "2026-06-01T17:00");
    }

    private List<String> owed(Contract contract, String asOf) {
        Instant now = at(asOf);
        SecondJudge judge = new SecondJudge(List.of(contract));
        List<Verdict> verdicts = judge.verdicts(story, now, now);
        return judge.entitlements(verdicts, story, now, now).stream()
                .map(OracleMoneyExamplesTest::line)
                .sorted()
                .toList();
    }

    private static String line(Entitlement one) {
        return one.subject() + " " + one.status() + " " + one.amount().minor() + " capped "
                + one.capped().minor()
                + (one.adjusts().minor() == 0 ? "" : " adjusts " + one.adjusts().minor());
    }

    @Test
    void example10TheTable() {
        tableOfTheExample();
        assertThat(owed(paying(false), "2026-06-05T12:00"))
                .containsExactly(
                        "r0 LATE_PAYMENT 2000 capped 0",
                        "r0 OWED 1500 capped 0",
                        "r1 OWED 3000 capped 500",
                        "r2 OWED 3000 capped 500",
                        "r3 CAPPED 0 capped 2000");
    }

    @Test
    void example10ThreeHoursLateAndStartedDays() {
        reported("r1", "2026-05-18T09:00", "2026-05-27T12:00");
        assertThat(owed(paying(false), "2026-06-05T12:00")).containsExactly("r1 OWED 1000 capped 0");
        story.clear();
        reported("r1", "2026-05-18T09:00", "2026-06-03T12:00");
        assertThat(owed(paying(true), "2026-06-05T12:00")).containsExactly("r1 OWED 3000 capped 1000");
    }

    @Test
    void example10PaidASecondTooLateTwentyPoundsMoreAreOwed() {
        reported("r1", "2026-05-18T09:00", "2026-06-03T12:00");
        tell("r1", "paid", "2026-06-17T17:00:01", Map.of("clause", "flytip", "amount", "30.00"));
        assertThat(owed(paying(false), "2026-06-18T12:00"))
                .containsExactly("r1 LATE_PAYMENT 2000 capped 0", "r1 OWED 3000 capped 500");
        story.removeLast();
        tell("r1", "paid", "2026-06-17T17:00", Map.of("clause", "flytip", "amount", "30.00"));
        assertThat(owed(paying(false), "2026-06-18T12:00")).containsExactly("r1 OWED 3000 capped 500");
    }

    @Test
    void example10StruckOutTheMoneyStaysAndTheRoomGoesToTheNext() {
        tableOfTheExample();
        tell("r0", "paid", "2026-04-10T12:00", Map.of("clause", "flytip", "amount", "15.00"));
        tell("r1", "paid", "2026-06-17T12:00", Map.of("clause", "flytip", "amount", "30.00"));
        tell("r2", "paid", "2026-06-18T12:00", Map.of("clause", "flytip", "amount", "30.00"));
        Map<String, String> facts = new HashMap<>(Map.of("clause", "flytip", "because", "access_refused"));
        tell("r1", "breach_struck_out", "2026-07-01T12:00", facts);
        assertThat(owed(paying(false), "2026-07-02T12:00"))
                .containsExactly(
                        "r0 OWED 1500 capped 0",
                        "r1 EX_GRATIA 3000 capped 0",
                        "r2 OWED 3000 capped 500",
                        "r3 OWED 2000 capped 0 adjusts 2000");
    }

    private String quarter(int met, int breached, int taken, int next) {
        for (int i = 0; i < met + breached + taken; i++) {
            String report = "q" + i;
            tell(report, "reported", "2026-04-13T10:00", Map.of());
            if (i >= met + breached) {
                tell(report, "severe_weather", "2026-04-14T10:00", Map.of("evidence", "photo"));
            } else {
                tell(report, "fixed", i < met ? "2026-04-15T10:00" : "2026-04-28T10:00", Map.of());
            }
        }
        for (int i = 0; i < next; i++) {
            tell("n" + i, "reported", "2026-06-29T10:00", Map.of());
        }
        Clause clause = flytip(List.of()).with(new Target(95, Window.QUARTER, 10, null));
        Instant now = at("2026-07-20T00:00");
        return new SecondJudge(List.of(contract(clause)))
                .verdicts(story, now, now).stream()
                        .filter(one -> one.subject().equals("2026-04-01/2026-07-01"))
                        .map(one -> one.state() + " " + one.share())
                        .findFirst()
                        .orElse("no verdict");
    }

    @Test
    void example11AShareIsNeverRoundedUp() {
        assertThat(quarter(37, 2, 1, 1)).isEqualTo("BREACHED Share[kept=37, counted=39]");
        story.clear();
        assertThat(quarter(38, 2, 0, 0)).isEqualTo("MET Share[kept=38, counted=40]");
        story.clear();
        assertThat(quarter(9, 0, 0, 0)).isEqualTo("INSUFFICIENT Share[kept=9, counted=9]");
    }
}
