package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.junit.jupiter.api.Test;

/** The random cases are about what they are meant to be about: each feature at least once in 200 cases, each state at least once. */
class CoverageTest {
    private static final int CASES = 1_000;

    @Test
    void everyFeatureIsInOneOfTwoHundredCasesAndEveryStateIsFound() {
        assertCovered(Feature.all(), EnumSet.allOf(Verdict.State.class));
    }

    @Test
    void whatIsComparedTodayIsCoveredToo() {
        assertCovered(
                Feature.compared(),
                EnumSet.of(Verdict.State.PENDING, Verdict.State.MET, Verdict.State.BREACHED, Verdict.State.VOID));
    }

    @Test
    void everyKindOfEntitlementIsFound() {
        Map<Entitlement.Status, Integer> found = new EnumMap<>(Entitlement.Status.class);
        Set<Feature> money = EnumSet.of(
                Feature.REMEDIES, Feature.MONEY, Feature.CAPS, Feature.CLAIMS, Feature.STRUCK_OUT, Feature.RECUR);
        for (int seed = 0; seed < CASES; seed++) {
            Case one = RandomContracts.random(seed, money);
            SecondJudge judge = new SecondJudge(one.versions());
            judge.entitlements(
                            judge.verdicts(one.happenings(), one.validAsOf(), one.knownAsOf()),
                            one.happenings(),
                            one.validAsOf(),
                            one.knownAsOf())
                    .forEach(told -> found.merge(told.status(), 1, Integer::sum));
        }
        System.out.println("entitlements in " + CASES + " cases: " + found);
        assertThat(found).containsOnlyKeys(Entitlement.Status.values());
    }

    private static void assertCovered(Set<Feature> features, Set<Verdict.State> states) {
        Map<String, Integer> found = new TreeMap<>();
        for (int seed = 0; seed < CASES; seed++) {
            Case one = RandomContracts.random(seed, features);
            one.features().forEach(feature -> found.merge("" + feature, 1, Integer::sum));
            new SecondJudge(one.versions())
                    .verdicts(one.happenings(), one.validAsOf(), one.knownAsOf())
                    .forEach(verdict -> found.merge("state " + verdict.state(), 1, Integer::sum));
        }
        System.out.println("found in " + CASES + " cases:");
        found.forEach((what, often) -> System.out.printf("%6d  %s%n", often, what));
        for (Feature feature : features) {
            assertThat(found.getOrDefault("" + feature, 0))
                    .as("cases about %s", feature)
                    .isGreaterThanOrEqualTo(CASES / 200);
        }
        for (Verdict.State state : states) {
            assertThat(found).containsKey("state " + state);
        }
    }
}
