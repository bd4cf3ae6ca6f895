package org.communitycontracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the house keeps is written down: every column, and for what is personal why, whose it is and until when. */
class InventoryTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static Database database;
    private static Inventory inventory;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        inventory = Inventory.of(TestDatabase.ROOMS);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyColumnOfEveryTableStandsInTheInventoryAndNothingElseDoes() {
        Set<String> there = new TreeSet<>(database.sql()
                .sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        where table_schema in (:rooms) and table_name <> 'migration'""")
                .param("rooms", TestDatabase.ROOMS)
                .query(String.class)
                .list());
        Set<String> written = inventory.tables().stream()
                .flatMap(table -> table.columns().stream().map(column -> table.full() + "." + column.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(there).hasSizeGreaterThan(200);
    }

    @Test
    void whateverIsPersonalHasAPurposeAPersonAndAnEnd() {
        for (KeptTable table : inventory.tables()) {
            for (KeptColumn column : table.columns()) {
                boolean isOfSomebody =
                        Set.of(KeptColumn.Kind.PERSONAL, KeptColumn.Kind.OTHER).contains(column.kind());
                assertThat(column.purpose() != null)
                        .as("%s.%s has a purpose", table.full(), column.name())
                        .isEqualTo(isOfSomebody);
            }
            assertThat(table.holds().isEmpty())
                    .as("how rows of %s are found for one person", table.full())
                    .isEqualTo(!table.isPersonal());
            assertThat(table.kept()).as(table.full()).isNotBlank();
            assertThat(table.what()).as(table.full()).isNotBlank();
        }
    }

    @Test
    void aPersonsRowsStayOnlyForAReasonThatIsWritten() {
        List<KeptTable.Hold> staying = inventory.tables().stream()
                .flatMap(table -> table.holds().stream())
                .filter(hold -> !hold.isDoneHere())
                .toList();
        assertThat(staying)
                .isNotEmpty()
                .allSatisfy(hold -> assertThat(hold.erased()).matches("(stays, so that .+|itself, by .+)"));
    }

    @Test
    void everyConditionIsGoodSqlForTheProgramsOwnRole() {
        JdbcClient sql = JdbcClient.create(database.source());
        Keeping keeping = new Keeping(sql, inventory);
        Keeping.Whose whose = new Keeping.Whose(1, UUID.randomUUID(), "nobody@example.org");
        database.source().of(1, () -> {
            assertThat(keeping.tell(whose)).isEmpty();
            assertThat(keeping.erase(whose, NOON).values())
                    .hasSizeGreaterThan(10)
                    .allMatch(rows -> rows == 0);
            return true;
        });
        database.source().ofAll(() -> {
            assertThat(keeping.past(NOON)).hasSizeGreaterThan(8).allMatch(past -> past.rows() == 0);
            assertThat(keeping.forget(NOON)).isZero();
            return true;
        });
    }
}
