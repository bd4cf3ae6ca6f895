package org.communitycontracts.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the inventory says, done: the rows of one person told or erased, and what is past its time forgotten. */
public final class Keeping {
    private static final int AT_ONCE = 5_000;

    private final JdbcClient sql;
    private final Inventory inventory;

    public Keeping(JdbcClient sql, Inventory inventory) {
        this.sql = sql;
        this.inventory = inventory;
    }

    /**
     * One person, as rows mean them.
     *
     * @param email the address in small letters
     */
    public record Whose(long council, UUID person, String email) {}

    /** Rows of one table that are past their time. */
    public record Past(KeptTable table, long rows) {}

    /** Everything kept of a person, table by table: all that is not secret and not about somebody else. */
    public Map<String, List<Map<String, Object>>> tell(Whose whose) {
        Map<String, List<Map<String, Object>>> told = new LinkedHashMap<>();
        for (KeptTable table : inventory.tables()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (KeptTable.Hold hold : table.holds()) {
                if (!hold.erased().startsWith("itself")) {
                    rows.addAll(rows(table, hold, whose));
                }
            }
            if (!rows.isEmpty()) {
                told.put(table.full(), rows);
            }
        }
        return told;
    }

    private List<Map<String, Object>> rows(KeptTable table, KeptTable.Hold hold, Whose whose) {
        String columns = String.join(
                ", ",
                table.columns().stream()
                        .filter(column ->
                                column.kind() == KeptColumn.Kind.PERSONAL || column.kind() == KeptColumn.Kind.PLAIN)
                        .map(KeptColumn::name)
                        .toList());
        return statement("select " + columns + " from " + table.full() + where(table, hold), whose, Instant.EPOCH)
                .query()
                .listOfRows();
    }

    /** Erases what the rooms do not erase themselves; how many rows that were, table by table. */
    public Map<String, Integer> erase(Whose whose, Instant now) {
        Map<String, Integer> erased = new LinkedHashMap<>();
        for (KeptTable table : inventory.tables()) {
            for (KeptTable.Hold hold : table.holds()) {
                if (hold.isDoneHere()) {
                    int rows = statement(verb(table, hold.erased()) + where(table, hold), whose, now)
                            .update();
                    erased.merge(table.full(), rows, Integer::sum);
                }
            }
        }
        return erased;
    }

    /** What is past its time at this moment; nothing is done. */
    public List<Past> past(Instant now) {
        return inventory.tables().stream()
                .filter(table -> table.past() != null)
                .map(table -> new Past(
                        table,
                        sql.sql("select count(*) from " + table.full() + " where " + condition(table))
                                .param("now", Timestamp.from(now))
                                .query(Long.class)
                                .single()))
                .toList();
    }

    /** Forgets what is past its time, a few thousand rows in one statement; stopped in the middle, it goes on the next time. */
    public long forget(Instant now) {
        long forgotten = 0;
        for (KeptTable table : inventory.tables()) {
            if (table.past() != null) {
                forgotten += forget(table, now);
            }
        }
        return forgotten;
    }

    /** Forgets what is past its time in one table. */
    public long forget(KeptTable table, Instant now) {
        long forgotten = 0;
        int rows;
        do {
            rows = sql.sql(verb(table, table.forgotten()) + " where ctid in (select ctid from " + table.full()
                            + " where " + condition(table) + " limit " + AT_ONCE + ")")
                    .param("now", Timestamp.from(now))
                    .update();
            forgotten += rows;
        } while (rows == AT_ONCE);
        return forgotten;
    }

    private static String condition(KeptTable table) {
        return filled(Objects.requireNonNull(table.past()));
    }

    private static String verb(KeptTable table, String deed) {
        return deed.equals(KeptTable.DELETE)
                ? "delete from " + table.full()
                : "update " + table.full() + " " + filled(deed);
    }

    private static String where(KeptTable table, KeptTable.Hold hold) {
        return " where " + (table.has("council_id") ? "council_id = :council and " : "") + filled(hold.whose());
    }

    private static String filled(String condition) {
        return condition
                .replace("{now}", "cast(:now as timestamptz)")
                .replace("{council}", "cast(:council as bigint)")
                .replace("{person}", "cast(:person as uuid)")
                .replace("{email}", "cast(:email as text)");
    }

    private JdbcClient.StatementSpec statement(String text, Whose whose, Instant now) {
        return sql.sql(text)
                .param("now", Timestamp.from(now))
                .param("council", whose.council())
                .param("person", whose.person())
                .param("email", whose.email());
    }
}
