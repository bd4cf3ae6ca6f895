package org.communitycontracts.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.communitycontracts.acts.Acts;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.Sight;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself refuses, should a query forget its council. */
class SecondNetTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final long OURS = 1;
    private static final long THEIRS = 2;

    private static Database database;
    private static Sight sight;
    private static JdbcClient sql;
    private static People people;

    @BeforeAll
    static void twoCouncils() {
        database = TestDatabase.fresh();
        sight = database.source();
        sql = JdbcClient.create(sight);
        TransactionOperations alone = TransactionOperations.withoutTransaction();
        Register register = new Register(new Acts(sql, alone), alone);
        Guardians guardians = new Guardians(sql, register);
        people = new People(sql, new Standings(sql, register, guardians), guardians, register);
        sight.of(
                OURS,
                () -> people.open(OURS, "Resident", new EmailAddress("resident@example.org"), AgeBand.ADULT, NOW));
        sight.of(
                THEIRS,
                () -> people.open(THEIRS, "Neighbour", new EmailAddress("neighbour@example.org"), AgeBand.ADULT, NOW));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    @AfterEach
    void lookAway() {
        sight.none();
    }

    @Test
    void aQueryThatForgetsItsCouncilFindsThatOfTheRequestAlone() {
        assertThat(sight.of(OURS, SecondNetTest::names)).containsExactly("Resident");
        assertThat(sight.of(THEIRS, SecondNetTest::names)).containsExactly("Neighbour");
        assertThat(sight.ofAll(SecondNetTest::names)).containsExactlyInAnyOrder("Resident", "Neighbour");
    }

    @Test
    void aRequestThatSaidNoCouncilFindsNobody() {
        assertThat(names()).isEmpty();
    }

    @Test
    void aRowOfAnotherCouncilIsNeitherWrittenNorChanged() {
        assertThatThrownBy(() -> sight.of(
                        OURS,
                        () -> people.open(
                                THEIRS, "Stranger", new EmailAddress("stranger@example.org"), AgeBand.ADULT, NOW)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        int changed = sight.of(
                OURS,
                () -> sql.sql("update people.person set name = 'x' where council_id = :theirs")
                        .param("theirs", THEIRS)
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void whatATransactionSawEndsWithItAlsoWhenItIsRolledBack() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(sight));
        for (int i = 0; i < 20; i++) {
            transaction.executeWithoutResult(status -> {
                sight.of(OURS);
                assertThat(names()).containsExactly("Resident");
                sight.of(THEIRS);
                assertThat(names()).containsExactly("Neighbour");
                status.setRollbackOnly();
            });
            sight.none();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void everyTableOfARoomWithPersonalDataIsGuarded() {
        List<String> open = database.sql().sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('people', 'post', 'acts') and c.relkind = 'r' and not c.relrowsecurity
                          and c.relname <> 'migration'""").query(String.class).list();
        assertThat(open).isEmpty();
    }

    @Test
    void theApplicationMakesAndDropsNoTables() {
        for (String statement : List.of(
                "drop table people.party",
                "truncate people.party",
                "alter table people.person disable row level security",
                "create table people.other (a int)",
                "delete from people.migration")) {
            assertThatThrownBy(() -> sql.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(must be owner|permission denied).*");
        }
    }

    @Test
    void theReaderSeesNoSessions() {
        assertThat(database.sql().sql("""
                                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = 'web' and c.relkind = 'r' and has_table_privilege('cc_reader', c.oid, 'select')""").query(String.class).list()).isEmpty();
    }

    @Test
    void theReaderSeesFiguresAndNobody() throws SQLException {
        assertThatThrownBy(() -> asReader("select count(*) from people.person"))
                .hasMessageContaining("permission denied");
        assertThat(asReader("select count(*) from places.council")).isZero();
    }

    private static long asReader(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("set role cc_reader");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<String> names() {
        return sql.sql("select name from people.person").query(String.class).list();
    }
}
