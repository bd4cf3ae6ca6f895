package org.communitycontracts.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.communitycontracts.engine.columns.Draft;

/** One way to ask a question of all drafts in SQL. */
interface Question {
    String name();

    /** How many numbers are asked for in each group. */
    int width();

    /** Loads the cumulative tables before the race. */
    default void prepare(Statement sql, List<Draft> drafts) throws SQLException {
        DayTable.create(sql, drafts);
    }

    /** What is timed: statements that write the results to temporary tables. */
    List<String> statements(List<Draft> drafts);

    /** Reads the results of one draft: the group, then its numbers. */
    String rows(int draft, List<Draft> drafts);
}
