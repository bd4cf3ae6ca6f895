package org.communitycontracts.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people report here: the fact, their own words, and the secret by which they find both again. */
class ToldReportsTest {
    private static final long COUNCIL = 1;
    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final Told.Who NELL =
            new Told.Who(Told.KnownTo.SERVICES, "Nell Neighbour", new EmailAddress("nell@example.org"));

    private static Database database;
    private static Reports reports;
    private static ToldReports told;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        reports = new Reports(database.source());
        told = new ToldReports(
                database.source(),
                JdbcClient.create(database.source()),
                reports,
                new TransactionTemplate(new JdbcTransactionManager(database.source())));
        database.source().of(COUNCIL);
    }

    @AfterAll
    static void close() {
        database.source().none();
        database.close();
    }

    private static Arrival graffiti() {
        Happening reported = new Happening(null, "reported", MONDAY, MONDAY, null, Map.of("category", "graffiti"));
        return Arrival.of(
                UUID.randomUUID().toString(), 3L, "graffiti", "Graffiti", Arrival.Place.UNKNOWN, List.of(reported));
    }

    private static Told words(boolean isPrivate) {
        return new Told("By the shop", "A name on the wall", null, NELL, isPrivate, null);
    }

    @Test
    void aReportIsFoundByItsReferenceAndItsWordsByTheSecretAlone() {
        Token secret = Token.fresh();
        Report report = told.take(COUNCIL, graffiti(), words(false), secret, MONDAY);
        assertThat(report.reference()).matches("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}");
        assertThat(reports.find(COUNCIL, report.reference())).contains(report);
        assertThat(reports.happenings(report))
                .extracting(Happening::event, Happening::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("reported", MONDAY));
        assertThat(told.find(COUNCIL, secret)).contains(new ToldReports.Followed(report, words(false)));
        assertThat(told.find(COUNCIL, Token.fresh())).isEmpty();
        assertThat(rows("reporting.told")).noneMatch(row -> row.contains(secret.secret()));
    }

    @Test
    void aPrivateReportStandsInNoListAndIsFoundByItsSecret() {
        Token secret = Token.fresh();
        Report report = told.take(COUNCIL, graffiti(), words(true), secret, MONDAY);
        assertThat(reports.find(COUNCIL, report.reference())).isEmpty();
        assertThat(reports.list(COUNCIL, List.of(report.id()))).isEmpty();
        assertThat(reports.list(COUNCIL, new CaseList.Question(null, null, null, null, CaseList.Order.NEWEST, 1, 1_000))
                        .reports())
                .doesNotContain(report);
        List<Report> stories = new ArrayList<>();
        reports.eachStory(COUNCIL, story -> stories.add(story.report()));
        reports.eachStoryByReference(COUNCIL, null, story -> stories.add(story.report()));
        reports.eachStoryByReference(COUNCIL, 3L, story -> stories.add(story.report()));
        assertThat(stories).doesNotContain(report);
        assertThat(told.find(COUNCIL, secret).orElseThrow().report()).isEqualTo(report);
        assertThat(reports.happenings(report)).hasSize(1);
    }

    @Test
    void aReportWhoseWordsCannotBeKeptLeavesNothing() {
        Token secret = Token.fresh();
        told.take(COUNCIL, graffiti(), words(false), secret, MONDAY);
        List<String> before = rows("reporting.report");
        assertThatThrownBy(() -> told.take(COUNCIL, graffiti(), words(false), secret, MONDAY))
                .isInstanceOf(DataAccessException.class);
        assertThat(rows("reporting.report")).isEqualTo(before);
    }

    @Test
    void noOtherCouncilAndNoReaderSeesTheWords() {
        Token secret = Token.fresh();
        told.take(COUNCIL, graffiti(), words(false), secret, MONDAY);
        assertThat(database.source().of(2, () -> told.find(COUNCIL, secret))).isEmpty();
        for (String table : List.of("told", "draft")) {
            assertThat(database.sql()
                            .sql("select has_table_privilege('cc_reader', 'reporting." + table + "', 'select')")
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }

    @Test
    void aNameIsPublicOnlyForWhoeverWishesItSo() {
        Report quiet = told.take(COUNCIL, graffiti(), words(false), Token.fresh(), MONDAY);
        Told.Who champion = new Told.Who(Told.KnownTo.EVERYBODY, "Champion", null);
        Report named = told.take(
                COUNCIL, graffiti(), new Told("Here", "It", null, champion, false, null), Token.fresh(), MONDAY);
        assertThat(told.publicName(quiet)).isEmpty();
        assertThat(told.publicName(named)).contains("Champion");
    }

    private static List<String> rows(String table) {
        return database.sql()
                .sql("select t::text from " + table + " t order by 1")
                .query(String.class)
                .list();
    }
}
