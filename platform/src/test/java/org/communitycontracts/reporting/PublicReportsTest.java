package org.communitycontracts.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.reporting.PublicReports.Between;
import org.communitycontracts.reporting.PublicReports.PageOf;
import org.communitycontracts.reporting.PublicReports.Question;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What everybody may see of reports, held against what a reader of their stories would say. */
class PublicReportsTest {
    private static final long COUNCIL = 1;
    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final List<String> CATEGORIES = List.of("flytip", "graffiti", "street-light");
    private static final List<String> EVENTS =
            List.of("seen", "inspected", "fixed", "closed", "reopened", "confirmed", "duplicate", "withdrawn");
    private static final Set<String> ENDS = Set.of("fixed", "closed", "duplicate", "withdrawn");

    private static Database database;
    private static PublicReports reports;
    private static final List<Expected> all = new ArrayList<>();
    private static final Set<String> hidden = new java.util.HashSet<>();

    /** What a reader of the story would say. */
    private record Expected(String reference, String category, Instant madeAt, boolean isOpen, Instant changedAt) {}

    @BeforeAll
    static void manyReportsWithStoriesOfAllKinds() {
        database = TestDatabase.fresh();
        reports = new PublicReports(database.sql());
        Random chance = new Random(311);
        Map<String, List<Happening>> stories = new HashMap<>();
        Map<String, String> categories = new HashMap<>();
        try (Intake intake = Intake.open(database.source(), COUNCIL, "sample", () -> MONDAY, () -> new byte[32])) {
            for (int i = 0; i < 400; i++) {
                Instant made = MONDAY.plusSeconds(chance.nextInt(30 * 86_400));
                String category = CATEGORIES.get(chance.nextInt(CATEGORIES.size()));
                List<Happening> story = new ArrayList<>(
                        List.of(new Happening(null, "reported", made, made, null, Map.of("category", category))));
                for (int n = chance.nextInt(7); n > 0; n--) {
                    Instant at = made.plusSeconds(chance.nextInt(20 * 86_400));
                    Instant recorded = at.plusSeconds(chance.nextInt(2 * 86_400));
                    story.add(new Happening(
                            null, EVENTS.get(chance.nextInt(EVENTS.size())), at, recorded, "council", Map.of()));
                }
                stories.put("r" + i, story);
                categories.put("r" + i, category);
                intake.add(Arrival.of("r" + i, 3L, category, "A line", Arrival.Place.UNKNOWN, story));
            }
            intake.finish();
        }
        Map<String, String> references = new HashMap<>();
        database.sql().sql("select source_id, reference from reporting.report").query(row -> {
            references.put(row.getString(1), row.getString(2));
        });
        references.forEach((source, reference) -> {
            if (Integer.parseInt(source.substring(1)) % 10 == 0) {
                hidden.add(reference);
            } else {
                all.add(expected(
                        reference, String.valueOf(categories.get(source)), stories.getOrDefault(source, List.of())));
            }
        });
        database.sql()
                .sql("update reporting.report set private = true where reference = any (:hidden)")
                .param("hidden", hidden.toArray(String[]::new))
                .update();
        assertThat(hidden).hasSize(40);
    }

