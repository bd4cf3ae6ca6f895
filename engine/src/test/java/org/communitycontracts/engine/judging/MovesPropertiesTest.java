package org.communitycontracts.engine.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.contract.Exclusion.Effect.EXTEND;
import static org.communitycontracts.engine.contract.Exclusion.Effect.PAUSE;
import static org.communitycontracts.engine.contract.Exclusion.Effect.SWITCH;
import static org.communitycontracts.engine.contract.Exclusion.Effect.VOID;
import static org.communitycontracts.engine.contract.Exclusion.Needs.AGREEMENT;
import static org.communitycontracts.engine.contract.Exclusion.Needs.DECLARED_NOTICE;
import static org.communitycontracts.engine.contract.Exclusion.Needs.EVIDENCE;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.Terrace.clause;
import static org.communitycontracts.engine.judging.Terrace.clock;
import static org.communitycontracts.engine.judging.Terrace.contract;
import static org.communitycontracts.engine.judging.Terrace.exclusion;
import static org.communitycontracts.engine.judging.Terrace.moving;
import static org.communitycontracts.engine.judging.Terrace.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.When;
import org.junit.jupiter.api.Test;

/** What holds of every case that moves, is joined with others or is excused: 1,000 seeded random ones each, or 50,000 with {@code -Dlong=true}. */
class MovesPropertiesTest {
    private static final int CASES = Boolean.getBoolean("long") ? 50_000 : 1_000;
    private static final Instant FIRST_OF_JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant ALL_KNOWN = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> PARTIES = List.of("council", "homes", "residents", "panel");
    private static final List<String> EVENTS = List.of(
            "fixed",
            "made_safe",
            "asked_resident",
            "resident_replied",
            "reopened",
            "withdrawn",
            "recategorised",
            "recategorised",
            "agreed",
            "handover_offered",
            "handover_accepted",
            "access_refused",
            "no_parts",
            "longer",
            "supply_fault",
            "exclusion_refused",
            "contested",
            "breach_struck_out",
            "confirmed");
    private static final List<Exclusion> EXCLUSIONS = List.of(
            exclusion("access_refused", VOID, EVIDENCE),
            exclusion("severe_weather", PAUSE, DECLARED_NOTICE),
            exclusion("snow", EXTEND, DECLARED_NOTICE),
            new Exclusion("no_parts", PAUSE, EVIDENCE, null, null, allowance("5 days"), null, When.ALWAYS),
            new Exclusion("longer", EXTEND, AGREEMENT, null, null, allowance("5 working days"), null, When.ALWAYS),
            new Exclusion(
                    "supply_fault",
                    SWITCH,
                    EVIDENCE,
                    null,
                    null,
                    null,
                    office(When.ALWAYS, "15 working days"),
                    When.ALWAYS));
    private static final Contract CONTRACT = contract(
            clause(
                    "flytip",
                    EXCLUSIONS,
                    moving(clock("4 working days", OFFICE), new ClockRule.Moves(false, true, false))),
            clause("graffiti", EXCLUSIONS, clock("9 working days", OFFICE)),
            clause(
                    "danger",
                    EXCLUSIONS,
                    moving(clock("30 hours", ALWAYS), new ClockRule.Moves(true, false, false)),
                    clock("safe", "reported", "made_safe", office(When.ALWAYS, "8 working hours"))));

