package org.communitycontracts.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Moments;

/** The ways to ask in SQL that we know of; the best of them is the one to beat. */
final class Questions {
    private static final int AS_OF = Moments.of(SyntheticReports.AS_OF);

    private Questions() {}

    static List<Question> list() {
        return List.of(new Joins(), new JoinsThenHolds(), new CumulativeList());
    }

    /** The words that the queries share: the day of a moment, and the working seconds before it. */
    static void define(Statement sql) throws SQLException {
        sql.execute("CREATE OR REPLACE MACRO day_of(t) AS (t - %d) // %d".formatted(DayTable.FIRST, DayTable.DAY));
        sql.execute(
                "CREATE OR REPLACE MACRO worked(before, opens, length, t) AS before + least(greatest((t - %d) %% %d - opens, 0), length)"
                        .formatted(DayTable.FIRST, DayTable.DAY));
        sql.execute("CREATE OR REPLACE MACRO unpacked(p, t) AS worked(p >> 34, (p >> 17) & 131071, p & 131071, t)");
    }

    /** Fills a query's names: the as-of moment, the first day, the table of days. */
    static String fill(String query, int table) {
        return query.replace("$asOf", Integer.toString(AS_OF))
                .replace("$first", Integer.toString(DayTable.FIRST))
                .replace("$aDay", Integer.toString(DayTable.DAY))
                .replace("$days", "day_" + table);
    }

    /** A query for each draft, whose result is a row for each group, with kept, broken and pending. */
    private abstract static class EachDraft implements Question {
        @Override
        public int width() {
            return Counts.STATES;
        }

        @Override
        public List<String> statements(List<Draft> drafts) {
            return IntStream.range(0, drafts.size())
                    .mapToObj(draft -> "CREATE OR REPLACE TEMP TABLE counted_" + draft + " AS "
                            + fill(query(drafts.get(draft)), DayTable.number(draft, drafts))
                                    .replace("$allowed", Integer.toString(Drafts.allowed(drafts.get(draft)))))
                    .toList();
        }

        abstract String query(Draft draft);

        @Override
        public String rows(int draft, List<Draft> drafts) {
            return "SELECT area, kept, broken, pending FROM counted_" + draft;
        }
    }

    /** Working time used and held, by joins with the cumulative table. */
    private static final class Joins extends EachDraft {
        @Override
        public String name() {
            return "joins with the cumulative table";
        }

        @Override
        String query(Draft draft) {
            return """
                    WITH ended AS (SELECT id, area, start, stop, least(stop, $asOf) - 1 AS last FROM report),
                    taken AS (
                      SELECT id, sum(worked(e.before, e.opens, e.length, least(until, last))
                          - worked(b.before, b.opens, b.length, least(since, last))) AS held
                      FROM ended JOIN hold ON report = id
                      JOIN $days b ON b.day = day_of(least(since, last)) JOIN $days e ON e.day = day_of(least(until, last))
                      GROUP BY id),
                    judged AS (
                      SELECT area, stop, worked(e.before, e.opens, e.length, last) - worked(b.before, b.opens, b.length, start)
                          - coalesce(held, 0) >= $allowed AS late
                      FROM ended JOIN $days b ON b.day = day_of(start) JOIN $days e ON e.day = day_of(last)
                      LEFT JOIN taken USING (id))
                    SELECT area, count(*) FILTER (NOT late AND stop <= $asOf) AS kept, count(*) FILTER (late) AS broken,
                      count(*) FILTER (NOT late AND stop > $asOf) AS pending
                    FROM judged GROUP BY area""";
        }
    }

    /** The columns' own order of work: all as if never held, then the held that were late once more, and the two added up. */
    private static final class JoinsThenHolds extends EachDraft {
        @Override
        public String name() {
            return "joins, the held reports once more";
        }

        @Override
        String query(Draft draft) {
            return """
                    WITH used AS (
                      SELECT id, is_held, area, stop, least(stop, $asOf) - 1 AS last,
                        worked(e.before, e.opens, e.length, last) - worked(b.before, b.opens, b.length, start) AS used
                      FROM report JOIN $days b ON b.day = day_of(start) JOIN $days e ON e.day = day_of(least(stop, $asOf) - 1)),
                    clipped AS (
                      SELECT id, area, stop, used, least(since, last) AS since, least(until, last) AS until
                      FROM used JOIN hold ON report = id WHERE is_held AND used >= $allowed),
                    again AS (
                      SELECT any_value(area) AS area, any_value(stop) AS stop,
                        any_value(used) - sum(worked(e.before, e.opens, e.length, until)
                          - worked(b.before, b.opens, b.length, since)) >= $allowed AS late
                      FROM clipped JOIN $days b ON b.day = day_of(since) JOIN $days e ON e.day = day_of(until)
                      GROUP BY id),
                    counted AS (
                      SELECT area, count(*) FILTER (used < $allowed AND stop <= $asOf) AS kept,
                        count(*) FILTER (used >= $allowed) AS broken, count(*) FILTER (used < $allowed AND stop > $asOf) AS pending
                      FROM used GROUP BY area
                      UNION ALL
                      SELECT area, count(*) FILTER (stop <= $asOf), -count(*), count(*) FILTER (stop > $asOf)
                      FROM again WHERE NOT late GROUP BY area)
                    SELECT area, sum(kept) AS kept, sum(broken) AS broken, sum(pending) AS pending FROM counted GROUP BY area""";
        }
    }

    /** The cumulative table as a list constant, of which a day is picked by its number; three holds at most stand in the report's row. */
    private static final class CumulativeList extends EachDraft {
        @Override
        public String name() {
            return "cumulative table as a list";
        }

        @Override
        String query(Draft draft) {
            StringBuilder held = new StringBuilder("0");
            for (int hold = 1; hold <= DuckDbReports.MOST_HOLDS; hold++) {
                held.append(" + CASE WHEN since%1$d IS NULL THEN 0 ELSE %2$s - %3$s END"
                        .formatted(
                                hold,
                                listed("least(until" + hold + ", last)"),
                                listed("least(since" + hold + ", last)")));
            }
            String query = """
                    WITH ended AS (SELECT *, least(stop, $asOf) - 1 AS last FROM report),
                    used AS (SELECT *, %s - %s AS used FROM ended),
                    judged AS (
                      SELECT area, stop, CASE WHEN used < $allowed THEN false WHEN since1 IS NULL THEN true
                        ELSE used - (%s) >= $allowed END AS late
                      FROM used)
                    SELECT area, count(*) FILTER (NOT late AND stop <= $asOf) AS kept, count(*) FILTER (late) AS broken,
                      count(*) FILTER (NOT late AND stop > $asOf) AS pending
                    FROM judged GROUP BY area""".formatted(listed("last"), listed("start"), held);
            String list = Arrays.toString(new DayTable(draft.calendar()).packed());
            return query.replace("$list", list + "::BIGINT[]");
        }

        private static String listed(String moment) {
            return "unpacked(($list)[day_of(%1$s) + 1], %1$s)".formatted(moment);
        }
    }
}
