package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two judges that share no code find the same of random cases: every state, moment, second and holder.
 *
 * <p>A case that fails is printed with its seed and made small. {@code -Dseed=N} asks that one alone, {@code -Dcases=N} those
 * before seed N, {@code -Dlong=true} a million, {@code -Dfrom=N} none before seed N; {@code -Dfeatures=HOLDS,REOPEN} only about these.
 * It ends at the third that fails, {@code -Dshown=N} at the Nth.
 */
class TwoJudgesTest {
    private static final long CASES = Long.getLong("cases", Boolean.getBoolean("long") ? 1_000_000 : 4_000);
    private static final Duration PROGRESS = Duration.ofSeconds(10);
    private static final int SHOWN = Integer.getInteger("shown", 3);

    @Test
    void bothJudgesFindTheSameOnReports() {
        assertThat(differences("reports", Comparison.ofVerdicts(), asked(Feature.onReports())))
                .isEmpty();
    }

    @Test
    void bothJudgesFindTheSameOnPeriods() {
        assertThat(differences("periods", Comparison.ofVerdicts(), asked(Feature.onPeriodsAndMoney())))
                .isEmpty();
    }

    @Test
    void bothJudgesOweTheSame() {
        assertThat(differences("owed", Comparison.ofEntitlements(), asked(Feature.onPeriodsAndMoney())))
                .isEmpty();
    }

    /** The features named by {@code -Dfeatures}, or these. */
    private static Set<Feature> asked(Set<Feature> otherwise) {
        String asked = System.getProperty("features");
        return asked == null
                ? otherwise
                : Set.copyOf(java.util.Arrays.stream(asked.split(",", -1))
                        .filter(word -> !word.isEmpty())
                        .map(Feature::valueOf)
                        .toList());
    }

    private static List<String> differences(String of, Comparison comparison, Set<Feature> features) {
        List<String> differences = new ArrayList<>();
        Long only = Long.getLong("seed");
        long from = only == null ? Long.getLong("from", 0) : only;
        long to = only == null ? CASES : only + 1;
        long began = System.nanoTime();
        long told = began;
        for (long seed = from; seed < to && differences.size() < SHOWN; seed++) {
            String difference = comparison.difference(RandomContracts.random(seed, features));
            if (difference != null) {
                differences.add(difference);
                System.out.println(of + " differ: " + difference);
            }
            if (System.nanoTime() - told > PROGRESS.toNanos()) {
                told = System.nanoTime();
                long done = seed + 1 - from;
                double rate = done * 1e9 / (told - began);
                System.out.printf(
                        "%s: %,d cases compared up to seed %,d, %d differ, %,.0f a second, %,.0f s left%n",
                        of, done, seed, differences.size(), rate, (to - seed) / rate);
            }
        }
        return differences;
    }
}
