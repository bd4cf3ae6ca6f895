package org.communitycontracts.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.judging.Verdict.State;
import org.junit.jupiter.api.Test;

class SampleContractsTest {
    private static final Sample SAMPLE = Sample.load();
    private static final List<Sample.Area> AREAS = SAMPLE.areas().stream()
            .filter(area -> !SAMPLE.contracts(area).isEmpty())
            .toList();
    private static final Sample.Council BARNSLEY = SAMPLE.councils().stream()
            .filter(council -> council.slug().equals("barnsley"))
            .findAny()
            .orElseThrow();
    private static final Map<String, List<Contract>> CONTRACTS = AREAS.stream()
            .collect(Collectors.toMap(
                    Sample.Area::slug,
                    area -> read(area).map(ContractFile::contract).toList(),
                    (one, other) -> one,
                    TreeMap::new));
    private static final Map<String, List<Verdict>> VERDICTS = AREAS.stream()
            .collect(Collectors.toMap(
                    Sample.Area::slug, SampleContractsTest::judged, (one, other) -> one, TreeMap::new));

    @Test
    void everyContractPassesItsReaderWithoutAnAdvice() {
        Stream.concat(AREAS.stream().flatMap(area -> SAMPLE.contracts(area).stream()), wholeBarnsley().stream())
                .forEach(file -> {
                    Reading reading = Reading.of(file.file(), file.yaml());
                    assertThat(reading).as(file.file()).isInstanceOf(ContractFile.class);
                    assertThat(((ContractFile) reading).advice())
                            .as(file.file())
                            .isEmpty();
                });
    }

    @Test
    void oneCouncilHasAContractForItsWholeAreaThatChangedWithinTheLastTwelveMonths() {
        assertThat(SAMPLE.councils())
                .filteredOn(council -> !SAMPLE.contracts(council).isEmpty())
                .containsExactly(BARNSLEY);
        List<Contract> versions =
                read(wholeBarnsley()).map(ContractFile::contract).toList();

        assertThat(versions).extracting(Contract::id).containsOnly("barnsley-council");
        assertThat(versions.getLast().from())
                .isEqualTo(versions.getFirst().until())
                .isBetween(Sample.LAST_DAY.minusYears(1), Sample.LAST_DAY);
    }

    @Test
    void whatTheWholeCouncilPromisesIsKeptAsOftenAsOneWouldBelieve() {
        Judge judge =
                new Judge(read(wholeBarnsley()).map(ContractFile::contract).toList());
        Map<String, List<Verdict>> byClause = SAMPLE.areas().stream()
                .filter(area -> area.council().equals("barnsley"))
                .flatMap(SAMPLE::reports)
                .flatMap(report ->
                        judge.judge(report.reference(), report.happenings(), Sample.AS_OF, Sample.AS_OF).stream())
                .collect(Collectors.groupingBy(Verdict::clause, TreeMap::new, Collectors.toList()));

        assertThat(byClause).containsOnlyKeys("danger", "pothole", "street-light");
        byClause.forEach((clause, verdicts) ->
                assertThat(share(verdicts.stream())).as(clause).isBetween(0.75, 0.99));
    }

    @Test
    void aContractBearsTheNameOfItsAreaAndSixToTwelveClauses() {
        CONTRACTS.forEach((area, versions) -> assertThat(versions).allSatisfy(version -> {
            assertThat(version.id()).isEqualTo(area);
            assertThat(version.clauses()).hasSizeBetween(6, 12);
        }));
    }

