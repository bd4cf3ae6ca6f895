package org.communitycontracts.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold of the engine whatever the case: 1,000 random ones for each, 100,000 with {@code -Dlong=true}. */
class OraclePropertiesTest {
    private static final int CASES = Integer.getInteger("properties", Boolean.getBoolean("long") ? 100_000 : 1_000);
    private static final Duration PROGRESS = Duration.ofSeconds(10);

    /** Plain cases: without what makes a new cycle, which would compare one thing with another. */
    private static final Set<Feature> PLAIN =
            EnumSet.of(Feature.HOLDS, Feature.CHOICES, Feature.SEVERAL_CLOCKS, Feature.PAUSE_BY_REASON);

    @Test
    void aLaterStopIsNeverBetter() {
        overCases(some(PLAIN), one -> {
            List<Happening> later = one.happenings().stream()
                    .map(told -> isStop(told) ? moved(told, Duration.ofHours(7)) : told)
                    .toList();
            Map<String, Verdict> after = byCase(one.with(later));
            byCase(one).forEach((key, before) -> {
                Verdict then = after.get(key);
                if (then != null && before.state() == Verdict.State.BREACHED && then.stopped() != null) {
                    assertThat(then.state()).as("%s later in %s", key, one).isNotEqualTo(Verdict.State.MET);
                }
            });
        });
    }

    @Test
    void addingAHoldNeverMakesDueEarlier() {
        overCases(some(EnumSet.of(Feature.HOLDS, Feature.CHOICES)), one -> {
            Set<String> pauses = pauses(one);
            List<Happening> more = new ArrayList<>(one.happenings());
            one.happenings().stream()
                    .filter(told -> told.event().equals("reported") && !pauses.isEmpty())
                    .filter(told ->
                            isFirst(one, told.report(), pauses.iterator().next()))
                    .forEach(told -> more.add(new Happening(
                            told.report(),
                            pauses.iterator().next(),
                            told.at().plusSeconds(3600 * (one.seed() % 30)),
                            told.at().plusSeconds(3600 * (one.seed() % 30)),
                            "council",
                            Map.of())));
            neverEarlier("with one more hold", one, one.with(more));
        });
    }

    @Test
    void addingAHolidayNeverMakesDueEarlier() {
        overCases(some(EnumSet.of(Feature.CHOICES, Feature.REOPEN)), one -> {
            LocalDate on = one.versions().getFirst().from().plusDays(1);
            LocalDate reported = LocalDate.ofInstant(
                    one.happenings().getFirst().at(), one.versions().getFirst().zone());
            LocalDate day = reported.plusDays(one.seed() % 5);
            if (!asksForTheDay(one)) {
                neverEarlier("with a holiday on " + day, one, withHoliday(one, day.isBefore(on) ? on : day));
            }
        });
    }

    @Test
    void mergingNeverMakesDueLater() {
        overCases(some(EnumSet.of(Feature.HOLDS, Feature.CHOICES)), one -> {
            if (!Feature.compared().contains(Feature.DUPLICATES)) {
                return;
            }
            List<Happening> more = new ArrayList<>(one.happenings());
            Instant at = one.happenings().getFirst().at().plusSeconds(3600 * (one.seed() % 50));
            more.add(new Happening("r2", "merged", at, at, null, Map.of("into", "r1")));
            neverEarlier("before it was merged", one.with(more), one);
        });
    }

    @Test
    void theOrderInWhichHappeningsComeInDoesNotMatter() {
        overCases(some(Feature.compared()), one -> {
            List<Happening> shuffled = new ArrayList<>(one.happenings());
            Collections.shuffle(shuffled, new Random(one.seed()));
            assertThat(told(one.with(shuffled))).as("shuffled: %s", one).isEqualTo(told(one));
        });
    }

    @Test
    void theSameQuestionTwiceHasTheSameAnswer() {
        overCases(
                some(Feature.compared()),
                one -> assertThat(TheEngine.verdicts(one).toString())
                        .as("again: %s", one)
                        .isEqualTo(TheEngine.verdicts(one).toString()));
    }

    @Test
    void whatIsWrittenDownAfterwardsChangesNoAnswerOfThen() {
        overCases(some(Feature.compared()), one -> {
            List<Happening> known = one.happenings().stream()
                    .filter(told -> !told.recorded().isAfter(one.knownAsOf()))
                    .toList();
            assertThat(told(one.with(known))).as("only what was known: %s", one).isEqualTo(told(one));
        });
    }

    @Test
    void anOverlayThatChangesNothingGivesTheRealVerdicts() {
        overCases(some(Feature.compared()), one -> {
            List<Contract> same = one.versions().stream()
                    .map(version -> version.calendars().isEmpty() ? version : withClauses(version, copied(version)))
                    .toList();
            Case overlaid =
                    new Case(one.seed(), one.features(), same, one.happenings(), one.validAsOf(), one.knownAsOf());
            assertThat(told(overlaid)).as("overlay of nothing: %s", one).isEqualTo(told(one));
        });
    }