    @Test
    void joiningReportsNeverMakesDueLater() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> apart = happenings(i);
            List<Happening> joined = new ArrayList<>(apart);
            joined.addAll(joinings(i));
            for (String report : List.of("r1", "r2")) {
                Map<String, Instant> before = firstDues(report, apart);
                Map<String, Instant> after = firstDues(report, joined);
                before.forEach((clock, due) -> assertThat(after.getOrDefault(clock, due))
                        .as(() -> report + " " + clock + " of " + joined)
                        .isBeforeOrEqualTo(due));
            }
        }
    }

    @Test
    void theOrderInWhichHappeningsComeInDoesNotMatter() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> told = everything(i);
            List<Happening> shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, new Random(i));
            assertThat(bytes(shuffled, ALL_KNOWN)).isEqualTo(bytes(told, ALL_KNOWN));
        }
    }

    @Test
    void whatIsWrittenDownAfterwardsChangesNoAnswerOfThen() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> told = everything(i);
            Instant then = FIRST_OF_JUNE.plusSeconds(new Random(i).nextInt(40 * 86_400));
            List<Happening> known = told.stream()
                    .filter(happening -> !happening.recorded().isAfter(then))
                    .toList();
            assertThat(bytes(told, then)).isEqualTo(bytes(known, then));
        }
    }

    @Test
    void whatHappensToOthersThatAreNotJoinedChangesNothing() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> told = happenings(i);
            List<Happening> own = told.stream()
                    .filter(happening -> !"r2".equals(happening.report()))
                    .toList();
            assertThat(bytes(told, ALL_KNOWN)).isEqualTo(bytes(own, ALL_KNOWN));
        }
    }

    @Test
    void everyClockHasAtMostOneCountThatStandsAndNumbersThemInOrder() {
        for (int i = 0; i < CASES; i++) {
            List<Happening> told = everything(i);
            Map<String, List<Verdict>> byClock = judge("r1", told, ALL_KNOWN).stream()
                    .collect(Collectors.groupingBy(verdict -> verdict.clause() + verdict.clock()));
            byClock.forEach((clock, counts) -> {
                for (int cycle = 1; cycle <= counts.size(); cycle++) {
                    assertThat(counts.get(cycle - 1).cycle()).isEqualTo(cycle);
                }
                assertThat(counts.stream().filter(count -> count.state() == Verdict.State.PENDING))
                        .as(() -> clock + " of " + told)
                        .hasSizeLessThanOrEqualTo(1);
            });
        }
    }

    private static Map<String, Instant> firstDues(String report, List<Happening> told) {
        return judge(report, told, ALL_KNOWN).stream()
                .filter(verdict -> verdict.cycle() == 1 && verdict.due() != null)
                .filter(verdict -> verdict.state() != Verdict.State.VOID)
                .collect(Collectors.toMap(verdict -> verdict.clause() + verdict.clock(), Verdict::due));
    }

    private static String bytes(List<Happening> told, Instant known) {
        return judge("r1", told, known).toString();
    }

    private static List<Verdict> judge(String report, List<Happening> told, Instant known) {
        return new Judge(List.of(CONTRACT)).judge(report, told, ALL_KNOWN, known);
    }

    private static List<Happening> everything(int seed) {
        return Stream.concat(happenings(seed).stream(), joinings(seed).stream()).toList();
    }

    /** Two reports, what became of them and two notices; hours are round so that equal times are common. */
    private static List<Happening> happenings(int seed) {
        var random = new Random(seed);
        List<Happening> told = new ArrayList<>();
        for (String report : List.of("r1", "r2")) {
            Instant made = FIRST_OF_JUNE.plusSeconds(random.nextInt(5 * 24) * 3600L);
            told.add(new Happening(report, "reported", made, made, "residents", Map.of("category", category(random))));
            for (int i = random.nextInt(10); i > 0; i--) {
                told.add(turn(report, made, random));
            }
        }
        for (String event : List.of("severe_weather", "snow")) {
            LocalDate from = LocalDate.parse("2026-06-01").plusDays(random.nextInt(15));
            Instant declared = FIRST_OF_JUNE.plusSeconds(random.nextInt(15 * 24) * 3600L);
            Map<String, String> days = Map.of(
                    "from",
                    from.toString(),
                    "until",
                    from.plusDays(random.nextInt(5)).toString());
            told.add(new Happening(null, event, declared, declared, "council", days));
        }
        return told;
    }

    private static Happening turn(String report, Instant made, Random random) {
        Instant at = made.plusSeconds(random.nextInt(20 * 24) * 3600L);
        Instant recorded = random.nextInt(4) == 0 ? at.plusSeconds(random.nextInt(72) * 3600L) : at;
        Map<String, String> facts = Map.of(
                "category",
                category(random),
                "evidence",
                random.nextBoolean() ? "photo" : "",
                "because",
                random.nextBoolean() ? "access_refused" : "no_parts",
                "to",
                "homes",
                "clause",
                "flytip",
                "basis",
                List.of("first_report", "new_facts", "").get(random.nextInt(3)),
                "by",
                "2 working days");
        String event = EVENTS.get(random.nextInt(EVENTS.size()));
        return new Happening(report, event, at, recorded, PARTIES.get(random.nextInt(PARTIES.size())), facts);
    }

    private static List<Happening> joinings(int seed) {
        var random = new Random(seed + 1_000_000L);
        List<Happening> told = new ArrayList<>();
        Instant at = FIRST_OF_JUNE.plusSeconds((5 + random.nextInt(10)) * 86_400L);
        told.add(new Happening("r2", "merged", at, at, "council", Map.of("into", "r1")));
        if (random.nextInt(3) == 0) {
            Instant parted = at.plusSeconds(random.nextInt(10 * 24) * 3600L);
            told.add(new Happening("r2", "unmerged", parted, parted, "council", Map.of()));
        }
        return told;
    }

    private static String category(Random random) {
        return List.of("flytip", "graffiti", "danger", "art").get(random.nextInt(4));
    }
}
