package org.communitycontracts.reporting;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Happenings of a report that people enter, each with the words and the photo that came with it; only those are not public. */
@Repository
public class Remarks {
    /** The name by which the story calls people who live there. */
    public static final String RESIDENTS = "residents";

    private final JdbcClient sql;
    private final Reports reports;
    private final TransactionOperations together;

    public Remarks(JdbcClient sql, Reports reports, TransactionOperations together) {
        this.sql = sql;
        this.reports = reports;
        this.together = together;
    }

    /**
     * What is to be written down.
     *
     * @param event what happened, as contracts name it
     * @param by the party that did it, by its name in addresses, or {@link #RESIDENTS}
     * @param facts what is public of it
     * @param words in the words of whoever enters it; null when nothing was written
     * @param jpeg a photo, painted anew; null when none was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    public record Entry(
            String event,
            String by,
            Map<String, String> facts,
            @Nullable String words,
            byte @Nullable [] jpeg) {
        public Entry {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * What was written down.
     *
     * @param number of the happening it belongs to, in the report's story
     * @param by the party it came from; null when that is not known
     */
    public record Remark(
            int number,
            String event,
            @Nullable String by,
            Instant at,
            @Nullable String words,
            boolean hasPhoto) {}

    /**
     * Writes it down as a happening of now, with its words and photo, in the caller's transaction where there is one. The report
     * is locked before its story is read, so that of two who enter something at once the later sees what the earlier did.
     *
     * @param fits whether it still fits the story
     * @return whether it did and was written down
     */
    public boolean add(Report report, Entry entry, Predicate<Story> fits, Instant now) {
        return Boolean.TRUE.equals(together.execute(_ -> {
            lock(report);
            if (!fits.test(reports.story(report))) {
                return false;
            }
            write(report, entry, now.truncatedTo(ChronoUnit.SECONDS));
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

    private void write(Report report, Entry entry, Instant now) {
        sql.sql("""
                        with told as (
                            insert into reporting.happening (council_id, report_id, seq, event, at, recorded, by_party, facts)
                            select council_id, report_id, max(seq) + 1, :event, greatest(max(at) + make_interval(secs => :behind), :now), :now, :by, :facts::jsonb
                            from reporting.happening where council_id = :council and report_id = :report
                            group by council_id, report_id
                            returning council_id, report_id, seq)
                        insert into reporting.remark (council_id, report_id, seq, words, jpeg, told_at)
                        select council_id, report_id, seq, :words, :jpeg, :now from told
                        where :words::text is not null or :jpeg::bytea is not null""")
                .param("event", entry.event())
                // At the same second a reply counts as before the question, so it is told a second later.
                .param("behind", entry.event().equals(Asked.REPLIED) ? 1 : 0)
                .param("now", Timestamp.from(now))
                .param("by", entry.by())
                .param("facts", Facts.json(entry.facts()))
                .param("council", report.council())
                .param("report", report.id())
                .param("words", entry.words(), Types.VARCHAR)
                .param("jpeg", entry.jpeg(), Types.BINARY)
                .update();
    }

    /** What was written with the happenings of a report, the first first. */
    public List<Remark> list(Report report) {
        return sql.sql("""
                        select r.seq, h.event, h.by_party, h.at, r.words, r.jpeg is not null as has_photo
                        from reporting.remark r join reporting.happening h using (council_id, report_id, seq)
                        where r.council_id = :council and r.report_id = :report order by r.seq""")
                .param("council", report.council())
                .param("report", report.id())
                .query((row, _) -> new Remark(
                        row.getInt("seq"),
                        row.getString("event"),
                        row.getString("by_party"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("words"),
                        row.getBoolean("has_photo")))
                .list();
    }

    /** The photo that came with one of them, as a JPEG file. */
    public Optional<byte[]> photo(Report report, int number) {
        return sql.sql("""
                        select jpeg from reporting.remark
                        where council_id = :council and report_id = :report and seq = :number and jpeg is not null""")
                .param("council", report.council())
                .param("report", report.id())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }
}