    private static Set<Feature> some(Set<Feature> wanted) {
        Set<Feature> some = EnumSet.noneOf(Feature.class);
        wanted.stream().filter(Feature.compared()::contains).forEach(some::add);
        return some;
    }

    private static void overCases(Set<Feature> features, Consumer<Case> property) {
        long began = System.nanoTime();
        long told = began;
        for (int i = 0; i < CASES; i++) {
            property.accept(RandomContracts.random(1_000_000_000L + i, features));
            if (System.nanoTime() - told > PROGRESS.toNanos()) {
                told = System.nanoTime();
                double rate = (i + 1) * 1e9 / (told - began);
                System.out.printf("%,d cases hold, %,.0f a second, %,.0f s left%n", i + 1, rate, (CASES - i) / rate);
            }
        }
    }

    private static List<String> told(Case one) {
        return Comparison.lines(TheEngine.verdicts(one));
    }

    private static Map<String, Verdict> byCase(Case one) {
        Map<String, Verdict> byCase = new HashMap<>();
        for (Verdict verdict : TheEngine.verdicts(one)) {
            String key = verdict.clause() + "/" + verdict.subject() + "/" + verdict.clock() + "/" + verdict.start();
            byCase.put(key, verdict);
        }
        return byCase;
    }

    private static void neverEarlier(String how, Case before, Case after) {
        Map<String, Verdict> with = byCase(after);
        byCase(before).forEach((key, without) -> {
            Verdict then = with.get(key);
            boolean isComparable = then != null && then.due() != null && without.due() != null;
            if (isComparable) {
                assertThat(then.due()).as("%s %s: %s", key, how, before).isAfterOrEqualTo(without.due());
            }
        });
    }

    private static boolean isStop(Happening told) {
        return told.event().startsWith("fixed") || told.event().equals("closed");
    }

    private static Happening moved(Happening told, Duration by) {
        return new Happening(
                told.report(), told.event(), told.at().plus(by), told.recorded().plus(by), told.by(), told.facts());
    }

    private static boolean isFirst(Case one, @Nullable String report, String request) {
        return one.happenings().stream()
                .noneMatch(told ->
                        Objects.equals(report, told.report()) && told.event().equals(request));
    }

    private static Set<String> pauses(Case one) {
        Set<String> pauses = new java.util.TreeSet<>();
        for (Contract version : one.versions()) {
            for (Clause clause : version.clauses()) {
                if (clause.duty() instanceof Respond(List<ClockRule> clocks)) {
                    clocks.forEach(rule -> rule.pauses().forEach(pause -> pauses.add(pause.from())));
                }
            }
        }
        return pauses;
    }

    /** Whether a choice asks for a working day, so that a holiday may rightly choose another time. */
    private static boolean asksForTheDay(Case one) {
        return one.versions().toString().contains("workingDay=true")
                || one.versions().toString().contains("workingDay=false")
                || one.versions().toString().contains("Since[");
    }

    private static Case withHoliday(Case one, LocalDate day) {
        List<Contract> versions = one.versions().stream()
                .map(version -> withClauses(
                        version,
                        version.clauses().stream()
                                .map(clause -> clause.duty() instanceof Respond(List<ClockRule> clocks)
                                        ? withDuty(clause, withHoliday(clocks, day))
                                        : clause)
                                .toList()))
                .toList();
        return new Case(one.seed(), one.features(), versions, one.happenings(), one.validAsOf(), one.knownAsOf());
    }

    private static Respond withHoliday(List<ClockRule> clocks, LocalDate day) {
        return new Respond(clocks.stream()
                .map(rule -> rule.with(rule.choices().stream()
                        .map(choice -> choice.on(withHoliday(choice.calendar(), day)))
                        .toList()))
                .toList());
    }

    private static Calendar withHoliday(Calendar calendar, LocalDate day) {
        List<Holiday> holidays = new ArrayList<>(calendar.holidays());
        holidays.add(new Holiday(day, "one more", Instant.MIN));
        return new Calendar(
                calendar.id(), calendar.zone(), calendar.days(), calendar.opens(), calendar.closes(), holidays);
    }

    private static List<Clause> copied(Contract version) {
        return version.clauses().stream()
                .map(clause -> clause.duty() instanceof Respond(List<ClockRule> clocks)
                        ? withDuty(
                                clause,
                                new Respond(clocks.stream()
                                        .map(rule -> rule.with(List.copyOf(rule.choices())))
                                        .toList()))
                        : clause)
                .toList();
    }

    private static Clause withDuty(Clause clause, Respond duty) {
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

    private static Contract withClauses(Contract version, List<Clause> clauses) {
        return new Contract(
                version.id(),
                version.version(),
                version.zone(),
                version.from(),
                version.until(),
                version.currency(),
                version.transition(),
                version.calendars(),
                version.parties(),
                clauses);
    }
}
