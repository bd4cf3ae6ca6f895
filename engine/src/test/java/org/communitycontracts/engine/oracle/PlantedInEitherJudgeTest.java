package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever judge is deaf to one thing that matters, the comparison finds it within some hundred cases. */
class PlantedInEitherJudgeTest {
    private static final int CASES = 600;

    /** What a judge with a fault does not see, or sees wrong; it matters in cases about a feature. */
    record Fault(String name, UnaryOperator<Case> seen, Feature feature) {
        Set<Feature> features() {
            return EnumSet.of(feature);
        }

        Set<Feature> featuresWithMoney() {
            return EnumSet.of(feature, Feature.REMEDIES, Feature.MONEY);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault("no change of category", unheard("recategorised"), Feature.RECATEGORISED),
                new Fault("no agreement to a change", unheard("agreed"), Feature.RECATEGORISED),
                new Fault("no handover", unheard("handover_accepted"), Feature.HANDOVER),
                new Fault("no merging", unheard("merged"), Feature.DUPLICATES),
                new Fault("no unmerging", unheard("unmerged"), Feature.DUPLICATES),
                new Fault(
                        "everything is borne out",
                        heard(told -> told.event().equals("access_refused"), told -> with(told, "evidence", "photo")),
                        Feature.VOID),
                new Fault("no decision", unheard("exclusion_refused"), Feature.VOID),
                new Fault("no pause for a reason", unheard("parts"), Feature.PAUSE_BY_REASON),
                new Fault("no agreed extension", unheard("agreed_extension"), Feature.EXTEND),
                new Fault("no notice", unheard("snow"), Feature.EXTEND),
                new Fault("no switch", unheard("supply_fault"), Feature.SWITCH),
                new Fault("no end of rounds", unheard("over"), Feature.REPEATING_CLOCK),
                new Fault(
                        "the first choice is forgotten",
                        clocks(PlantedInEitherJudgeTest::withoutTheFirstChoice),
                        Feature.CHOICES),
                new Fault("no better version", contracts(one -> atReport(one)), Feature.BETTER_FOR_RESIDENT),
                new Fault("every holiday was always known", clocks(rule -> always(rule)), Feature.LATE_HOLIDAY),
                new Fault("no act", unheard("swept"), Feature.RECUR),
                new Fault(
                        "a grade taken for a better one",
                        heard(told -> "C".equals(told.facts().get("grade")), told -> with(told, "grade", "A")),
                        Feature.GRADE),
                new Fault(
                        "an answer taken for a good one",
                        heard(told -> "1".equals(told.facts().get("answer")), told -> with(told, "answer", "5")),
                        Feature.SCORE),
                new Fault(
                        "one case more is asked of a target",
                        clauses(one -> one.target() == null ? one : one.with(raised(one.target()))),
                        Feature.TARGET),
                new Fault("never down", unheard("lift_out"), Feature.SHARE_OF_TIME),
                new Fault("no cuts", unheard("power_cut"), Feature.ROLLING_COUNT),
                new Fault("no visit", unheard("visited"), Feature.APPOINTMENT),
                new Fault("no advance notice", unheard("told_interruption"), Feature.ADVANCE_NOTICE));
    }

