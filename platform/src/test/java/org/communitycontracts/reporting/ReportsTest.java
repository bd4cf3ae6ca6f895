package org.communitycontracts.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static Database database;
    private static Reports reports;

    @BeforeAll
    static void tenReportsAreTaken() {
        database = TestDatabase.fresh();
        reports = new Reports(database.source());
        try (Intake intake = Intake.open(database.source(), 1, "sample", () -> MONDAY, () -> new byte[32])) {
            for (int i = 0; i < 10; i++) {
                Instant made = MONDAY.plusSeconds(3_600L * i);
                intake.add(Arrival.of(
                        "r" + i,
                        i % 2 == 0 ? 3L : null,
                        i < 4 ? "flytip" : "graffiti",
                        "Fly-tip behind Primate Road",
                        i == 0 ? Arrival.Place.UNKNOWN : Arrival.Place.at(new Point(54.88, -1.42)),
                        List.of(
                                new Happening(null, "reported", made, made, null, Map.of("category", "flytip")),
                                new Happening(
                                        null,
                                        "fixed",
                                        made.plusSeconds(60),
                                        made.plusSeconds(90),
                                        "council",
                                        Map.of()))));
            }
            assertThat(intake.finish()).isEqualTo(new Intake.Counts(10, 0, 0, 1));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static CaseList ask(
            @Nullable Long neighbourhood, @Nullable String category, CaseList.Order order, int page) {
        return reports.list(
                1, new CaseList.Question(neighbourhood, category, null, MONDAY.plusSeconds(8 * 3_600), order, page, 3));
    }

    @Test
    void casesAreFilteredSortedAndPaged() {
        CaseList newest = ask(null, null, CaseList.Order.NEWEST, 1);
        assertThat(newest.count()).isEqualTo(8);
        assertThat(newest.reports()).extracting(Report::madeAt).containsExactly(hour(7), hour(6), hour(5));
        assertThat(ask(null, null, CaseList.Order.NEWEST, 3).reports())
                .extracting(Report::madeAt)
                .containsExactly(hour(1), hour(0));
        assertThat(ask(3L, null, CaseList.Order.OLDEST, 1).reports())
                .extracting(Report::madeAt)
                .containsExactly(hour(0), hour(2), hour(4));
        assertThat(ask(3L, "graffiti", CaseList.Order.OLDEST, 1).count()).isEqualTo(2);
        assertThat(ask(null, null, CaseList.Order.CATEGORY, 1).reports())
                .extracting(Report::category)
                .containsOnly("flytip");
        assertThat(ask(99L, null, CaseList.Order.NEWEST, 1)).isEqualTo(new CaseList(List.of(), 0));
    }

    private static Instant hour(int hour) {
        return MONDAY.plusSeconds(3_600L * hour);
    }

    @Test
    void aReportIsFoundByItsReferenceAndItsStoryIsTold() {
        Report report = ask(3L, null, CaseList.Order.OLDEST, 1).reports().getFirst();
        assertThat(reports.find(1, " " + report.reference().replace("-", "") + " "))
                .contains(report);
        assertThat(reports.find(2, report.reference())).isEmpty();
        assertThat(reports.find(1, "nonsense \u0000")).isEmpty();
        assertThat(report.point()).isNull();
        assertThat(report.title()).isEqualTo("Fly-tip behind Primate Road");
        assertThat(reports.happenings(report)).extracting(Happening::event).containsExactly("reported", "fixed");
        assertThat(reports.happenings(report))
                .allMatch(each -> report.reference().equals(each.report()));
        assertThat(reports.list(1, List.of(report.id(), -5L))).containsExactly(report);
        assertThat(reports.report(1, report.id())).isEqualTo(report);
    }

    @Test
    void everyStoryIsHandedOverOnce() {
        List<String> references = new ArrayList<>();
        reports.eachStory(1, story -> {
            assertThat(story.happenings()).hasSize(2);
            references.add(story.report().reference());
        });
        assertThat(references).hasSize(10).doesNotHaveDuplicates();
        reports.eachStory(2, story -> references.clear());
        assertThat(references).hasSize(10);
        assertThat(reports.categories(1)).containsExactly(Map.entry("flytip", 4L), Map.entry("graffiti", 6L));
    }
}