    @Test
    void aVersionBeginsWhereTheOneBeforeItEnds() {
        CONTRACTS.forEach((area, versions) -> {
            for (int later = 1; later < versions.size(); later++) {
                assertThat(versions.get(later).from())
                        .as(area)
                        .isEqualTo(versions.get(later - 1).until());
                assertThat(versions.get(later).version())
                        .isEqualTo(versions.get(later - 1).version() + 1);
            }
        });
        assertThat(CONTRACTS.values().stream().filter(versions -> versions.size() > 1))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aContractIsInForceOnTheFirstDayAndOnTheLast() {
        CONTRACTS.forEach((area, versions) -> {
            assertThat(versions)
                    .as(area)
                    .anyMatch(version -> version.isInForceAt(
                            Sample.FIRST_DAY.atStartOfDay(Almanac.ZONE).toInstant()))
                    .anyMatch(version -> version.isInForceAt(Sample.AS_OF));
        });
    }

    @Test
    void everyCategoryReportedIsPromisedSomething() {
        AREAS.forEach(area -> {
            Set<String> reported =
                    SAMPLE.reports(area).map(Sample.Report::category).collect(Collectors.toSet());
            Set<String> promised = Stream.concat(clauses(area.slug()), ofTheCouncil(area))
                    .flatMap(clause -> clause.when().categories().stream())
                    .collect(Collectors.toSet());
            assertThat(promised).as(area.slug()).containsAll(reported);
        });
    }

    @Test
    void everyClauseWithAClockHasCases() {
        AREAS.forEach(area -> {
            Set<String> judged = verdicts(area.slug()).map(Verdict::clause).collect(Collectors.toSet());
            Set<String> clocked = clauses(area.slug())
                    .filter(clause -> clause.duty() instanceof Respond)
                    .map(Clause::id)
                    .collect(Collectors.toSet());
            assertThat(judged).as(area.slug()).isEqualTo(clocked);
        });
    }

    @Test
    void everyUnitOfTheLanguageThatNeedsNoFactOfItsOwnIsPromisedSomewhere() {
        Set<String> units = new HashSet<>();
        CONTRACTS.keySet().stream().flatMap(SampleContractsTest::clauses).forEach(clause -> {
            if (clause.duty() instanceof Respond respond) {
                units.add(respond.first().within().unit().name());
            }
        });

        assertThat(units)
                .contains(
                        "HOURS",
                        "WORKING_HOURS",
                        "WORKING_DAYS",
                        "FULL_WORKING_DAYS",
                        "DAYS",
                        "WEEKS",
                        "MONTHS",
                        "END_OF_NEXT_WORKING_DAY",
                        "NEXT_VISIT");
    }

    @Test
    void theShareKeptOfEveryClauseIsBelievable() {
        StringBuilder table = new StringBuilder("Promises of the sample, kept of counted:\n");
        AREAS.forEach(area -> verdicts(area.slug())
                .collect(Collectors.groupingBy(Verdict::clause, TreeMap::new, Collectors.toList()))
                .forEach((clause, verdicts) -> {
                    long counted = counted(verdicts.stream());
                    double share = share(verdicts.stream());
                    table.append(
                            "%-28s %-22s %3.0f in 100 of %4d%n".formatted(area.slug(), clause, 100 * share, counted));
                    assertThat(share).as(area.slug() + " " + clause).isBetween(0.55, 1.0);
                }));
        System.out.println(table);
    }

    @Test
    void athersleyImprovesAndCroftDeclines() {
        assertThat(share(ofYear("croft-and-cowpen-quay", 0)) - share(ofYear("croft-and-cowpen-quay", 2)))
                .isGreaterThan(0.05);
        assertThat(share(dueIn("athersley-and-new-lodge", "2024-11-01", "2025-10-01"))
                        - share(dueIn("athersley-and-new-lodge", "2023-11-01", "2024-10-01")))
                .isGreaterThan(0.01);
    }

    @Test
    void oldingtonHadOneBadWinter() {
        double bad = share(dueIn("oldington-and-foley-park", "2024-12-15", "2025-03-15"));

        assertThat(bad).isLessThan(share(dueIn("oldington-and-foley-park", "2023-12-15", "2024-03-15")) - 0.2);
        assertThat(bad).isLessThan(share(dueIn("oldington-and-foley-park", "2025-12-15", "2026-03-15")) - 0.2);
    }

    private static List<Sample.ContractFile> wholeBarnsley() {
        return SAMPLE.contracts(BARNSLEY);
    }

    private static Stream<Clause> ofTheCouncil(Sample.Area area) {
        return SAMPLE.councils().stream()
                .filter(council -> council.slug().equals(area.council()))
                .flatMap(council -> read(SAMPLE.contracts(council)))
                .flatMap(file -> file.contract().clauses().stream());
    }

    private static Stream<ContractFile> read(Sample.Area area) {
        return read(SAMPLE.contracts(area));
    }

    private static Stream<ContractFile> read(List<Sample.ContractFile> files) {
        return files.stream()
                .map(file -> Reading.of(file.file(), file.yaml()))
                .filter(ContractFile.class::isInstance)
                .map(ContractFile.class::cast);
    }

    private static List<Verdict> judged(Sample.Area area) {
        Judge judge = new Judge(CONTRACTS.getOrDefault(area.slug(), List.of()));
        List<Verdict> verdicts = new ArrayList<>();
        SAMPLE.reports(area)
                .forEach(report -> verdicts.addAll(
                        judge.judge(report.reference(), report.happenings(), Sample.AS_OF, Sample.AS_OF)));
        return verdicts;
    }

    private static Stream<Clause> clauses(String area) {
        return CONTRACTS.getOrDefault(area, List.of()).stream().flatMap(version -> version.clauses().stream());
    }

    private static Stream<Verdict> verdicts(String area) {
        return VERDICTS.getOrDefault(area, List.of()).stream();
    }

    private static Stream<Verdict> ofYear(String area, int year) {
        LocalDate from = Sample.FIRST_DAY.plusYears(year);
        return dueIn(area, from.toString(), from.plusYears(1).toString());
    }

    private static Stream<Verdict> dueIn(String area, String from, String until) {
        Instant first = LocalDate.parse(from).atStartOfDay(Almanac.ZONE).toInstant();
        Instant end = LocalDate.parse(until).atStartOfDay(Almanac.ZONE).toInstant();
        Predicate<Verdict> isDue = verdict -> {
            Instant due = verdict.due();
            return due != null && !due.isBefore(first) && due.isBefore(end);
        };
        return verdicts(area).filter(isDue);
    }

    private static long counted(Stream<Verdict> verdicts) {
        return verdicts.filter(verdict -> verdict.state() == State.MET || verdict.state() == State.BREACHED)
                .count();
    }

    private static double share(Stream<Verdict> verdicts) {
        List<Verdict> all = verdicts.toList();
        long met = all.stream().filter(verdict -> verdict.state() == State.MET).count();
        return (double) met / counted(all.stream());
    }
}
