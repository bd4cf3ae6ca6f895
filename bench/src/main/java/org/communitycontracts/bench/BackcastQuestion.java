package org.communitycontracts.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.columns.Draft;

/**
 * The backcast in SQL: the time each report used, by joins with the cumulative table, then states, percentiles and pence by group. Either
 * draft by draft, or all drafts of a calendar in one query, so that time and percentiles are worked out once.
 */
record BackcastQuestion(String name, boolean isByCalendar) implements Question {
    /**
     * The time used a second before the end tells what is late; the last second is added where it is worked and not held. The holds of a
     * report are listed with the time used when each began: one that began after the due moment is not taken out of the lateness.
     */
    private static final String USED = """
            WITH ended AS (
              SELECT id, area, start, stop <= $asOf AS stopped, least(stop, $asOf) - 1 AS last FROM report),
            each AS (
              SELECT id, since, worked(b.before, b.opens, b.length, least(since, last)) AS done,
                worked(e.before, e.opens, e.length, least(until, last)) - done AS held, since <= last AND until > last AS covers
              FROM ended JOIN hold ON report = id
              JOIN $days b ON b.day = day_of(least(since, last)) JOIN $days e ON e.day = day_of(least(until, last))),
            taken AS (
              SELECT id, sum(held) AS held, bool_or(covers) AS covered, list({'done': done - earlier, 'held': held, 'covers': covers}) AS holds
              FROM (SELECT *, coalesce(sum(held) OVER (PARTITION BY id ORDER BY since ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
                AS earlier FROM each) GROUP BY id),
            short AS (
              SELECT area, stopped, worked(b.before, b.opens, b.length, start) AS began,
                worked(e.before, e.opens, e.length, last) - began - coalesce(held, 0) AS used_before,
                (last - $first) % $aDay BETWEEN e.opens AND e.opens + e.length - 1 AS is_worked, covered, holds
              FROM ended JOIN $days b ON b.day = day_of(start) JOIN $days e ON e.day = day_of(last)
              LEFT JOIN taken USING (id)),
            used AS (
              SELECT area, stopped, used_before, used_before + (is_worked AND covered IS NOT true)::INTEGER AS used,
                list_transform(holds, lambda h: {'done': h.done - began, 'held': h.held + (h.covers AND is_worked)::INTEGER}) AS later
              FROM short)
            SELECT area, quantile_disc(used, [0.5, 0.9]) FILTER (stopped) AS taken""";

    private static final String DRAFT = """
            ,
              count(*) FILTER (used_before < $allowed AND stopped) AS kept_$draft,
              count(*) FILTER (used_before >= $allowed) AS broken_$draft,
              count(*) FILTER (used_before < $allowed AND NOT stopped) AS pending_$draft,
              coalesce(sum(least(3000, 1000 + 500 * ((used - $allowed + coalesce(list_sum(list_transform(
                list_filter(later, lambda h: h.done >= $allowed), lambda h: h.held)), 0)) // $day))) FILTER (used_before >= $allowed), 0) AS pence_$draft""";

    static List<Question> list() {
        return List.of(
                new BackcastQuestion("a query for each draft", false),
                new BackcastQuestion("a query for each calendar", true));
    }

    @Override
    public int width() {
        return Counts.BACKCAST;
    }

    @Override
    public List<String> statements(List<Draft> drafts) {
        List<String> statements = new ArrayList<>();
        for (int draft = 0; draft < drafts.size(); draft++) {
            if (table(draft, drafts) == draft) {
                statements.add(statement(draft, drafts));
            }
        }
        return statements;
    }

    private String statement(int table, List<Draft> drafts) {
        StringBuilder query = new StringBuilder("CREATE OR REPLACE TEMP TABLE backcast_" + table + " AS " + USED);
        for (int draft = 0; draft < drafts.size(); draft++) {
            if (table(draft, drafts) == table) {
                query.append(DRAFT.replace("$draft", Integer.toString(draft))
                        .replace("$allowed", Integer.toString(Drafts.allowed(drafts.get(draft)))));
            }
        }
        Calendar calendar = drafts.get(table).calendar();
        return Questions.fill(query + " FROM used GROUP BY area", DayTable.number(table, drafts))
                .replace("$day", Integer.toString((calendar.closes() - calendar.opens()) * 60));
    }

    /** The number of the first draft whose results stand in the same table. */
    private int table(int draft, List<Draft> drafts) {
        return isByCalendar
                ? IntStream.range(0, draft + 1)
                        .filter(i -> drafts.get(i)
                                .calendar()
                                .equals(drafts.get(draft).calendar()))
                        .findFirst()
                        .orElseThrow()
                : draft;
    }

    @Override
    public String rows(int draft, List<Draft> drafts) {
        return "SELECT area, kept_%1$d, broken_%1$d, pending_%1$d, coalesce(taken[1], -1), coalesce(taken[2], -1), pence_%1$d FROM backcast_%2$d"
                .formatted(draft, table(draft, drafts));
    }
}
