package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.redress.Desk.clause;
import static org.communitycontracts.engine.redress.Desk.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment.To;
import org.communitycontracts.engine.contract.Window;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.junit.jupiter.api.Test;

/** What holds of any number of breaches: 40 seeded random files each, or 20,000 with {@code -Dlong=true}. */
class RedressPropertiesTest {
    private static final int FILES = Boolean.getBoolean("long") ? 20_000 : Integer.getInteger("files", 40);
    private static final Instant AS_OF = Instant.parse("2028-06-01T12:00:00Z");
    private static final long HOUSEHOLD = 60_00;
    private static final long CLAUSE = 150_00;
    private static final long CONTRACT = 220_00;
    private static final long REPORT = 30_00;

    private final Random random = new Random(18);

    /** One file: the contract, what was found and what was told. */
    private record File(Contract contract, List<Verdict> verdicts, List<Happening> happenings) {
        List<Entitlement> entitlements() {
            return new Redress(List.of(contract)).entitlements(verdicts, happenings, AS_OF, AS_OF);
        }
    }

    @Test
    void noCapIsEverExceededAlsoAfterStrikingOut() {
        for (int i = 0; i < FILES; i++) {
            File file = file();
            for (File one : List.of(file, struckOut(file, 3))) {
                List<Entitlement> counted = owed(one);
                assertThat(sums(counted, e -> e.clause() + e.subject() + e.to() + e.household()))
                        .allSatisfy((_, sum) -> assertThat(sum).isLessThanOrEqualTo(REPORT));
                assertThat(sums(counted, e -> e.clause() + year(e) + e.household()))
                        .allSatisfy((_, sum) -> assertThat(sum).isLessThanOrEqualTo(HOUSEHOLD));
                assertThat(sums(counted, e -> e.clause() + year(e)))
                        .allSatisfy((_, sum) -> assertThat(sum).isLessThanOrEqualTo(CLAUSE));
                assertThat(sums(counted, RedressPropertiesTest::year))
                        .allSatisfy((_, sum) -> assertThat(sum).isLessThanOrEqualTo(CONTRACT));
            }
        }
    }

    @Test
    void amountAndCappedMakeUpTheSumAndPartsTheAmount() {
        for (int i = 0; i < FILES; i++) {
            File file = file();
            Map<String, Long> sums = new HashMap<>();
            uncapped(file)
                    .entitlements()
                    .forEach(one -> sums.put(name(one), one.amount().minor()));
            for (Entitlement one : struckOut(file, 2).entitlements()) {
                assertThat(one.parts().stream()
                                .mapToLong(part -> part.amount().minor())
                                .sum())
                        .isEqualTo(one.amount().minor());
                assertThat(one.parts())
                        .allSatisfy(part -> assertThat(part.amount().minor()).isNotNegative());
                assertThat(one.adjusts()).isLessThanOrEqualTo(one.amount());
                if (isOwed(one)) {
                    assertThat(one.amount().minor() + one.capped().minor()).isEqualTo(sums.get(name(one)));
                }
            }
        }
    }

    @Test
    void theOrderInWhichThingsComeInDoesNotMatter() {
        for (int i = 0; i < FILES; i++) {
            File file = struckOut(file(), 2);
            List<Verdict> verdicts = new ArrayList<>(file.verdicts());
            List<Happening> happenings = new ArrayList<>(file.happenings());
            Collections.shuffle(verdicts, random);
            Collections.shuffle(happenings, random);
            assertThat(new File(file.contract(), verdicts, happenings).entitlements())
                    .isEqualTo(file.entitlements());
        }
    }

    @Test
    void strikingOutABreachNeverLowersWhatAnybodyElseGets() {
        for (int i = 0; i < FILES; i++) {
            File file = file();
            File without = struckOut(file, 1 + random.nextInt(4));
            Map<String, Long> before = new HashMap<>();
            file.entitlements().stream()
                    .filter(RedressPropertiesTest::isOwed)
                    .forEach(one -> before.put(name(one), one.amount().minor()));
            assertThat(owed(without)).allSatisfy(one -> {
                assertThat(one.amount().minor()).isGreaterThanOrEqualTo(before.getOrDefault(name(one), 0L));
                assertThat(one.amount().minor() - one.adjusts().minor())
                        .as("what was added is told as added, unless it was broken after the strike-out")
                        .isGreaterThanOrEqualTo(before.getOrDefault(name(one), 0L));
            });
        }
    }

    @Test
    void aLaterStopNeverLowersTheSumBeforeCaps() {
        for (int i = 0; i < FILES; i++) {
            File file = uncapped(file());
            Map<String, Long> before = new HashMap<>();
            file.entitlements()
                    .forEach(one -> before.put(name(one), one.amount().minor()));
            List<Verdict> later = file.verdicts().stream()
                    .map(one -> stoppedLater(one, random.nextInt(30 * 86_400)))
                    .toList();
            assertThat(new File(file.contract(), later, file.happenings()).entitlements())
                    .allSatisfy(one -> assertThat(one.amount().minor())
                            .isGreaterThanOrEqualTo(before.getOrDefault(name(one), 0L)));
        }
    }

    @Test
    void whatIsWrittenDownAfterwardsChangesNoAnswerOfThen() {
        for (int i = 0; i < FILES; i++) {
            File file = file();
            Instant then = AS_OF.minusSeconds(random.nextInt(700) * 86_400L);
            List<Happening> known = file.happenings().stream()
                    .filter(told -> !told.recorded().isAfter(then))
                    .toList();
            Redress redress = new Redress(List.of(file.contract()));
            assertThat(redress.entitlements(file.verdicts(), file.happenings(), AS_OF, then))
                    .isEqualTo(redress.entitlements(file.verdicts(), known, AS_OF, then));
        }
    }

