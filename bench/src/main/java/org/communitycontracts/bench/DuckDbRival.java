package org.communitycontracts.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.communitycontracts.engine.columns.Columns;

/** DuckDB in memory, the reports and the calendars' tables loaded before the race, all cores. */
final class DuckDbRival implements Rival {
    /** One way to ask the question in SQL. */
    interface Question {
        String name();

        /** Loads what one draft's question needs. */
        void prepare(Statement sql, int number, Draft draft) throws SQLException;

        /** The query: a row for each group, with kept, broken and pending. */
        String query(int number, Draft draft);
    }

    private final Question question;
    private final Connection connection;
    private final List<Draft> drafts;
    private final int groups;

    DuckDbRival(Question question, Connection connection, List<Draft> drafts, int groups) {
        this.question = question;
        this.connection = connection;
        this.drafts = drafts;
        this.groups = groups;
        try (Statement sql = connection.createStatement()) {
            for (int draft = 0; draft < drafts.size(); draft++) {
                question.prepare(sql, draft, drafts.get(draft));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A database in memory that holds these reports. */
    static Connection load(Columns reports) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        DuckDbReports.load(connection, reports);
        return connection;
    }

    @Override
    public String name() {
        return "DuckDB, " + question.name();
    }

    @Override
    public void count() {
        try (Statement sql = connection.createStatement()) {
            for (int draft = 0; draft < drafts.size(); draft++) {
                sql.execute("CREATE OR REPLACE TEMP TABLE counted_" + draft + " AS "
                        + question.query(draft, drafts.get(draft)));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public Counts counts() {
        Counts counts = new Counts(drafts.size(), groups);
        try (Statement sql = connection.createStatement()) {
            for (int draft = 0; draft < drafts.size(); draft++) {
                try (ResultSet rows = sql.executeQuery("SELECT area, kept, broken, pending FROM counted_" + draft)) {
                    while (rows.next()) {
                        counts.set(draft, rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4));
                    }
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return counts;
    }
}
