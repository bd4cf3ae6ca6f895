package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of everything a contract promises: seeded random years, 60 each, or 5,000 with {@code -Dlong=true}. */
class WholeContractPropertiesTest {
    private static final int YEARS = Boolean.getBoolean("long") ? 5_000 : 60;
    private static final Instant NEW_YEAR = Instant.parse("2027-01-10T00:00:00Z");
    private static final Instant ALL_KNOWN = Instant.parse("2028-01-01T00:00:00Z");

    @Test
    void theOrderInWhichHappeningsComeInMakesNoDifferenceNorDoesASecondAsking() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            List<Happening> happenings = year.happenings(120);
            List<Happening> shuffled = new ArrayList<>(happenings);
            Collections.shuffle(shuffled, new Random(seed));
            List<Verdict> found = judge(year, happenings, NEW_YEAR, ALL_KNOWN);
            assertThat(judge(year, shuffled, NEW_YEAR, ALL_KNOWN))
                    .as("seed %s", seed)
                    .isEqualTo(found);
            assertThat(judge(year, happenings, NEW_YEAR, ALL_KNOWN)).isEqualTo(found);
            assertThat(found).extracting(Verdict::clause).contains("sweep", "clean", "lift", "visits");
        }
    }

    @Test
    void whatWasWrittenDownLaterChangesNothingThatWasKnownBefore() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            List<Happening> happenings = year.happenings(120);
            Instant known = year.moment();
            List<Happening> then = happenings.stream()
                    .filter(one -> !one.recorded().isAfter(known))
                    .toList();
            assertThat(judge(year, happenings, known, known))
                    .as("seed %s", seed)
                    .isEqualTo(judge(year, then, known, known));
        }
    }

    @Test
    void everyVerdictHasAKeyOfItsOwn() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            assertThat(judge(year, year.happenings(120), NEW_YEAR, ALL_KNOWN))
                    .extracting(one -> List.of(
                            one.clause(), one.subject(), Objects.requireNonNullElse(one.clock(), ""), one.cycle()))
                    .as("seed %s", seed)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void oneActFillsOnePeriodOnly() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            List<Happening> happenings = year.happenings(30);
            long acts = happenings.stream()
                    .filter(one -> one.event().equals("swept"))
                    .count();
            List<Verdict> met = judge(year, happenings, NEW_YEAR, ALL_KNOWN).stream()
                    .filter(one -> one.clause().equals("sweep") && one.clock() == null && one.share() == null)
                    .filter(one -> one.state() == Verdict.State.MET)
                    .toList();
            assertThat((long) met.size()).as("seed %s", seed).isLessThanOrEqualTo(acts);
        }
    }

    @Test
    void everyInspectionInForceIsCountedInOneWindow() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            List<Happening> happenings = year.happenings(120);
            long graded = happenings.stream()
                    .filter(one -> one.event().equals("graded")
                            && !"D".equals(one.facts().get("grade")))
                    .count();
            long counted = judge(year, happenings, NEW_YEAR, ALL_KNOWN).stream()
                    .filter(one -> one.clause().equals("clean"))
                    .mapToLong(one -> Objects.requireNonNull(one.share()).counted())
                    .sum();
            assertThat(counted).as("seed %s", seed).isEqualTo(graded);
        }
    }

    @Test
    void oneMoreNoticeMakesNothingDueEarlier() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            List<Happening> happenings = year.happenings(60);
            Map<String, Instant> dues = dues(judge(year, happenings, NEW_YEAR, ALL_KNOWN));
            List<Happening> more = new ArrayList<>(happenings);
            more.add(year.snow());
            Map<String, Instant> later = dues(judge(year, more, NEW_YEAR, ALL_KNOWN));
            String which = "seed " + seed;
            assertThat(later.keySet()).as(which).isEqualTo(dues.keySet());
            dues.forEach((key, due) ->
                    assertThat(later.get(key)).as(which + ", " + key).isAfterOrEqualTo(due));
        }
    }

    @Test
    void aBreachLiesBetweenTheBeginningOfTheContractAndTheQuestion() {
        for (int seed = 0; seed < YEARS; seed++) {
            RandomYear year = new RandomYear(seed);
            Instant asOf = year.moment();
            assertThat(judge(year, year.happenings(120), asOf, ALL_KNOWN)).allSatisfy(one -> {
                assertThat(one.breachedAt() == null).isEqualTo(one.state() != Verdict.State.BREACHED);
                if (one.breachedAt() != null) {
                    assertThat(one.breachedAt()).isBetween(RandomYear.BEGINS, asOf);
                }
            });
        }
    }

    private static Map<String, Instant> dues(List<Verdict> verdicts) {
        Map<String, Instant> dues = new HashMap<>();
        for (Verdict one : verdicts) {
            if (one.clause().equals("sweep") && one.due() != null && one.share() == null) {
                dues.put(one.subject() + " " + one.clock() + " " + one.cycle(), one.due());
            }
        }
        return dues;
    }

    private static List<Verdict> judge(RandomYear year, List<Happening> happenings, Instant asOf, Instant known) {
        return new Judge(year.versions()).judge(happenings, asOf, known);
    }
}
