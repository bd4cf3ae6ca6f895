package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The comparison is worth something: a judge with a fault planted in it is found out within a few hundred cases. */
class PlantedFaultTest {
    private static final int CASES = 600;

    @Test
    void aDueMomentOneSecondLateIsFound() {
        assertFound(
                Set.of(),
                verdicts(one -> one.due() == null
                        ? one
                        : with(one, one.state(), one.due().plusSeconds(1))));
    }

    @Test
    void aStopAtTheDueMomentTakenForLateIsFound() {
        assertFound(
                Set.of(),
                verdicts(one -> one.stopped() != null && one.stopped().equals(one.due())
                        ? with(one, Verdict.State.BREACHED, one.due())
                        : one));
    }

    @Test
    void theClosingMinuteTakenForOpenIsFound() {
        assertFound(
                Set.of(),
                engineOn(story -> story.stream()
                        .map(told -> isAtTheHour(told) && told.event().equals("reported") ? earlier(told, 1) : told)
                        .toList()));
    }

    @Test
    void holdsAddedTwiceAreFound() {
        assertFound(
                Set.of(Feature.HOLDS),
                verdicts(one -> new Verdict(
                        one.clause(),
                        one.contract(),
                        one.contractVersion(),
                        one.subject(),
                        one.clock(),
                        one.cycle(),
                        one.state(),
                        one.start(),
                        one.due(),
                        one.stopped(),
                        one.used() - one.held(),
                        2 * one.held(),
                        one.breachedAt(),
                        one.holderAtBreach(),
                        one.custody(),
                        one.duplicateOf(),
                        one.share(),
                        one.holds(),
                        one.why())));
    }

    @Test
    void aHoldThatIsNotHeardIsFound() {
        assertFound(
                Set.of(Feature.HOLDS),
                engineOn(story -> story.stream()
                        .filter(told -> !told.event().equals("asked"))
                        .toList()));
    }

    @Test
    void aLateEntryTakenAtItsWordIsFound() {
        assertFound(
                Set.of(Feature.LATE_ENTRY),
                engineOn(story -> story.stream()
                        .map(told -> told.event().startsWith("fixed")
                                ? new Happening(
                                        told.report(),
                                        told.event(),
                                        told.at(),
                                        told.recorded(),
                                        "residents",
                                        told.facts())
                                : told)
                        .toList()));
    }

    @Test
    void aReopeningThatIsNotHeardIsFound() {
        assertFound(
                Set.of(Feature.REOPEN),
                engineOn(story -> story.stream()
                        .filter(told -> !told.event().equals("reopened"))
                        .toList()));
    }

    @Test
    void aFaultInTheSecondJudgeIsFoundToo() {
        Comparison comparison = new Comparison(
                of -> Comparison.lines(TheEngine.verdicts(of)),
                of -> Comparison.oracle(of.with(of.validAsOf().plus(Duration.ofSeconds(1)), of.knownAsOf())));
        assertThat(firstDifference(Set.of(), comparison)).isNotNull();
    }

    private static boolean isAtTheHour(Happening told) {
        return told.at().getEpochSecond() % 3600 == 0;
    }

    private static Happening earlier(Happening told, int seconds) {
        Instant at = told.at().minusSeconds(seconds);
        return new Happening(told.report(), told.event(), at, told.recorded(), told.by(), told.facts());
    }

    private static Verdict with(Verdict one, Verdict.State state, @Nullable Instant due) {
        return new Verdict(
                one.clause(),
                one.contract(),
                one.contractVersion(),
                one.subject(),
                one.clock(),
                one.cycle(),
                state,
                one.start(),
                due,
                one.stopped(),
                one.used(),
                one.held(),
                one.breachedAt(),
                one.holderAtBreach(),
                one.custody(),
                one.duplicateOf(),
                one.share(),
                one.holds(),
                one.why());
    }

    /** The engine, with a fault in each verdict. */
    private static Function<Case, List<String>> verdicts(UnaryOperator<Verdict> fault) {
        return of -> Comparison.lines(TheEngine.verdicts(of).stream().map(fault).toList());
    }

    /** The engine, with a fault in what it hears. */
    private static Function<Case, List<String>> engineOn(UnaryOperator<List<Happening>> fault) {
        return of -> Comparison.lines(TheEngine.verdicts(of.with(fault.apply(new ArrayList<>(of.happenings())))));
    }

    private static void assertFound(Set<Feature> features, Function<Case, List<String>> faulty) {
        assertThat(firstDifference(features, new Comparison(faulty, Comparison::oracle)))
                .as("a difference within %s cases", CASES)
                .isNotNull();
    }

    private static @Nullable Case firstDifference(Set<Feature> features, Comparison comparison) {
        for (int seed = 0; seed < CASES; seed++) {
            Case one = RandomContracts.random(seed, features);
            if (comparison.differs(one)) {
                return one;
            }
        }
        return null;
    }
}
