package org.communitycontracts.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;

/** DuckDB in memory, the reports and the calendars' tables loaded before the race, all cores. */
final class DuckDbRival implements Rival {
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
            question.prepare(sql, drafts);
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
            for (String statement : question.statements(drafts)) {
                sql.execute(statement);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public Counts counts() {
        Counts counts = new Counts(drafts.size(), groups, question.width());
        try (Statement sql = connection.createStatement()) {
            for (int draft = 0; draft < drafts.size(); draft++) {
                try (ResultSet rows = sql.executeQuery(question.rows(draft, drafts))) {
                    while (rows.next()) {
                        counts.set(draft, rows.getInt(1), numbers(rows));
                    }
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return counts;
    }

    private long[] numbers(ResultSet rows) throws SQLException {
        long[] numbers = new long[question.width()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.getLong(i + 2);
        }
        return numbers;
    }
}
