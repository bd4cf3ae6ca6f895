package org.communitycontracts.standards.desk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies on the desks, kept so that a desk is shown without looking at every report. */
@Repository
class Worklist {
    /** A happening is written a little before it can be read. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final int AT_ONCE = 500;
    private static final String WRITE = """
            insert into standards.work as w (council_id, report_id, party, contract, clause, due, held, offered, reference,
                title, category, neighbourhood_id, made_at, private)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (council_id, report_id, party) do update set
                contract = excluded.contract, clause = excluded.clause, due = excluded.due, held = excluded.held,
                offered = excluded.offered, title = excluded.title, category = excluded.category,
                neighbourhood_id = excluded.neighbourhood_id, private = excluded.private
            where (w.contract, w.clause, w.due, w.held, w.offered, w.title, w.category, w.neighbourhood_id, w.private)
                is distinct from (excluded.contract, excluded.clause, excluded.due, excluded.held, excluded.offered,
                excluded.title, excluded.category, excluded.neighbourhood_id, excluded.private)""";

    private final JdbcClient sql;
    private final JdbcTemplate many;

    Worklist(JdbcTemplate many) {
        this.many = many;
        this.sql = JdbcClient.create(many);
    }

    /** Which part of a desk is asked for. */
    enum Part {
        ALL("true"),
        LATE("due < :now and not held and not offered"),
        TODAY("due >= :now and due < :tomorrow and not held and not offered"),
        HELD("held"),
        OFFERED("offered"),
        UNPROMISED("contract is null");

        private final String sql;

        Part(String sql) {
            this.sql = sql;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part of(String word) {
            for (Part part : values()) {
                if (part.word().equals(word)) {
                    return part;
                }
            }
            return ALL;
        }
    }

    /**
     * What is asked of a desk.
     *
     * @param tomorrow the next local midnight
     * @param category null for every category
     * @param neighbourhood null for every neighbourhood
     * @param page from 1
     */
    record Question(
            long council,
            String party,
            Part part,
            @Nullable String category,
            @Nullable Long neighbourhood,
            Instant now,
            Instant tomorrow,
            int page,
            int size) {}

    /** How many reports lie in each part of a desk, before any other filter. */
    record Counts(long all, long late, long today, long held, long offered, long unpromised) {
        long of(Part part) {
            return switch (part) {
                case ALL -> all;
                case LATE -> late;
                case TODAY -> today;
                case HELD -> held;
                case OFFERED -> offered;
                case UNPROMISED -> unpromised;
            };
        }
    }

    Counts counts(Question question) {
        StringBuilder counts = new StringBuilder("select ");
        for (Part part : Part.values()) {
            counts.append("count(*) filter (where ")
                    .append(part.sql)
                    .append(") as ")
                    .append(part.word());
            counts.append(part == Part.UNPROMISED ? "" : ", ");
        }
        return asking(question, counts + " from standards.work where council_id = :council and party = :party")
                .query((row, _) -> new Counts(
                        row.getLong("all"),
                        row.getLong("late"),
                        row.getLong("today"),
                        row.getLong("held"),
                        row.getLong("offered"),
                        row.getLong("unpromised")))
                .single();
    }

    /** How many reports answer the question. */
    long count(Question question) {
        return asking(question, "select count(*)" + wanted(question))
                .query(Long.class)
                .single();
    }

    /** One page of them: what is due first stands first, what no promise covers last. */
    List<Work> page(Question question) {
        return asking(
                        question,
                        "select *" + wanted(question) + " order by due nulls last, report_id limit :size offset :skip")
                .param("size", question.size())
                .param("skip", (question.page() - 1L) * question.size())
                .query(Worklist::work)
                .list();
    }

    /** The categories that lie on a desk, by their words. */
    List<String> categories(long council, String party) {
        return sql.sql("""
                        select distinct category from standards.work where council_id = :council and party = :party
                        order by category""")
                .param("council", council)
                .param("party", party)
                .query(String.class)
                .list();
    }

