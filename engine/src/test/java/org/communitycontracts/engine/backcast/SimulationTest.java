package org.communitycontracts.engine.backcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.PlainsFarm;
import org.communitycontracts.engine.judging.Story;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** While people bargain: what would this number have meant last year? */
class SimulationTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    private final List<Happening> past = new ArrayList<>();

    private SimulationTest reported(String report, String at, Map<String, String> facts) {
        past.add(new Happening(report, "reported", Story.london(at), Story.london(at), "residents", facts));
        return this;
    }

    private SimulationTest flytip(String report, String at) {
        return reported(report, at, Map.of("category", "flytip", "household", report));
    }

    private SimulationTest fixed(String report, String at) {
        past.add(new Happening(report, "fixed", Story.london(at), Story.london(at), "council", Map.of()));
        return this;
    }

    private static Contract within(String allowance) {
        return PlainsFarm.version(1, "2030-01-01", null, PlainsFarm.flytip(PlainsFarm.within(allowance)));
    }

    private SimulatedClause simulated(Contract draft) {
        return Simulation.of(draft, new Past(past, JANUARY, JULY, AS_OF))
                .clauses()
                .getFirst();
    }

    @Test
    void aDraftIsRunAsIfItHadBeenInForceAllTheTime() {
        flytip("r1", "2026-03-02T10:00").fixed("r1", "2026-03-06T10:00");
        flytip("r2", "2026-03-03T10:00").fixed("r2", "2026-03-20T10:00");
        flytip("r3", "2026-06-30T10:00");
        flytip("before", "2025-12-31T10:00").fixed("before", "2026-01-02T10:00");
        SimulatedClause clause = simulated(within("5 working days"));
        assertThat(clause.cases()).isEqualTo(new Cases(1, 1, 1, 0));
        assertThat(clause.months().keySet()).containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 6));
        assertThat(clause.taken())
                .containsExactly(new TimeTaken(
                        "", List.of(OFFICE.id()), OptionalLong.of(32 * 3600L), OptionalLong.of(13 * 8 * 3600L)));
    }

    @Test
    void theThresholdIsTheSmallestTimeThatWouldHaveKeptTheShare() {
        for (int report = 1; report <= 20; report++) {
            flytip("r" + report, "2026-03-02T10:00");
            // The 2nd of March is a Monday: one is done on the 3rd, one on the 4th, and so on, weekends left out.
            LocalDate day = OFFICE.workingDayAfter(LocalDate.of(2026, 3, 2), report);
            fixed("r" + report, day + "T12:00");
        }
        assertThat(simulated(within("5 working days")).thresholds())
                .containsExactly(new Threshold(
                        "",
                        Allowance.Unit.WORKING_DAYS,
                        List.of(
                                new Threshold.Smallest(80, 16),
                                new Threshold.Smallest(90, 18),
                                new Threshold.Smallest(95, 19)),
                        null));
    }

    @Test
    void anotherNumberIsOnlyAnotherLookAtTheSameCases() {
        SplittableRandom random = new SplittableRandom(20261125);
        for (int report = 0; report < 300; report++) {
            Instant made = Instant.parse("2026-01-05T08:00:00Z").plusSeconds(random.nextInt(140 * 86_400));
            String name = "r" + report;
            past.add(new Happening(name, "reported", made, made, "residents", Map.of("category", "flytip")));
            if (random.nextInt(3) == 0) {
                Instant asked = made.plusSeconds(random.nextInt(4 * 86_400));
                past.add(new Happening(name, "asked_resident", asked, asked, "council", Map.of()));
                Instant replied = asked.plusSeconds(random.nextInt(6 * 86_400));
                past.add(new Happening(name, "resident_replied", replied, replied, "residents", Map.of()));
            }
            if (random.nextInt(5) > 0) {
                Instant fixed = made.plusSeconds(random.nextInt(20 * 86_400));
                past.add(new Happening(name, "fixed", fixed, fixed, "council", Map.of()));
            }
        }
        Past all = new Past(past, JANUARY, JULY, AS_OF);
        for (String unit : List.of("working days", "working hours", "hours", "days", "full working days")) {
            Simulation drafted = Simulation.of(within("5 " + unit), all);
            for (int count : new int[] {1, 2, 3, 7, 11, 40}) {
                Cases anew = Simulation.of(
                                within(count + " " + (count == 1 ? unit.substring(0, unit.length() - 1) : unit)), all)
                        .clauses()
                        .getFirst()
                        .cases();
                assertThat(drafted.with("flytip", "", count))
                        .as(count + " " + unit)
                        .contains(anew);
            }
        }
    }

    @Test
    void aPageThatKeepsTheSimulationAsksForOneNumberAfterTheOtherWithoutJudgingAgain() {
        flytip("r1", "2026-03-02T10:00").fixed("r1", "2026-03-06T10:00");
        flytip("r2", "2026-03-03T10:00").fixed("r2", "2026-03-20T10:00");
        Contract draft = within("5 working days");
        Simulation simulation = Simulation.of(draft, new Past(past, JANUARY, JULY, AS_OF));
        ClockRule rule = ((Respond) draft.clauses().getFirst().duty()).clocks().getFirst();
        assertThat(simulation.with("flytip", "", 3)).contains(new Cases(0, 2, 0, 0));
        Optional<Clocked> kept = simulation.clocked("flytip", rule);
        assertThat(simulation.with("flytip", "", 4)).contains(new Cases(1, 1, 0, 0));
        assertThat(simulation.with("flytip", "", 13)).contains(new Cases(2, 0, 0, 0));
        assertThat(simulation.clocked("flytip", rule)).isSameAs(kept);
        assertThat(simulation.with("flytip", "", 3)).contains(new Cases(0, 2, 0, 0));
    }

    @Test
    void whereNoTimeCanBeToldTheReasonIs() {
        assertThat(missing(within("5 working days"))).isEqualTo(Threshold.Missing.NO_CASES);
        flytip("r1", "2026-03-02T10:00");
        assertThat(missing(within("5 working days"))).isEqualTo(Threshold.Missing.NONE_CLOSED);
        assertThat(missing(within("end of the next working day"))).isEqualTo(Threshold.Missing.NO_NUMBER);
        fixed("r1", "2026-03-06T10:00");
        assertThat(missing(within("5 working days"))).isNull();
        past.add(new Happening(
                "r1",
                "recategorised",
                Story.london("2026-03-07T11:00"),
                Story.london("2026-03-07T11:00"),
                "residents",
                Map.of("category", "graffiti")));
        assertThat(missing(within("5 working days"))).isEqualTo(Threshold.Missing.TURNS_ON_DUE);
    }

    private Threshold.@Nullable Missing missing(Contract draft) {
        return simulated(draft).thresholds().getFirst().missing();
    }

    @Test
    void withoutAChangeASimulationSaysWhatTheVerdictsSay() {
        flytip("r1", "2026-03-02T10:00").fixed("r1", "2026-03-06T10:00");
        flytip("r2", "2026-03-03T10:00");
        Contract contract = PlainsFarm.version(
                1, "2026-01-01", "2026-07-01", PlainsFarm.flytip(PlainsFarm.within("5 working days")));
        List<Verdict> verdicts = new Judge(List.of(contract)).judge(past, AS_OF, AS_OF);
        Cases cases = simulated(contract).cases();
        assertThat(cases.kept())
                .isEqualTo((int) verdicts.stream()
                        .filter(one -> one.state() == Verdict.State.MET)
                        .count())
                .isEqualTo(1);
        assertThat(cases.broken())
                .isEqualTo((int) verdicts.stream()
                        .filter(one -> one.state() == Verdict.State.BREACHED)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theCostIsWhatTheRemediesWouldHaveComeToAndWhoCarriesIt() {
        flytip("r1", "2026-03-02T10:00").fixed("r1", "2026-03-11T10:00"); // due on the 9th: one full working day late
        flytip("r2", "2026-03-03T10:00").fixed("r2", "2026-03-05T10:00");
        SimulatedClause clause = simulated(paying("5 working days"));
        assertThat(clause.cost()).isEqualTo(new Money(15_00));
        assertThat(clause.payers()).containsExactly(Map.entry("council", new Money(15_00)));
    }

    @Test
    void whereTheDueMomentDecidesMoreThanOneNumberNeedsANewSimulation() {
        flytip("r1", "2026-03-02T10:00");
        past.add(new Happening(
                "r1",
                "recategorised",
                Story.london("2026-03-02T11:00"),
                Story.london("2026-03-02T11:00"),
                "residents",
                Map.of("category", "graffiti")));
        Clause graffiti = Clause.of(
                "graffiti",
                PlainsFarm.COUNCIL,
                When.of(java.util.Set.of("graffiti"), java.util.Set.of()),
                Respond.of("reported", "fixed", PlainsFarm.allowance("1 working day"), OFFICE));
        Contract draft = PlainsFarm.version(
                1, "2030-01-01", null, PlainsFarm.flytip(PlainsFarm.within("5 working days")), graffiti);
        Simulation simulation = Simulation.of(draft, new Past(past, JANUARY, JULY, AS_OF));
        assertThat(simulation.with("flytip", "", 3)).isEqualTo(Optional.empty());
    }

    private static Contract paying(String allowance) {
        Clause plain = PlainsFarm.flytip(PlainsFarm.within(allowance));
        Payment payment = new Payment(
                DatedMoney.of(new Money(10_00)),
                new Payment.Further(
                        DatedMoney.of(new Money(5_00)), PlainsFarm.allowance("1 working day"), OFFICE, false, false),
                List.of(),
                null,
                null,
                null,
                Payment.Cap.NONE,
                Payment.Claim.AUTOMATIC,
                null,
                null,
                List.of(),
                Payment.To.HOUSEHOLD,
                false);
        Clause clause = new Clause(
                plain.id(),
                plain.by(),
                plain.text(),
                plain.when(),
                plain.duty(),
                Strength.GUARANTEE,
                null,
                List.of(),
                List.of(new Ladder(List.of(Rung.of(new Remedy(Remedy.Kind.MONEY, null, OFFICE, payment))))));
        return PlainsFarm.version(1, "2030-01-01", null, clause);
    }
}
