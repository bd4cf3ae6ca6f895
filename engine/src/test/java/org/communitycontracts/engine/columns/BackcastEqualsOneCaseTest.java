package org.communitycontracts.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.junit.jupiter.api.Test;

/** A backcast means what the clock of each single case says, and what a plain sum over the cases costs. */
class BackcastEqualsOneCaseTest {
    private static final int CASES = Integer.getInteger("cases", Boolean.getBoolean("long") ? 1_000_000 : 10_000);
    private static final int BATCH = 50;
    private static final int GROUPS = 4;
    private static final List<Allowance.Unit> UNITS = Arrays.stream(Allowance.Unit.values())
            .filter(unit -> unit != Allowance.Unit.PROMISED_DATE)
            .toList();

    @Test
    void randomDraftsTurnOutAsEachCaseAloneSays() {
        for (int judged = 0; judged < CASES; judged += BATCH) {
            Batch batch = new Batch(judged, GROUPS);
            Random random = new Random(judged);
            List<Draft> drafts = List.of(
                    new Draft(batch.random.within, batch.random.calendar, rate(random)),
                    draft(batch, random),
                    draft(batch, random));
            List<Outcome> outcomes = batch.backcast().judge(drafts);
            for (Outcome outcome : outcomes) {
                for (int group = 0; group < batch.columns.groups(); group++) {
                    assertThat(told(outcome, group))
                            .as("%s, group %s of %s", outcome.draft(), group, batch.random)
                            .isEqualTo(batch.told(outcome.draft(), group));
                }
                assertThatTheTallyIsTheSame(batch, outcome);
            }
        }
    }

    /** More than are looked up at once, and more than a worker takes at once. */
    @Test
    void manyThousandCasesInTwoGroupsTurnOutAsEachAloneSays() {
        Batch batch = new Batch(7, 2, 40_000);
        Draft hours = new Draft(
                new Allowance(16, Allowance.Unit.WORKING_HOURS),
                batch.random.calendar,
                new Rate(1_000, 500, new Allowance(1, Allowance.Unit.WORKING_DAYS), Rate.Counted.STARTED, 3_000));
        Outcome outcome = batch.backcast().judge(hours);
        assertThat(told(outcome, 0)).isEqualTo(batch.told(hours, 0));
        assertThat(told(outcome, 1)).isEqualTo(batch.told(hours, 1));
        assertThatTheTallyIsTheSame(batch, outcome);
    }

    @Test
    void theNumberACaseNeededWouldHaveKeptItAndOneLessWouldNot() {
        for (int judged = 0; judged < CASES / 5; judged += BATCH) {
            Batch batch = new Batch(judged, BATCH);
            List<Allowance.Unit> units =
                    UNITS.stream().filter(unit -> !unit.isUncounted()).toList();
            Allowance.Unit unit = units.get(judged / BATCH % units.size());
            Backcast backcast = batch.backcast();
            for (int group = 0; group < batch.columns.groups(); group++) {
                Case one = batch.cases.get(group);
                int needed = backcast.curve(unit, batch.random.calendar, group).highest();
                assertThat(one.isKept(clock(batch, unit, needed)))
                        .as("%s by %s %s in %s", one, needed, unit, batch.random)
                        .isTrue();
                assertThat(needed > 1 && one.isKept(clock(batch, unit, needed - 1)))
                        .as("%s by one less than %s %s in %s", one, needed, unit, batch.random)
                        .isFalse();
            }
        }
    }

