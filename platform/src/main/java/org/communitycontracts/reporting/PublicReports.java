package org.communitycontracts.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The reports that everybody may see, as other programs ask for them: those that are not private. No list here, no single report
 * and no news has any other.
 */
@Repository
public class PublicReports {
    /** The reports that everybody may see. */
    private static final String SEEN = " and not private";

    private static final String COLUMNS = Reports.COLUMNS + ", is_open, changed_at, promised_at";

    private final JdbcClient sql;

    public PublicReports(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Which reports are asked for, the newest first; where it is asked when they changed, the last changed first. Both ends of a
     * stretch of time are in it.
     *
     * @param council the council
     * @param categories of one of these categories; empty for all
     * @param isOpen only the open ones, or only those that are not; null for both
     * @param made when they were made
     * @param changed when they last changed
     * @param page which page
     */
    public record Question(
            long council,
            List<String> categories,
            @Nullable Boolean isOpen,
            Between made,
            Between changed,
            PageOf page) {
        public Question {
            categories = List.copyOf(categories);
        }
    }

    /** From the first moment to the last, both in it; null for no end on that side. */
    public record Between(@Nullable Instant first, @Nullable Instant last) {
        public static final Between ALWAYS = new Between(null, null);

        boolean isBounded() {
            return first != null || last != null;
        }
    }

    /**
     * One page of a list.
     *
     * @param number which, from 1
     * @param size how many on each, 1 to 1000; no list goes further than 100,000 in all, since those before are gone through
     */
    public record PageOf(int number, int size) {
        public static final int MOST = 1_000;
        public static final int FURTHEST = 100_000;

        public PageOf {
            if (number < 1 || size < 1 || size > MOST || (long) number * size > FURTHEST) {
                throw new IllegalArgumentException("A list has pages from 1, 1 to 1000 on each and 100000 in all");
            }
        }

        private int skip() {
            return (number - 1) * size;
        }
    }

    /** The reports asked for. */
    public List<PublicReport> list(Question question) {
        return asking(question, text(question)).query(PublicReports::seen).list();
    }

    /** Of several categories each is found by its own index, so that a rare one costs no search among the others. */
    static String text(Question question) {
        String order =
                (question.changed().isBounded() ? " order by changed_at" : " order by made_at") + " desc, report_id";
        String found = "select " + COLUMNS + " from reporting.report where council_id = :council" + SEEN
                + (question.isOpen() == null ? "" : " and is_open = :open")
                + within("made_at", "made", question.made())
                + within("changed_at", "changed", question.changed());
        String all = question.categories().isEmpty()
                ? found
                : "select found.* from unnest(:categories::text[]) as asked (name), lateral (" + found
                        + " and category = asked.name" + order + " limit :upto) found";
        return all + order + " limit :size offset :skip";
    }

    JdbcClient.StatementSpec asking(Question question, String text) {
        PageOf page = question.page();
        return sql.sql(text)
                .param("council", question.council())
                .param("categories", question.categories().stream().distinct().toArray(String[]::new))
                .param("open", question.isOpen(), Types.BOOLEAN)
                .param("made_first", Reports.utc(question.made().first()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("made_last", Reports.utc(question.made().last()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changed_first", Reports.utc(question.changed().first()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changed_last", Reports.utc(question.changed().last()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("upto", page.skip() + page.size())
                .param("size", page.size())
                .param("skip", page.skip());
    }

    private static String within(String column, String name, Between between) {
        return (between.first() == null ? "" : " and " + column + " >= :" + name + "_first")
                + (between.last() == null ? "" : " and " + column + " <= :" + name + "_last");
    }

    /** Those of these references that there are, the newest first; a reference may be written as people write it. */
    public List<PublicReport> list(long council, Collection<String> references) {
        return sql.sql("select " + COLUMNS + " from reporting.report where council_id = :council" + SEEN
                        + " and reference = any (:references) order by made_at desc, report_id")
                .param("council", council)
                .param(
                        "references",
                        references.stream()
                                .flatMap(written -> References.parse(written).stream())
                                .toArray(String[]::new))
                .query(PublicReports::seen)
                .list();
    }

    /** What was written down about reports after they were made, in the order in which it was. */
    public List<NewsEntry> news(long council, Between recorded, PageOf page) {
        return sql.sql("""
                        select r.reference, h.seq, h.event, h.at, h.recorded, h.by_party, h.facts::text facts, not coalesce((
                            select reporting.ends(before.event) from reporting.happening before
                            where before.council_id = h.council_id and before.report_id = h.report_id
                              and reporting.ends(before.event) is not null and (before.at, before.seq) <= (h.at, h.seq)
                            order by before.at desc, before.seq desc limit 1), false) was_open
                        from reporting.happening h join reporting.report r using (council_id, report_id)
                        where h.council_id = :council and h.event <> 'reported'""" + SEEN + within("h.recorded", "recorded", recorded)
                        + " order by h.recorded, h.report_id, h.seq limit :size offset :skip")
                .param("council", council)
                .param("recorded_first", Reports.utc(recorded.first()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("recorded_last", Reports.utc(recorded.last()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("size", page.size())
                .param("skip", page.skip())
                .query(PublicReports::entry)
                .list();
    }

    /** The categories of a council's reports, by name; found by jumping from one to the next, however many reports there are. */
    public List<String> categories(long council) {
        return sql.sql("""
                        with recursive known (category) as (
                            (select category from reporting.report where council_id = :council order by category limit 1)
                            union all
                            select (select r.category from reporting.report r
                                    where r.council_id = :council and r.category > known.category
                                    order by r.category limit 1)
                            from known where known.category is not null)
                        select category from known where category is not null""").param("council", council).query(String.class).list();
    }

    private static PublicReport seen(ResultSet row, int number) throws SQLException {
        Report report = Reports.report(row);
        Instant changed = moment(row, "changed_at");
        return new PublicReport(
                report,
                row.getBoolean("is_open"),
                changed == null ? report.madeAt() : changed,
                moment(row, "promised_at"));
    }

    private static NewsEntry entry(ResultSet row, int number) throws SQLException {
        return new NewsEntry(
                row.getInt("seq"), Reports.happening(row, row.getString("reference")), row.getBoolean("was_open"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