    /** The same for what a breach is worth. */
    static List<Fault> moneyFaults() {
        return List.of(
                new Fault("no claim", unheard("claimed"), Feature.CLAIMS),
                new Fault("nothing is paid", unheard("paid"), Feature.STRUCK_OUT),
                new Fault("nothing is struck out", unheard("breach_struck_out"), Feature.STRUCK_OUT),
                new Fault("nobody else is affected", unheard("affected"), Feature.CAPS),
                new Fault(
                        "all live in one house",
                        heard(told -> told.facts().containsKey("household"), told -> with(told, "household", "h1")),
                        Feature.CAPS));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theEngineWithAFaultIsFound(Fault fault) {
        Comparison right = Comparison.ofVerdicts();
        assertFound(fault.features(), new Comparison(blinded(right.one(), fault.seen()), right.other()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theSecondJudgeWithAFaultIsFound(Fault fault) {
        Comparison right = Comparison.ofVerdicts();
        assertFound(fault.features(), new Comparison(right.one(), blinded(right.other(), fault.seen())));
    }

    @ParameterizedTest
    @MethodSource("moneyFaults")
    void aFaultInWhatTheEngineOwesIsFound(Fault fault) {
        assertFound(
                fault.featuresWithMoney(),
                new Comparison(
                        of -> Comparison.owedByTheEngine(fault.seen().apply(of), verdicts(of)),
                        of -> Comparison.owedByTheSecond(of, verdicts(of))));
    }

    @ParameterizedTest
    @MethodSource("moneyFaults")
    void aFaultInWhatTheSecondJudgeOwesIsFound(Fault fault) {
        assertFound(
                fault.featuresWithMoney(),
                new Comparison(
                        of -> Comparison.owedByTheEngine(of, verdicts(of)),
                        of -> Comparison.owedByTheSecond(fault.seen().apply(of), verdicts(of))));
    }

    @Test
    void withoutAFaultNothingIsFound() {
        Comparison right = Comparison.ofVerdicts();
        for (Fault fault : faults()) {
            assertThat(firstDifference(fault.features(), right, 40))
                    .as(fault.name())
                    .isEqualTo(-1);
        }
    }

    private static List<Verdict> verdicts(Case of) {
        return new SecondJudge(of.versions()).verdicts(of.happenings(), of.validAsOf(), of.knownAsOf());
    }

    private static Function<Case, List<String>> blinded(Function<Case, List<String>> judge, UnaryOperator<Case> seen) {
        return of -> judge.apply(seen.apply(of));
    }

    private static void assertFound(Set<Feature> features, Comparison comparison) {
        assertThat(firstDifference(features, comparison, CASES))
                .as("a difference within %s cases", CASES)
                .isNotEqualTo(-1);
    }

    /** The first seed of a case that differs; -1 when none does. */
    private static int firstDifference(Set<Feature> features, Comparison comparison, int cases) {
        for (int seed = 0; seed < cases; seed++) {
            if (comparison.differs(RandomContracts.random(seed, features))) {
                return seed;
            }
        }
        return -1;
    }

    private static UnaryOperator<Case> unheard(String event) {
        return of -> of.with(of.happenings().stream()
                .filter(told -> !told.event().equals(event))
                .toList());
    }

    private static UnaryOperator<Case> heard(Predicate<Happening> which, UnaryOperator<Happening> as) {
        return of -> of.with(of.happenings().stream()
                .map(told -> which.test(told) ? as.apply(told) : told)
                .toList());
    }

    private static Happening with(Happening told, String fact, String value) {
        Map<String, String> facts = new HashMap<>(told.facts());
        facts.put(fact, value);
        return new Happening(told.report(), told.event(), told.at(), told.recorded(), told.by(), facts);
    }

    private static UnaryOperator<Case> contracts(UnaryOperator<Contract> as) {
        return of -> new Case(
                of.seed(),
                of.features(),
                of.versions().stream().map(as).toList(),
                of.happenings(),
                of.validAsOf(),
                of.knownAsOf());
    }

    private static UnaryOperator<Case> clauses(UnaryOperator<Clause> as) {
        return contracts(version -> with(
                version,
                version.transition(),
                version.clauses().stream().map(as).toList()));
    }

    private static UnaryOperator<Case> clocks(UnaryOperator<ClockRule> as) {
        return clauses(clause -> clause.duty() instanceof Respond(List<ClockRule> clocks)
                ? with(clause, new Respond(clocks.stream().map(as).toList()))
                : clause);
    }

    private static ClockRule withoutTheFirstChoice(ClockRule rule) {
        List<Choice> left = rule.choices().subList(1, rule.choices().size());
        return left.stream().allMatch(choice -> choice.within() == null) ? rule : rule.with(left);
    }

    private static ClockRule always(ClockRule rule) {
        return rule.with(rule.choices().stream()
                .map(choice -> choice.on(always(choice.calendar())))
                .toList());
    }

    private static Calendar always(Calendar calendar) {
        return new Calendar(
                calendar.id(),
                calendar.zone(),
                calendar.days(),
                calendar.opens(),
                calendar.closes(),
                calendar.holidays().stream()
                        .map(holiday -> new Holiday(holiday.on(), holiday.name(), Instant.MIN))
                        .toList());
    }

    private static Contract atReport(Contract version) {
        return with(version, Contract.Transition.AT_REPORT, version.clauses());
    }

    private static Contract with(Contract version, Contract.Transition transition, List<Clause> clauses) {
        return new Contract(
                version.id(),
                version.version(),
                version.zone(),
                version.from(),
                version.until(),
                version.currency(),
                transition,
                version.calendars(),
                version.parties(),
                clauses);
    }

    private static Clause with(Clause clause, Duty duty) {
        return new Clause(
                clause.id(),
                clause.by(),
                clause.text(),
                clause.when(),
                duty,
                clause.strength(),
                clause.target(),
                clause.exclusions(),
                clause.remedies());
    }

    private static Target raised(Target target) {
        return new Target(target.share(), target.over(), target.minCount() + 1, target.within());
    }
}