    @Test
    void theSmallestNumberThatKeepsAShareKeepsItAndOneLessDoesNot() {
        Random random = new Random(1);
        for (int judged = 0; judged < CASES / 5; judged += BATCH) {
            Batch batch = new Batch(judged, 2);
            Allowance.Unit unit =
                    batch.random.within.unit().isUncounted() ? Allowance.Unit.DAYS : batch.random.within.unit();
            int percent = List.of(80, 90, 95, 1 + random.nextInt(100)).get(random.nextInt(4));
            Curve curve = batch.backcast().curve(unit, batch.random.calendar, 1);
            int smallest = curve.smallest(percent).orElse(0);
            assertThat(smallest > 0).isEqualTo(batch.group(1).anyMatch(Case::isStopped));
            if (smallest > 0 && smallest <= 9_999) {
                assertThat(batch.isShareKept(clock(batch, unit, smallest), percent))
                        .isTrue();
                assertThat(smallest > 1 && batch.isShareKept(clock(batch, unit, smallest - 1), percent))
                        .as("%s in 100 by one less than %s %s in %s", percent, smallest, unit, batch.random)
                        .isFalse();
            }
        }
    }

    private static Clock clock(Batch batch, Allowance.Unit unit, int count) {
        return new Clock(new Allowance(Math.min(9_999, count), unit), batch.random.calendar);
    }

    private static void assertThatTheTallyIsTheSame(Batch batch, Outcome outcome) {
        Draft draft = outcome.draft();
        Tally tally = ColumnsJudge.of(batch.columns, draft.within(), draft.calendar(), batch.random.asOf)
                .tally();
        for (int group = 0; group < batch.columns.groups(); group++) {
            assertThat(List.of(outcome.kept(group), outcome.broken(group), outcome.unknown(group)))
                    .containsExactly(tally.kept(group), tally.broken(group), tally.pending(group));
        }
    }

    private static String told(Outcome outcome, int group) {
        return outcome.kept(group) + " kept " + outcome.broken(group) + " broken " + outcome.unknown(group)
                + " unknown " + outcome.pence(group) + " pence " + outcome.timeTaken(group, 50) + " "
                + outcome.timeTaken(group, 90);
    }

    private static Draft draft(Batch batch, Random random) {
        Allowance.Unit unit = UNITS.get(random.nextInt(UNITS.size()));
        int count = unit.isUncounted() ? 1 : 1 + random.nextInt(random.nextInt(5) == 0 ? 100 : 10);
        return new Draft(new Allowance(count, unit), batch.random.calendar, rate(random));
    }

    private static Rate rate(Random random) {
        List<Allowance.Unit> units = List.of(
                Allowance.Unit.HOURS,
                Allowance.Unit.WORKING_HOURS,
                Allowance.Unit.WORKING_DAYS,
                Allowance.Unit.DAYS,
                Allowance.Unit.WEEKS);
        Allowance per = new Allowance(1 + random.nextInt(3), units.get(random.nextInt(units.size())));
        long first = random.nextInt(3) * 1_000L;
        long most = random.nextInt(3) == 0 ? Rate.NO_CAP : first + random.nextInt(20_000);
        Rate.Counted counted = random.nextBoolean() ? Rate.Counted.STARTED : Rate.Counted.COMPLETED;
        return new Rate(first, random.nextInt(4) * 250L, per, counted, most);
    }

    private record Case(Instant start, Instant stop, Holds holds, Instant asOf, int group) {
        boolean isStopped() {
            return !stop.isAfter(asOf);
        }

        Instant end() {
            return isStopped() ? stop : asOf;
        }

        boolean isKept(Clock clock) {
            return !end().isAfter(clock.due(start, holds));
        }

        /** The words of {@link Rate}, unit after unit: from the due moment to the end, no hold taken out, as the redress is worked out. */
        long pence(Draft draft) {
            Instant due = new Clock(draft.within(), draft.calendar()).due(start, holds);
            if (!end().isAfter(due)) {
                return 0;
            }
            long pence = draft.rate().first();
            for (long left = units(draft, due); left > 0 && pence < draft.rate().mostPerReport(); left--) {
                pence += draft.rate().further();
            }
            return Math.min(pence, draft.rate().mostPerReport());
        }

