package org.communitycontracts.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.communitycontracts.reporting.PublicReports.Between;
import org.communitycontracts.reporting.PublicReports.PageOf;
import org.communitycontracts.reporting.PublicReports.Question;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Among many reports a page of 50 is found by an index, whatever is asked: counted in pieces of the database that are read. */
class ManyPublicReportsTest {
    private static final int MANY = Integer.getInteger("many.reports", 60_000);
    private static final Instant LAST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Between MONTHS = new Between(LAST.minus(Duration.ofDays(90)), LAST);
    private static final PageOf FIRST = new PageOf(1, 50);

    private static Database database;
    private static PublicReports reports;

    /** Five years of reports of 20 categories, some a hundred times rarer than others; one in 50 is open, most of them new. */
    @BeforeAll
    static void manyReportsAreStored() {
        database = TestDatabase.fresh();
        reports = new PublicReports(database.sql());
        database.sql()
                .sql("alter table reporting.happening disable trigger happening_keeps_state")
                .update();
        database.sql().sql("""
                        insert into reporting.report (council_id, report_id, reference, source, source_id, category, made_at,
                            on_map, is_open, changed_at)
                        select 1 + n %% 2, n, 'M' || n, 'many', n::text, 'kind-' || floor(20 * power((n * 7919 %% 1000) / 1000.0, 3)),
                               made, false, n * 31 %% 50 = 0, made + interval '3 days'
                        from generate_series(1::bigint, %d) n, lateral (
                            select timestamptz '2026-11-01' - interval '1 minute' * (n * 104729 %% 2600000) as made) m""".formatted(MANY)).update();
        database.sql().sql("""
                        insert into reporting.happening (council_id, report_id, seq, event, at, recorded, facts)
                        select council_id, report_id, seq, case seq when 1 then 'reported' else 'seen' end,
                               made_at + interval '1 hour' * seq, made_at + interval '1 hour' * seq, '{}'
                        from reporting.report, generate_series(1, 3) seq""").update();
        database.sql()
                .sql("analyze reporting.report; analyze reporting.happening")
                .update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static Stream<Question> questions() {
        return Stream.of(
                question(List.of(), null, MONTHS, Between.ALWAYS, FIRST),
                question(List.of(), true, MONTHS, Between.ALWAYS, FIRST),
                question(List.of(), false, MONTHS, Between.ALWAYS, FIRST),
                question(List.of("kind-0"), null, MONTHS, Between.ALWAYS, FIRST),
                question(List.of("kind-19"), true, MONTHS, Between.ALWAYS, FIRST),
                question(List.of("kind-0", "kind-9", "kind-19"), null, MONTHS, Between.ALWAYS, FIRST),
                question(List.of("kind-0", "kind-9", "kind-19"), false, MONTHS, Between.ALWAYS, FIRST),
                question(List.of("nothing"), null, MONTHS, Between.ALWAYS, FIRST),
                question(List.of(), null, Between.ALWAYS, new Between(LAST.minusSeconds(86_400), null), FIRST),
                question(List.of("kind-0"), null, Between.ALWAYS, MONTHS, FIRST),
                question(
                        List.of(),
                        true,
                        new Between(LAST.minus(Duration.ofDays(900)), LAST.minus(Duration.ofDays(820))),
                        Between.ALWAYS,
                        FIRST));
    }

    private static Question question(
            List<String> categories, @Nullable Boolean isOpen, Between made, Between changed, PageOf page) {
        return new Question(1, categories, isOpen, made, changed, page);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aPageOfFiftyIsFoundByAnIndex(Question question) {
        String plan = reports.asking(
                        question, "explain (analyze, buffers, format json) " + PublicReports.text(question))
                .query(String.class)
                .single();
        JsonNode top = JsonMapper.shared().readTree(plan).get(0).path("Plan");
        assertThat(plan).doesNotContain("Seq Scan");
        assertThat(top.path("Shared Hit Blocks").asInt()
                        + top.path("Shared Read Blocks").asInt())
                .as(plan)
                .isLessThan(600);
    }

    @Test
    void theCategoriesAreFoundWithoutReadingTheReports() {
        long before = read("report");
        assertThat(reports.categories(1)).hasSize(20);
        assertThat(reports.news(1, new Between(LAST.minus(Duration.ofDays(5)), LAST), FIRST))
                .hasSize(50);
        assertThat(read("report") - before).isLessThan(5_000);
    }

    /** How many rows were read one after the other so far. */
    private static long read(String table) {
        database.sql()
                .sql("select pg_stat_force_next_flush()")
                .query(String.class)
                .list();
        return database.sql()
                .sql("select seq_tup_read from pg_stat_user_tables where schemaname = 'reporting' and relname = :table")
                .param("table", table)
                .query(Long.class)
                .single();
    }
}
