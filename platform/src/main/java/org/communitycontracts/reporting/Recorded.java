package org.communitycontracts.reporting;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports of which something was written down lately, found by an index: for those who tell others of it. */
@Repository
public class Recorded {
    private final JdbcClient sql;

    public Recorded(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The numbers of the reports, public and private, of which something was written down since this moment, and of those joined
     * with them.
     *
     * @param since what happened before this is old, whenever it was written down
     */
    public List<Long> since(long council, Instant recorded, Instant since) {
        return sql.sql("""
                        with told as (
                            select report_id from reporting.happening
                            where council_id = :council and recorded >= :recorded and event <> 'reported' and at >= :since)
                        select report_id from told
                        union
                        select other.report_id from told join reporting.joint j on j.council_id = :council and j.report_id = told.report_id
                            join reporting.joint other on other.council_id = :council and other.joint = j.joint
                        union
                        select report_id from reporting.happening
                        where council_id = :council and recorded >= :recorded and event = 'reported' and at >= :since""")
                .param("council", council)
                .param("recorded", Timestamp.from(recorded))
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .list();
    }

    /** The numbers of open reports, public and private, in order: at most so many after this one. */
    public List<Long> open(long council, long after, int most) {
        return sql.sql("""
                        select report_id from reporting.report
                        where council_id = :council and is_open and report_id > :after order by report_id limit :most""")
                .param("council", council)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Which of these reports are open. */
    public Set<Long> openAmong(long council, Collection<Long> reports) {
        return new HashSet<>(sql.sql("""
                        select report_id from reporting.report
                        where council_id = :council and report_id = any (:reports) and is_open""")
                .param("council", council)
                .param("reports", reports.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Which of these reports stay off every public page. */
    public Set<Long> privateAmong(long council, Collection<Long> reports) {
        return new HashSet<>(sql.sql("""
                        select report_id from reporting.report
                        where council_id = :council and report_id = any (:reports) and private""")
                .param("council", council)
                .param("reports", reports.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The numbers of the latest public reports of a neighbourhood, or of one category in it. */
    public List<Long> latest(long council, long neighbourhood, @Nullable String category, int most) {
        return sql.sql("""
                        select report_id from reporting.report
                        where council_id = :council and neighbourhood_id = :place and not private
                          and (:category::text is null or category = :category)
                        order by made_at desc, report_id limit :most""")
                .param("council", council)
                .param("place", neighbourhood)
                .param("category", category, Types.VARCHAR)
                .param("most", most)
                .query(Long.class)
                .list();
    }
}
