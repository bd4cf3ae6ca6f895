package org.communitycontracts.standards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.standards.CaseList.Case;
import org.communitycontracts.standards.CaseList.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases behind every figure. */
@Repository
public class Cases {
    private static final String WANTED = """
             from standards.verdict
            where council_id = :council and contract = :contract and clause = :clause
              and state <> 'superseded' and not duplicate
              and (:state::text is null or state = :state
                   or (:state = 'void' and state in ('insufficient', 'unmeasurable')))
              and month >= coalesce(:from::date, '-infinity') and month < coalesce(:until::date, 'infinity')""";
    private static final String HERE = " and neighbourhood_id = :neighbourhood";
    private static final String COUNT = """
            select coalesce(sum(case coalesce(:state::text, 'all') when 'met' then met when 'breached' then breached
                when 'pending' then pending when 'void' then void when 'all' then met + breached + pending + void end), 0)
             from standards.tally
            where council_id = :council and contract = :contract and clause = :clause
              and neighbourhood_id = :neighbourhood
              and month >= coalesce(:from::date, '-infinity') and month < coalesce(:until::date, 'infinity')""";

    private final JdbcClient sql;

    public Cases(JdbcClient sql) {
        this.sql = sql;
    }

    public CaseList list(Question question) {
        long count = asking(question, COUNT).query(Long.class).single();
        String place = question.neighbourhood() == Tallies.WHOLE_COUNCIL ? "" : HERE;
        String page = "select report_id, state, start_at, due, stopped, used" + WANTED + place + " order by "
                + question.order().sql() + " limit :size offset :skip";
        List<Case> cases = asking(question, page)
                .param("size", question.size())
                .param("skip", (question.page() - 1L) * question.size())
                .query((row, number) -> one(row))
                .list();
        return new CaseList(cases, count);
    }

    private JdbcClient.StatementSpec asking(Question question, String text) {
        Verdict.State state = question.state();
        return sql.sql(text)
                .param("council", question.council())
                .param("contract", question.contract())
                .param("clause", question.clause())
                .param("neighbourhood", question.neighbourhood())
                .param("state", state == null ? null : state.name().toLowerCase(Locale.ROOT), Types.VARCHAR)
                .param("from", question.from(), Types.DATE)
                .param("until", question.until(), Types.DATE);
    }

    private static Case one(ResultSet row) throws SQLException {
        return new Case(
                row.getLong("report_id"),
                Verdict.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                moment(row, "start_at"),
                moment(row, "due"),
                moment(row, "stopped"),
                row.getLong("used"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