        private long units(Draft draft, Instant due) {
            Allowance per = draft.rate().per();
            boolean isStarted = draft.rate().counted() == Rate.Counted.STARTED;
            return switch (per.unit()) {
                case DAYS -> days(draft, due, per.count(), isStarted);
                case WEEKS -> days(draft, due, 7 * per.count(), isStarted);
                default -> {
                    boolean isWorking = per.toString().contains("working");
                    long late = isWorking
                            ? draft.calendar().workingSeconds(due, end())
                            : Duration.between(due, end()).toSeconds();
                    int window = draft.calendar().closes() - draft.calendar().opens();
                    long unit = per.count() * (per.unit() == Allowance.Unit.WORKING_DAYS ? window * 60L : 3_600L);
                    yield isStarted ? (late + unit - 1) / unit : late / unit;
                }
            };
        }

        /** Day after day by the wall clock. */
        private long days(Draft draft, Instant due, int each, boolean isStarted) {
            ZonedDateTime began = due.atZone(draft.calendar().zone());
            long units = 0;
            while (!began.toLocalDateTime()
                    .plusDays((units + 1) * each)
                    .atZone(began.getZone())
                    .toInstant()
                    .isAfter(end())) {
                units++;
            }
            boolean isMore = began.toLocalDateTime()
                    .plusDays(units * each)
                    .atZone(began.getZone())
                    .toInstant()
                    .isBefore(end());
            return isStarted && isMore ? units + 1 : units;
        }
    }

    private static final class Batch {
        private final RandomCases random;
        private final List<Case> cases = new ArrayList<>();
        private final Columns columns;

        Batch(long seed, int groups) {
            this(seed, groups, BATCH);
        }

        Batch(long seed, int groups, int size) {
            random = new RandomCases(seed);
            ColumnsBuilder builder = new ColumnsBuilder(0);
            for (int i = 0; i < size; i++) {
                RandomCases.Case one = random.next();
                cases.add(new Case(one.start(), one.stop(), one.holds(), random.asOf, i % groups));
                int stop = one.stop().equals(Instant.MAX) ? Moments.NEVER : Moments.of(one.stop());
                builder.add(Moments.of(one.start()), stop, i % groups);
                one.holds().stretches().forEach(hold -> builder.hold(Moments.of(hold.from()), Moments.of(hold.to())));
            }
            columns = builder.build();
        }

        Backcast backcast() {
            return Backcast.of(columns, random.asOf);
        }

        Stream<Case> group(int group) {
            return cases.stream().filter(one -> one.group() == group);
        }

        boolean isShareKept(Clock clock, int percent) {
            long kept =
                    group(1).filter(one -> one.isStopped() && one.isKept(clock)).count();
            long broken = group(1).filter(one -> !one.isKept(clock)).count();
            return kept * 100 >= percent * (kept + broken);
        }

        String told(Draft draft, int group) {
            Clock clock = new Clock(draft.within(), draft.calendar());
            long kept = group(group)
                    .filter(one -> one.isStopped() && one.isKept(clock))
                    .count();
            long broken = group(group).filter(one -> !one.isKept(clock)).count();
            long unknown = group(group)
                    .filter(one -> !one.isStopped() && one.isKept(clock))
                    .count();
            long pence = group(group).mapToLong(one -> one.pence(draft)).sum();
            int[] times = group(group)
                    .filter(Case::isStopped)
                    .mapToInt(one ->
                            (int) clock.used(one.start(), one.end(), one.holds().from(one.start())))
                    .sorted()
                    .toArray();
            return kept + " kept " + broken + " broken " + unknown + " unknown " + pence + " pence " + ranked(times, 50)
                    + " " + ranked(times, 90);
        }

        private static String ranked(int[] times, int percent) {
            return IntStream.of(times)
                    .skip(Math.max(0, (int) Math.ceil(times.length * percent / 100.0) - 1))
                    .findFirst()
                    .toString();
        }
    }
}
