package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.communitycontracts.engine.backcast.Past;
import org.communitycontracts.engine.backcast.Simulation;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.columns.Backcast;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsBuilder;
import org.communitycontracts.engine.columns.ColumnsJudge;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Moments;
import org.communitycontracts.engine.columns.Outcome;
import org.communitycontracts.engine.columns.Rate;
import org.communitycontracts.engine.columns.Tally;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/**
 * The same input gives the same bytes: verdicts with their words, entitlements and simulations of random contracts with every kind of duty,
 * whatever the order of the happenings, the number of threads, and the language and time zone of the machine.
 */
class SameBytesTest {
    private static final int CASES = Boolean.getBoolean("long") ? 50_000 : 500;
    private static final Instant AS_OF = Instant.parse("2026-12-31T12:00:00Z");

    /** They write other digits, another calendar and other capitals; and their days are not ours. */
    private static final List<String> MACHINES = List.of(
            "tr-TR Pacific/Kiritimati",
            "ar-EG Asia/Kolkata",
            "th-TH-u-ca-buddhist-nu-thai America/St_Johns",
            "fa-IR-u-nu-arabext Pacific/Pago_Pago");

    @Test
    void everyKindOfDutyHasTheSameBytesOnAnyMachineInAnyOrderByAnyNumberOfThreads() throws Exception {
        List<Case> cases = LongStream.range(0, CASES)
                .mapToObj(seed -> RandomContracts.random(seed, Feature.compared()))
                .toList();
        assertThatEveryKindIsJudged(cases);
        List<String> here = told(cases, 1);
        assertThatTheSameIsTold(told(cases, 2), here, "again, by two threads");
        List<Case> shuffled = cases.stream().map(SameBytesTest::shuffled).toList();
        int threads = 1;
        for (String machine : MACHINES) {
            int many = threads;
            assertThatTheSameIsTold(
                    on(machine, () -> told(shuffled, many)), here, "shuffled, by " + many + " threads, on " + machine);
            threads = threads == 1 ? 2 : 8;
        }
    }

    @Test
    void aBackcastHasTheSameBytesInAnyOrderByAnyNumberOfThreads() throws Exception {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60_000).boxed().toList());
        String inOrder = backcast(order, 1);
        Collections.shuffle(order, new Random(1));
        assertThat(backcast(order, 1)).isEqualTo(inOrder);
        assertThat(backcast(order, 2)).isEqualTo(inOrder);
        assertThat(on(MACHINES.getFirst(), () -> backcast(order, 8))).isEqualTo(inOrder);
    }

    private static void assertThatTheSameIsTold(List<String> there, List<String> here, String how) {
        for (int seed = 0; seed < here.size(); seed++) {
            assertThat(there.get(seed)).as("case %s, %s", seed, how).isEqualTo(here.get(seed));
        }
    }

    /** What is asked of one machine. */
    private interface Question<T> {
        T ask() throws InterruptedException, ExecutionException;
    }

    private static <T> T on(String machine, Question<T> question) throws InterruptedException, ExecutionException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(machine.split(" ", -1)[0]));
            TimeZone.setDefault(TimeZone.getTimeZone(machine.split(" ", -1)[1]));
            return question.ask();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> told(List<Case> cases, int threads) throws InterruptedException, ExecutionException {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() ->
                            cases.parallelStream().map(SameBytesTest::told).toList())
                    .get();
        }
    }

    /** All that is found out about one case, words included. */
    private static String told(Case one) {
        List<Verdict> verdicts = TheEngine.verdicts(one);
        return Stream.of(
                        verdicts.stream(),
                        TheEngine.entitlements(one, verdicts).stream(),
                        simulated(one).clauses().stream())
                .flatMap(all -> all.map(Object::toString))
                .collect(Collectors.joining("\n"));
    }

    private static Simulation simulated(Case one) {
        Contract draft = one.versions().getLast();
        LocalDate day = LocalDate.ofInstant(one.validAsOf(), draft.zone());
        return Simulation.of(draft, new Past(one.happenings(), day.minusDays(60), day, one.validAsOf()));
    }

    private static Case shuffled(Case one) {
        List<Happening> shuffled = new ArrayList<>(one.happenings());
        Collections.shuffle(shuffled, new Random(one.seed()));
        return one.with(shuffled);
    }

    private static void assertThatEveryKindIsJudged(List<Case> cases) {
        Set<Class<?>> judged = cases.stream()
                .flatMap(one -> {
                    Set<String> clauses = TheEngine.verdicts(one).stream()
                            .map(Verdict::clause)
                            .collect(Collectors.toSet());
                    return one.versions().stream()
                            .flatMap(version -> version.clauses().stream())
                            .filter(clause -> clauses.contains(clause.id()))
                            .map(clause -> clause.duty().getClass());
                })
                .collect(Collectors.toSet());
        assertThat(judged).containsExactlyInAnyOrder(Duty.class.getPermittedSubclasses());
    }

    private static String backcast(List<Integer> order, int threads) throws InterruptedException, ExecutionException {
        ColumnsBuilder builder = new ColumnsBuilder(order.size());
        for (int number : order) {
            Random random = new Random(number);
            int start = Moments.of(AS_OF) - random.nextInt(200 * 86_400);
            int stop = random.nextInt(5) == 0 ? Moments.NEVER : start + random.nextInt(40 * 86_400);
            builder.add(start, stop, random.nextInt(3));
            if (random.nextInt(4) == 0) {
                builder.hold(start + random.nextInt(9 * 86_400), start + random.nextInt(20 * 86_400));
            }
        }
        Columns columns = builder.build();
        ClockRule rule = firstClock();
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> told(columns, rule)).get();
        }
    }

    /** Of some random contract, with its calendar. */
    private static ClockRule firstClock() {
        Duty duty = RandomContracts.random(1, Set.of())
                .versions()
                .getFirst()
                .clauses()
                .getFirst()
                .duty();
        Duty kept = duty instanceof Reciprocal(Duty pledge) ? pledge : duty;
        return ((Respond) kept).clocks().getFirst();
    }

    private static String told(Columns columns, ClockRule rule) {
        Rate rate = new Rate(1_000, 500, new Allowance(1, Allowance.Unit.WORKING_DAYS), Rate.Counted.STARTED, 5_000);
        Outcome outcome = Backcast.of(columns, AS_OF)
                .judge(new Draft(new Allowance(30, Allowance.Unit.WORKING_HOURS), rule.calendar(), rate));
        Tally tally = ColumnsJudge.of(columns, outcome.draft().within(), rule.calendar(), AS_OF)
                .tally();
        return IntStream.range(0, 3)
                .mapToObj(group -> tally.kept(group) + " " + tally.broken(group) + " " + outcome.kept(group) + " "
                        + outcome.broken(group) + " " + outcome.unknown(group)
                        + " " + outcome.pence(group) + " " + outcome.timeTaken(group, 50) + " "
                        + outcome.timeTaken(group, 90))
                .collect(Collectors.joining("\n"));
    }
}