    private static String wanted(Question question) {
        return """
                 from standards.work where council_id = :council and party = :party
                  and (:category::text is null or category = :category)
                  and (:place::bigint is null or neighbourhood_id = :place)
                  and\s""" + question.part().sql;
    }

    private JdbcClient.StatementSpec asking(Question question, String text) {
        return sql.sql(text)
                .param("council", question.council())
                .param("party", question.party())
                .param("category", question.category(), Types.VARCHAR)
                .param("place", question.neighbourhood(), Types.BIGINT)
                .param("now", Timestamp.from(question.now()))
                .param("tomorrow", Timestamp.from(question.tomorrow()));
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new Work(
                row.getLong("report_id"),
                row.getString("party"),
                row.getString("contract"),
                row.getString("clause"),
                due == null ? null : due.toInstant(),
                row.getBoolean("held"),
                row.getBoolean("offered"),
                row.getString("reference"),
                row.getString("title"),
                row.getString("category"),
                row.getObject("neighbourhood_id", Long.class),
                row.getTimestamp("made_at").toInstant(),
                row.getBoolean("private"));
    }

    /** Puts these rows in the place of all that the desks held of these reports; what did not change is not written. */
    void replace(long council, Collection<Long> reports, List<Work> rows) {
        sql.sql("""
                        delete from standards.work w
                        where council_id = :council and report_id = any (:reports) and not exists (
                            select from unnest(:kept::bigint[], :parties::text[]) as k (report, party)
                            where k.report = w.report_id and k.party = w.party)""")
                .param("council", council)
                .param("reports", reports.toArray(Long[]::new))
                .param("kept", rows.stream().map(Work::report).toArray(Long[]::new))
                .param("parties", rows.stream().map(Work::party).toArray(String[]::new))
                .update();
        many.batchUpdate(WRITE, rows, AT_ONCE, (statement, work) -> fill(statement, council, work));
    }

    private static void fill(PreparedStatement statement, long council, Work work) throws SQLException {
        Instant due = work.due();
        statement.setLong(1, council);
        statement.setLong(2, work.report());
        statement.setString(3, work.party());
        statement.setString(4, work.contract());
        statement.setString(5, work.clause());
        statement.setTimestamp(6, due == null ? null : Timestamp.from(due));
        statement.setBoolean(7, work.isHeld());
        statement.setBoolean(8, work.isOffered());
        statement.setString(9, work.reference());
        statement.setString(10, work.title());
        statement.setString(11, work.category());
        statement.setObject(12, work.neighbourhood(), Types.BIGINT);
        statement.setTimestamp(13, Timestamp.from(work.madeAt()));
        statement.setBoolean(14, work.isPrivate());
    }

    /**
     * How far the desks of a council are up to date.
     *
     * @param from from when on happenings are to be read
     * @param roundAt when the last round through all open reports began
     * @param sweptTo the last report that it has come to; 0 when it is over
     */
    record Reading(Instant from, Instant roundAt, long sweptTo) {}

    Optional<Reading> reading(long council) {
        return sql.sql("select read_until, round_at, swept_to from standards.work_reading where council_id = :council")
                .param("council", council)
                .query((row, _) -> new Reading(
                        row.getTimestamp("read_until").toInstant().minus(OVERLAP),
                        row.getTimestamp("round_at").toInstant(),
                        row.getLong("swept_to")))
                .optional();
    }

    void read(long council, Instant until, Instant roundAt, long sweptTo) {
        sql.sql("""
                        insert into standards.work_reading (council_id, read_until, round_at, swept_to)
                        values (:council, :until, :round, :swept)
                        on conflict (council_id) do update set
                            read_until = excluded.read_until, round_at = excluded.round_at, swept_to = excluded.swept_to""")
                .param("council", council)
                .param("until", Timestamp.from(until))
                .param("round", Timestamp.from(roundAt))
                .param("swept", sweptTo)
                .update();
    }
}
