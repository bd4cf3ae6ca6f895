package org.communitycontracts.reporting.ending;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.SaidFixed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the answers to “is it fixed?”: each is a happening of the report, with words and a photo that are not public. */
@Repository
class FixAnswers {
    /** The name by which the story calls people who live there. */
    private static final String RESIDENTS = "residents";

    private final JdbcClient sql;
    private final Reports reports;
    private final TransactionOperations together;

    FixAnswers(JdbcClient sql, Reports reports, TransactionOperations together) {
        this.sql = sql;
        this.reports = reports;
        this.together = together;
    }

    /**
     * One answer.
     *
     * @param isFixed whether it is
     * @param words what is still wrong, or anything else for the service; null when nothing was written
     * @param jpeg a photo, painted anew; null when none was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record FixAnswer(boolean isFixed, @Nullable String words, byte @Nullable [] jpeg) {}

    /**
     * Keeps it, unless another answer came first. The report is locked before its story is read, so that of two
     * answers at once one finds nothing left to answer.
     *
     * @return whether it was kept
     */
    boolean keep(Report report, FixAnswer answer, Instant now) {
        return Boolean.TRUE.equals(together.execute(_ -> {
            lock(report);
            if (SaidFixed.in(reports.happenings(report)).isEmpty()) {
                return false;
            }
            write(report, answer, now);
            return true;
        }));
    }

    private void lock(Report report) {
        sql.sql("select 1 from reporting.report where council_id = :council and report_id = :report for no key update")
                .param("council", report.council())
                .param("report", report.id())
                .query(Integer.class)
                .single();
    }

    private void write(Report report, FixAnswer answer, Instant now) {
        sql.sql("""
                        with told as (
                            insert into reporting.happening (council_id, report_id, seq, event, at, recorded, by_party, facts)
                            select council_id, report_id, max(seq) + 1, :event, greatest(max(at), :now), :now, :by, '{}'
                            from reporting.happening where council_id = :council and report_id = :report
                            group by council_id, report_id
                            returning council_id, report_id, seq)
                        insert into reporting.fix_answer (council_id, report_id, seq, words, jpeg, told_at)
                        select council_id, report_id, seq, :words, :jpeg, :now from told""")
                .param("event", answer.isFixed() ? "confirmed" : "reopened")
                .param("now", Timestamp.from(now))
                .param("by", RESIDENTS)
                .param("council", report.council())
                .param("report", report.id())
                .param("words", answer.words(), Types.VARCHAR)
                .param("jpeg", answer.jpeg(), Types.BINARY)
                .update();
    }
}