    private static Expected expected(String reference, String category, List<Happening> story) {
        Happening last = null;
        for (Happening happening : story) {
            boolean decides =
                    ENDS.contains(happening.event()) || happening.event().equals("reopened");
            if (decides && (last == null || !happening.at().isBefore(last.at()))) {
                last = happening;
            }
        }
        boolean isOpen = last == null || last.event().equals("reopened");
        Instant latest =
                story.stream().map(Happening::at).max(Comparator.naturalOrder()).orElseThrow();
        return new Expected(
                reference, category, story.getFirst().at(), isOpen, isOpen || last == null ? latest : last.at());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<String> ask(
            List<String> categories, @Nullable Boolean isOpen, Between made, Between changed, PageOf page) {
        return reports.list(new Question(COUNCIL, categories, isOpen, made, changed, page)).stream()
                .map(found -> found.report().reference())
                .toList();
    }

    private static List<String> expected(Predicate<Expected> wanted, boolean byChange) {
        Map<String, Long> numbers = new HashMap<>();
        database.sql().sql("select reference, report_id from reporting.report").query(row -> {
            numbers.put(row.getString(1), row.getLong(2));
        });
        Comparator<Expected> newest =
                Comparator.comparing(byChange ? Expected::changedAt : Expected::madeAt, Comparator.reverseOrder());
        return all.stream()
                .filter(wanted)
                .sorted(newest.thenComparing(one -> numbers.getOrDefault(one.reference(), 0L)))
                .map(Expected::reference)
                .toList();
    }

    @Test
    void everyReportIsOpenOrClosedAsItsStoryTells() {
        Map<String, PublicReport> found = reports
                .list(new Question(COUNCIL, List.of(), null, Between.ALWAYS, Between.ALWAYS, new PageOf(1, 1_000)))
                .stream()
                .collect(Collectors.toMap(one -> one.report().reference(), one -> one));
        assertThat(found.keySet())
                .isEqualTo(all.stream().map(Expected::reference).collect(Collectors.toSet()));
        assertThat(all).allSatisfy(one -> {
            PublicReport report = java.util.Objects.requireNonNull(found.get(one.reference()));
            assertThat(report.isOpen()).as("open: %s", one).isEqualTo(one.isOpen());
            assertThat(report.changedAt()).as("changed: %s", one).isEqualTo(one.changedAt());
        });
        assertThat(all).extracting(Expected::isOpen).contains(true, false);
    }

    @Test
    void listsAreFilteredByEverythingAtOnce() {
        Instant from = MONDAY.plusSeconds(5 * 86_400);
        Instant until = MONDAY.plusSeconds(20 * 86_400);
        Between between = new Between(from, until);
        PageOf page = new PageOf(1, 1_000);
        for (List<String> categories : List.of(List.<String>of(), List.of("flytip"), List.of("flytip", "graffiti"))) {
            for (Boolean isOpen : new Boolean[] {null, true, false}) {
                Predicate<Expected> wanted = one -> (categories.isEmpty() || categories.contains(one.category()))
                        && (isOpen == null || isOpen == one.isOpen());
                assertThat(ask(categories, isOpen, between, Between.ALWAYS, page))
                        .isNotEmpty()
                        .isEqualTo(expected(wanted.and(one -> isIn(one.madeAt(), between)), false));
                assertThat(ask(categories, isOpen, Between.ALWAYS, between, page))
                        .isNotEmpty()
                        .isEqualTo(expected(wanted.and(one -> isIn(one.changedAt(), between)), true));
            }
        }
    }

    private static boolean isIn(Instant moment, Between between) {
        return !moment.isBefore(java.util.Objects.requireNonNull(between.first()))
                && !moment.isAfter(java.util.Objects.requireNonNull(between.last()));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        List<String> whole = ask(CATEGORIES, null, Between.ALWAYS, Between.ALWAYS, new PageOf(1, 1_000));
        List<String> pieces = IntStream.rangeClosed(1, 60)
                .mapToObj(page -> ask(CATEGORIES, null, Between.ALWAYS, Between.ALWAYS, new PageOf(page, 7)))
                .flatMap(List::stream)
                .toList();
        assertThat(pieces).hasSize(360).isEqualTo(whole);
    }

    @Test
    void whatIsPrivateIsInNoListAndNoNewsAndFoundByNoName() {
        PageOf page = new PageOf(1, 1_000);
        assertThat(ask(List.of(), null, Between.ALWAYS, Between.ALWAYS, page)).doesNotContainAnyElementsOf(hidden);
        assertThat(reports.list(COUNCIL, hidden)).isEmpty();
        assertThat(reports.news(COUNCIL, Between.ALWAYS, page))
                .isNotEmpty()
                .extracting(entry -> String.valueOf(entry.happening().report()))
                .doesNotContainAnyElementsOf(hidden);
    }

    @Test
    void newsTellsOfEachHappeningOnceAndHowTheReportStoodThen() {
        List<NewsEntry> news = reports.news(COUNCIL, Between.ALWAYS, new PageOf(1, 1_000));
        long counted = database.sql()
                .sql("select count(*) from reporting.happening join reporting.report using (council_id, report_id)"
                        + " where event <> 'reported' and not private")
                .query(Long.class)
                .single();
        assertThat(news).hasSize((int) Math.min(counted, 1_000));
        assertThat(news).extracting(entry -> entry.happening().recorded()).isSorted();
        assertThat(news)
                .filteredOn(entry -> ENDS.contains(entry.happening().event()))
                .isNotEmpty()
                .noneMatch(NewsEntry::isOpen);
        assertThat(news)
                .filteredOn(entry -> entry.happening().event().equals("reopened"))
                .isNotEmpty()
                .allMatch(NewsEntry::isOpen);
        Instant from = news.get(10).happening().recorded();
        Instant until = news.get(20).happening().recorded();
        assertThat(reports.news(COUNCIL, new Between(from, until), new PageOf(1, 1_000)))
                .hasSizeBetween(11, 20)
                .allMatch(entry -> isIn(entry.happening().recorded(), new Between(from, until)));
    }

    @Test
    void aHappeningAddedLaterMovesTheReport() {
        String reference = all.getFirst().reference();
        String where =
                " where council_id = 1 and report_id = (select report_id from reporting.report where reference = '"
                        + reference + "')";
        String add = "insert into reporting.happening (council_id, report_id, seq, event, at, recorded, facts)"
                + " select council_id, report_id, max(seq) + 1, '%s', '%s', now(), '{}' from reporting.happening"
                + where
                + " group by council_id, report_id";
        database.sql().sql(add.formatted("closed", "2027-01-01T00:00:00Z")).update();
        assertThat(reports.list(COUNCIL, List.of(reference)).getFirst())
                .matches(report -> !report.isOpen())
                .extracting(PublicReport::changedAt)
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        database.sql().sql(add.formatted("reopened", "2027-01-02T00:00:00Z")).update();
        assertThat(reports.list(COUNCIL, List.of(reference.replace("-", " ").toLowerCase(java.util.Locale.ROOT))))
                .singleElement()
                .matches(PublicReport::isOpen);
        all.replaceAll(one -> one.reference().equals(reference)
                ? new Expected(
                        one.reference(), one.category(), one.madeAt(), true, Instant.parse("2027-01-02T00:00:00Z"))
                : one);
    }

    @Test
    void theCategoriesAreThoseOfTheReports() {
        assertThat(reports.categories(COUNCIL)).containsExactlyElementsOf(CATEGORIES);
        assertThat(reports.categories(99)).isEmpty();
    }

    @Test
    void aListIsNotReadWithoutEnd() {
        assertThatThrownBy(() -> new PageOf(1, 1_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageOf(101, 1_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageOf(0, 50)).isInstanceOf(IllegalArgumentException.class);
    }
}
