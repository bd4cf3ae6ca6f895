package org.communitycontracts.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Moments;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The reports as tables: the holds both in the report's own row, which spares a join, and as rows of their own. */
final class DuckDbReports {
    static final int MOST_HOLDS = 3;

    private DuckDbReports() {}

    static void load(Connection connection, Columns reports) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    CREATE TABLE report (id INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, area INTEGER NOT NULL,
                      is_held BOOLEAN NOT NULL, since1 INTEGER, until1 INTEGER, since2 INTEGER, until2 INTEGER,
                      since3 INTEGER, until3 INTEGER)""");
            appendReports(connection.unwrap(DuckDBConnection.class), reports);
            sql.execute("""
                    CREATE TABLE hold AS SELECT * FROM (
                      SELECT id AS report, unnest([since1, since2, since3]) AS since, unnest([until1, until2, until3]) AS until
                      FROM report WHERE is_held) WHERE since IS NOT NULL""");
            Questions.define(sql);
        }
    }

    private static void appendReports(DuckDBConnection connection, Columns reports) throws SQLException {
        try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "report")) {
            for (int i = 0; i < reports.size(); i++) {
                List<Stretch> holds = reports.holds(i).stretches();
                rows.beginRow();
                rows.append(i).append(reports.start(i)).append(reports.stop(i)).append(reports.group(i));
                rows.append(!holds.isEmpty());
                appendHolds(rows, holds);
                rows.endRow();
            }
        }
    }

    private static void appendHolds(DuckDBAppender rows, List<Stretch> holds) throws SQLException {
        for (int hold = 0; hold < MOST_HOLDS; hold++) {
            if (hold < holds.size()) {
                rows.append(Moments.of(holds.get(hold).from()))
                        .append(Moments.of(holds.get(hold).to()));
            } else {
                rows.appendNull().appendNull();
            }
        }
    }
}