    private File file() {
        Contract contract = contract(true);
        List<Verdict> verdicts = new ArrayList<>();
        List<Happening> happenings = new ArrayList<>();
        int reports = 1 + random.nextInt(24);
        for (int i = 0; i < reports; i++) {
            String report = "r" + i;
            happenings.add(told(
                    report,
                    "reported",
                    Map.of("household", "h" + random.nextInt(4), "charge", random.nextInt(900) + ".00")));
            if (random.nextInt(3) == 0) {
                happenings.add(told(report, "affected", Map.of("household", "h" + random.nextInt(4))));
            }
            if (random.nextInt(2) == 0) {
                happenings.add(told(report, "paid", Map.of("clause", "flytip", "amount", random.nextInt(60) + ".00")));
            }
            verdicts.add(broken(random.nextInt(3) == 0 ? "bins" : "flytip", report));
        }
        return new File(contract, verdicts, happenings);
    }

    private static File uncapped(File file) {
        return new File(contract(false), file.verdicts(), file.happenings());
    }

    private static Contract contract(boolean capped) {
        Terms flytip = Terms.pounds()
                .first("10.00")
                .further("5.00", "1 working day")
                .partOf("charge", 1)
                .atMost("45.00")
                .payer("council", 67)
                .payer("homes", 33)
                .payWithin("10 working days")
                .latePayment("20.00");
        Terms bins = Terms.pounds()
                .step(null, "7.50")
                .step("3 days", "22.00")
                .step("2 weeks", "41.00")
                .to(To.EVERYONE_AFFECTED);
        if (capped) {
            for (Terms terms : List.of(flytip, bins)) {
                terms.perReport("30.00")
                        .perHousehold("60.00")
                        .perClause("150.00")
                        .perContract("220.00")
                        .each(Window.CALENDAR_YEAR);
            }
        }
        return Desk.version(1, "2025-04-01", "GBP", clause("flytip", flytip.ladder()), clause("bins", bins.ladder()));
    }

    private Verdict broken(String clause, String report) {
        Instant due = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
        Instant stopped = due.plusSeconds(1 + random.nextInt(20 * 86_400));
        return verdict(clause, report)
                .from(due.toString(), random.nextInt(12) == 0 ? null : stopped.toString())
                .build();
    }

    private Happening told(String report, String event, Map<String, String> facts) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
        return new Happening(report, event, at, at.plusSeconds(random.nextInt(40 * 86_400)), "council", facts);
    }

    /** The same file after the first reports were found to be no breaches. */
    private static File struckOut(File file, int count) {
        List<Happening> happenings = new ArrayList<>(file.happenings());
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict one : file.verdicts()) {
            boolean isOut = Integer.parseInt(one.subject().substring(1)) < count;
            verdicts.add(isOut ? Desk.voided(one) : one);
            if (isOut) {
                Instant at = Instant.parse("2028-03-01T12:00:00Z");
                happenings.add(new Happening(
                        one.subject(), "breach_struck_out", at, at, "residents", Map.of("clause", one.clause())));
            }
        }
        return new File(file.contract(), verdicts, happenings);
    }

    private static Verdict stoppedLater(Verdict one, int seconds) {
        Instant stopped = one.stopped();
        return verdict(one.clause(), one.subject())
                .from(
                        String.valueOf(one.due()),
                        stopped == null ? null : stopped.plusSeconds(seconds).toString())
                .build();
    }

    private static List<Entitlement> owed(File file) {
        return file.entitlements().stream()
                .filter(RedressPropertiesTest::isOwed)
                .toList();
    }

    private static boolean isOwed(Entitlement one) {
        return one.status() == Entitlement.Status.OWED || one.status() == Entitlement.Status.CAPPED;
    }

    private static Map<String, Long> sums(List<Entitlement> some, Function<Entitlement, String> by) {
        return some.stream()
                .collect(Collectors.groupingBy(
                        by, Collectors.summingLong(one -> one.amount().minor())));
    }

    private static String year(Entitlement one) {
        return " "
                + LocalDate.ofInstant(one.breachedAt(), contract(false).zone()).getYear() + " ";
    }

    private static String name(Entitlement one) {
        return one.clause() + " " + one.subject() + " " + one.household() + " "
                + (one.status() == Entitlement.Status.LATE_PAYMENT);
    }

    @Test
    void theRandomFilesDoReachTheCaps() {
        Map<Entitlement.Status, Integer> seen = new HashMap<>();
        int cut = 0;
        for (int i = 0; i < 50; i++) {
            for (Entitlement one : struckOut(file(), 3).entitlements()) {
                seen.merge(one.status(), 1, Integer::sum);
                cut += one.capped().compareTo(Money.NONE) > 0 && !one.amount().isNone() ? 1 : 0;
                cut += one.adjusts().isNone() ? 0 : 1000;
            }
        }
        assertThat(seen.keySet())
                .contains(
                        Entitlement.Status.OWED,
                        Entitlement.Status.CAPPED,
                        Entitlement.Status.EX_GRATIA,
                        Entitlement.Status.LATE_PAYMENT);
        assertThat(cut % 1000).as("capped in part").isPositive();
        assertThat(cut / 1000).as("adjusted").isPositive();
    }
}
