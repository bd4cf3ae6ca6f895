package org.communitycontracts.news;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what is watched and what was told. */
final class NewsSql {
    /** A happening is written a little before it can be read. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);

    private final JdbcClient sql;

    NewsSql(JdbcClient sql) {
        this.sql = sql;
    }

    record Watched(long council, long report) {}

    /** What one piece of news is about, and which piece. */
    record Mark(long council, long report, String contract, String clause, int clock, int cycle, String kind) {
        Mark of(String other) {
            return new Mark(council, report, contract, clause, clock, cycle, other);
        }
    }

    record Told(Mark mark, UUID reader, @Nullable String party) {}

    record Waiting(long council, UUID reader, @Nullable String party, String subject, String says) {}

    /** From when on happenings are to be read now. */
    Instant readFrom(long council, Instant now) {
        return sql.sql("select read_until from news.reading where council_id = :council")
                .param("council", council)
                .query((row, _) -> row.getTimestamp(1).toInstant().minus(OVERLAP))
                .optional()
                .orElse(now.minus(FIRST_LOOK_BACK));
    }

    void read(long council, Collection<Long> changed, Instant now) {
        watch(council, changed, now);
        sql.sql("""
                        insert into news.reading (council_id, read_until) values (:council, :now)
                        on conflict (council_id) do update set read_until = excluded.read_until""").param("council", council).param("now", Timestamp.from(now)).update();
    }

    void watch(long council, Collection<Long> reports, Instant now) {
        sql.sql("""
                        insert into news.watch (council_id, report_id, look_at)
                        select :council, report, :now from unnest(:reports::bigint[]) report
                        on conflict (council_id, report_id) do update set look_at = least(watch.look_at, excluded.look_at)""")
                .param("council", council)
                .param("reports", reports.toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Reports whose moment has come, each put off until another, so that they are not found again at once. */
    List<Watched> putOff(Instant now, Instant until, int most) {
        return sql.sql("""
                        update news.watch w set look_at = :until from (
                            select council_id, report_id from news.watch where look_at <= :now
                            order by look_at limit :most for update skip locked) due
                        where (w.council_id, w.report_id) = (due.council_id, due.report_id)
                        returning w.council_id, w.report_id""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query((row, _) -> new Watched(row.getLong("council_id"), row.getLong("report_id")))
                .list();
    }

    void lookAgain(Watched watched, @Nullable Instant next) {
        String what = next == null ? "delete from news.watch" : "update news.watch set look_at = :next";
        sql.sql(what + " where council_id = :council and report_id = :report")
                .param("next", next == null ? null : Timestamp.from(next), Types.TIMESTAMP)
                .param("council", watched.council())
                .param("report", watched.report())
                .update();
    }

    /** Who was told that a promise about these reports was not kept. */
    List<Told> toldBroken(long council, Collection<Long> reports) {
        return sql.sql("""
                        select report_id, contract, clause, clock, cycle, kind, reader, party from news.told
                        where council_id = :council and report_id = any (:reports) and kind = 'broken'""")
                .param("council", council)
                .param("reports", reports.toArray(Long[]::new))
                .query((row, _) -> new Told(
                        new Mark(
                                council,
                                row.getLong("report_id"),
                                row.getString("contract"),
                                row.getString("clause"),
                                row.getInt("clock"),
                                row.getInt("cycle"),
                                row.getString("kind")),
                        row.getObject("reader", UUID.class),
                        row.getString("party")))
                .list();
    }

    /** Tells one reader one piece of news, if they were not told already. A promise found broken again ends its correction. */
    void tell(Told told, String subject, String says, Instant now, Instant sends) {
        Mark mark = told.mark();
        int added = sql.sql("""
                        insert into news.told (council_id, report_id, contract, clause, clock, cycle, kind, reader, party,
                            subject, says, told_at, send_at)
                        values (:council, :report, :contract, :clause, :clock, :cycle, :kind, :reader, :party, :subject, :says,
                            :now, :sends)
                        on conflict do nothing""")
                .param("council", mark.council())
                .param("report", mark.report())
                .param("contract", mark.contract())
                .param("clause", mark.clause())
                .param("clock", mark.clock())
                .param("cycle", mark.cycle())
                .param("kind", mark.kind())
                .param("reader", told.reader())
                .param("party", told.party(), Types.VARCHAR)
                .param("subject", subject)
                .param("says", says)
                .param("now", Timestamp.from(now))
                .param("sends", Timestamp.from(sends))
                .update();
        if (added > 0 && mark.kind().equals("broken")) {
            takeBack(new Told(mark.of("corrected"), told.reader(), told.party()));
        }
    }

    /** Takes back that a reader was told, so that it can be told again; says whether a letter told them. */
    boolean takeBack(Told told) {
        Mark mark = told.mark();
        return sql.sql("""
                        delete from news.told
                        where council_id = :council and report_id = :report and contract = :contract and clause = :clause
                          and clock = :clock and cycle = :cycle and kind = :kind and reader = :reader
                        returning lettered_at is not null""")
                .param("council", mark.council())
                .param("report", mark.report())
                .param("contract", mark.contract())
                .param("clause", mark.clause())
                .param("clock", mark.clock())
                .param("cycle", mark.cycle())
                .param("kind", mark.kind())
                .param("reader", told.reader())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The reports about which something is still to be sent to this reader. */
    List<Long> waitingFor(long council, UUID reader) {
        return sql.sql("""
                        select distinct report_id from news.told
                        where council_id = :council and reader = :reader and lettered_at is null""")
                .param("council", council)
                .param("reader", reader)
                .query(Long.class)
                .list();
    }

    /** Takes back what was to be sent to this reader about these reports. */
    void takeBack(long council, UUID reader, Collection<Long> reports) {
        sql.sql("""
                        delete from news.told
                        where council_id = :council and reader = :reader and report_id = any (:reports) and lettered_at is null""")
                .param("council", council)
                .param("reader", reader)
                .param("reports", reports.toArray(Long[]::new))
                .update();
    }

    /** Takes what is to be sent now; it is taken for certain when the transaction ends well, and its text is not kept. */
    List<Waiting> take(Instant now, int most) {
        return sql.sql("""
                        with waiting as (
                            select council_id, report_id, contract, clause, clock, cycle, kind, reader, subject, says, send_at
                            from news.told where lettered_at is null and send_at <= :now
                            order by send_at limit :most for update skip locked)
                        update news.told t set lettered_at = :now, subject = null, says = null from waiting w
                        where (t.council_id, t.report_id, t.contract, t.clause, t.clock, t.cycle, t.kind, t.reader)
                            = (w.council_id, w.report_id, w.contract, w.clause, w.clock, w.cycle, w.kind, w.reader)
                        returning t.council_id, t.reader, t.party, w.subject, w.says""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> new Waiting(
                        row.getLong("council_id"),
                        row.getObject("reader", UUID.class),
                        row.getString("party"),
                        row.getString("subject"),
                        row.getString("says")))
                .list();
    }
}
