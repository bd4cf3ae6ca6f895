package org.communitycontracts.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.communitycontracts.engine.judging.Happening;
import org.junit.jupiter.api.Test;

class SampleReportsTest {
    private static final Sample SAMPLE = Sample.load();
    private static final Map<String, List<Sample.Report>> BY_AREA = SAMPLE.areas().stream()
            .collect(Collectors.toMap(
                    Sample.Area::slug, area -> SAMPLE.reports(area).toList(), (one, other) -> one, TreeMap::new));

    /** Changes only when the sample is changed on purpose; then everything shown from it changes too. */
    private static final String FINGERPRINT = "fd519c744756aa7b32630c489ea5fca5b4cb2017847fb118bc08816170fe3503";

    /** The areas with a contract of their own; the others stand under that of their council only. */
    private static final Map<String, List<Sample.Report>> WITH_CONTRACT = SAMPLE.areas().stream()
            .filter(area -> !SAMPLE.contracts(area).isEmpty())
            .collect(Collectors.toMap(
                    Sample.Area::slug,
                    area -> BY_AREA.getOrDefault(area.slug(), List.of()),
                    (one, other) -> one,
                    TreeMap::new));

    @Test
    void theSampleIsTheSameToTheByteOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        everyReport()
                .forEach(report -> digest.update((report.reference()
                                + report.category()
                                + report.street()
                                + report.title()
                                + report.latitude()
                                + report.longitude()
                                + report.happenings().stream()
                                        .map(SampleReportsTest::spelt)
                                        .collect(Collectors.joining()))
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(FINGERPRINT);
    }

    @Test
    void aSecondReadingGivesTheSameReports() {
        Sample again = Sample.load();

        again.areas().forEach(area -> assertThat(again.reports(area).toList()).isEqualTo(BY_AREA.get(area.slug())));
    }

    @Test
    void elevenAreasHaveTwentyFiveToSeventyReportsAMonth() {
        assertThat(WITH_CONTRACT).hasSize(11);
        WITH_CONTRACT.forEach(
                (area, reports) -> assertThat(reports.size() / 36.0).as(area).isBetween(25.0, 70.0));
        System.out.println(tableOf(BY_AREA));
    }

    @Test
    void sixMoreAreasStandUnderTheContractOfBarnsleyOnlyAndOneOfThemIsSmall() {
        Map<String, Integer> counts = SAMPLE.areas().stream()
                .filter(area -> SAMPLE.contracts(area).isEmpty())
                .collect(Collectors.toMap(
                        Sample.Area::slug,
                        area -> BY_AREA.getOrDefault(area.slug(), List.of()).size()));

        assertThat(counts).hasSize(6);
        assertThat(counts.get("cawthorne")).isBetween(5, 40);
        counts.remove("cawthorne");
        assertThat(counts).allSatisfy((area, count) -> assertThat(count).isBetween(200, 600));
    }

    @Test
    void everyMonthOfTheThreeYearsHasReports() {
        WITH_CONTRACT.forEach((area, reports) -> assertThat(reports.stream()
                        .map(report -> YearMonth.from(local(madeAt(report))))
                        .distinct())
                .as(area)
                .hasSize(36));
    }

    @Test
    void everyReportLiesInsideItsArea() {
        SAMPLE.areas().forEach(area -> {
            Outline outline = area.outline();
            assertThat(BY_AREA.get(area.slug()))
                    .allMatch(report -> outline.contains(new Outline.Point(report.longitude(), report.latitude())));
        });
    }

    @Test
    void aPointOutsideIsNotInside() {
        Outline square = new Outline(List.of(point(0, 0), point(2, 0), point(2, 2), point(0, 2), point(0, 0)));

        assertThat(square.contains(point(1, 1))).isTrue();
        assertThat(List.of(point(3, 1), point(-1, 1), point(1, 3), point(1, -1)))
                .noneMatch(square::contains);
    }

    @Test
    void nothingIsKnownBeforeTheFirstDayOrAfterTheAsOfMoment() {
        Instant first = Sample.FIRST_DAY.atStartOfDay(Almanac.ZONE).toInstant();

        assertThat(everyReport()).allMatch(report -> !madeAt(report).isBefore(first));
        assertThat(everyHappening()).allMatch(happening -> !happening.recorded().isAfter(Sample.AS_OF));
        assertThat(everyHappening()).allMatch(happening -> !happening.at().isAfter(happening.recorded()));
    }

    @Test
    void aStoryBeginsWithItsReportAndGoesOnInOrderOfTime() {
        assertThat(everyReport()).allSatisfy(report -> {
            assertThat(report.happenings().getFirst().event()).isEqualTo("reported");
            assertThat(report.happenings().stream().map(Happening::at)).isSorted();
            assertThat(report.happenings().stream().map(Happening::report)).containsOnly(report.reference());
        });
    }

    @Test
    void referencesAreNumberedWithoutGapsInOrderOfTime() {
        BY_AREA.forEach((area, reports) -> {
            assertThat(reports.stream().map(SampleReportsTest::madeAt)).isSorted();
            assertThat(reports.stream().map(Sample.Report::number).toList())
                    .isEqualTo(IntStream.rangeClosed(1, reports.size()).boxed().toList());
        });
    }

    @Test
    void graffitiComesInSummerAndBrokenLampsInWinter() {
        assertThat(inMonths("graffiti", 6, 7, 8)).isGreaterThan(2 * inMonths("graffiti", 12, 1, 2));
        assertThat(inMonths("street-light", 12, 1, 2)).isGreaterThan(2 * inMonths("street-light", 6, 7, 8));
        assertThat(inMonths("overgrown", 12, 1, 2)).isLessThan(inMonths("overgrown", 6, 7, 8) / 5);
    }

    @Test
    void dumpedRubbishIsReportedMostAfterBankHolidays() {
        double after = aDay(true);

        assertThat(after).isGreaterThan(1.6 * aDay(false));
    }

    @Test
    void crewsFixNothingAtNightOrAtTheWeekend() {
        Set<String> byCrew = Set.of("flytip", "graffiti", "street-light", "pothole", "repairs", "vandalism");
        List<ZonedDateTime> fixed = everyReport().stream()
                .filter(report ->
                        byCrew.contains(report.category()) && !report.area().equals("south-bank"))
                .flatMap(report -> report.happenings().stream())
                .filter(happening -> happening.event().equals("fixed"))
                .map(happening -> local(happening.at()))
                .toList();

        assertThat(fixed).hasSizeGreaterThan(3_000).allMatch(at -> at.getHour() >= 7 && at.getHour() < 17);
        assertThat(fixed).noneMatch(at -> at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    @Test
    void theSampleHasItsMistakesAndItsForgottenCases() {
        Map<String, Long> events =
                everyHappening().stream().collect(Collectors.groupingBy(Happening::event, Collectors.counting()));
        long late = everyHappening().stream()
                .filter(happening ->
                        Duration.between(happening.at(), happening.recorded()).toHours() > 24)
                .count();
        long silent = everyReport().stream()
                .filter(report -> madeAt(report).isBefore(Instant.parse("2026-01-01T00:00:00Z"))
                        && report.happenings().size() <= 2
                        && report.happenings().getLast().event().matches("reported|seen"))
                .count();
        System.out.println("Happenings of the sample: " + new TreeMap<>(events) + ", recorded over a day late " + late
                + ", never closed " + silent);

        assertThat(events.keySet())
                .contains(
                        "duplicate",
                        "withdrawn",
                        "not_in_area",
                        "reopened",
                        "closed",
                        "asked_resident",
                        "resident_replied",
                        "passed_to_network");
        assertThat(late).isBetween(400L, 2_000L);
        assertThat(silent).isBetween(50L, 400L);
    }

    @Test
    void messagesToThePoliceOfPlainsFarmAreSmallNumbers() {
        Map<Integer, Long> byYear = BY_AREA.getOrDefault("plains-farm", List.of()).stream()
                .filter(report -> report.category().equals("question"))
                .collect(Collectors.groupingBy(
                        report -> local(madeAt(report)).minusMonths(10).getYear(), Collectors.counting()));

        assertThat(byYear.values()).isNotEmpty().allMatch(count -> count < 5);
    }

    private static Outline.Point point(double longitude, double latitude) {
        return new Outline.Point(longitude, latitude);
    }

    private static List<Sample.Report> everyReport() {
        return BY_AREA.values().stream().flatMap(Collection::stream).toList();
    }

    private static List<Happening> everyHappening() {
        return everyReport().stream()
                .flatMap(report -> report.happenings().stream())
                .toList();
    }

    private static Instant madeAt(Sample.Report report) {
        return report.happenings().getFirst().at();
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(Almanac.ZONE);
    }

    private static long inMonths(String category, Integer... months) {
        Set<Integer> wanted = Set.of(months);
        return everyReport().stream()
                .filter(report -> report.category().equals(category)
                        && wanted.contains(local(madeAt(report)).getMonthValue()))
                .count();
    }

    private static double aDay(boolean isAfterDayOff) {
        Set<LocalDate> days = new HashSet<>(Sample.FIRST_DAY
                .datesUntil(Sample.LAST_DAY.plusDays(1))
                .filter(day -> Almanac.isAfterDayOff(day) == isAfterDayOff)
                .toList());
        long reports = everyReport().stream()
                .filter(report -> report.category().equals("flytip")
                        && days.contains(local(madeAt(report)).toLocalDate()))
                .count();
        return (double) reports / days.size();
    }

    private static String spelt(Happening happening) {
        return happening.event()
                + happening.at()
                + happening.recorded()
                + happening.by()
                + new TreeMap<>(happening.facts());
    }

    private static String tableOf(Map<String, List<Sample.Report>> byArea) {
        StringBuilder table = new StringBuilder("Reports of the sample by quarter of the year and by category:\n");
        byArea.forEach((area, reports) -> {
            Map<Integer, Long> quarters = reports.stream()
                    .collect(Collectors.groupingBy(
                            report -> (local(madeAt(report)).getMonthValue() + 2) / 3,
                            TreeMap::new,
                            Collectors.counting()));
            Map<String, Long> categories = reports.stream()
                    .collect(Collectors.groupingBy(Sample.Report::category, TreeMap::new, Collectors.counting()));
            table.append("%-28s %5d %s %s%n".formatted(area, reports.size(), quarters, categories));
        });
        return table.toString();
    }
}
