package org.communitycontracts.scoreboard;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communitycontracts.standards.Tally;

/**
 * The history of one clause in one place, cut once into periods of at least five counted cases each. Every page and every
 * table of open data uses this one cut, so that no smaller figure is shown and none follows from the difference of two.
 *
 * @param all the periods, oldest first, without a gap; empty when the whole history counts fewer than five
 * @param upTo the last month counted: the last that was over at the moment the figures speak of
 * @param later the cases due after it that are not yet known
 */
record Periods(List<Period> all, YearMonth upTo, int later) {
    static final int WINDOW_MONTHS = 12;

    Periods {
        all = List.copyOf(all);
    }

    /** The last month that is wholly over: cases due in a month that still runs would count the kept ones only. */
    static YearMonth lastWholeMonth(Instant asOf, ZoneId zone) {
        return YearMonth.from(asOf.plusSeconds(1).atZone(zone)).minusMonths(1);
    }

    /** Cuts greedily from the first month on; what remains too small at the end joins the period before it. */
    static Periods cut(List<Tally> tallies, YearMonth upTo) {
        TreeMap<YearMonth, Period> months = new TreeMap<>();
        int later = 0;
        for (Tally tally : tallies) {
            Period month = Period.of(tally);
            if (month.first().isAfter(upTo)) {
                later += month.pending();
            } else {
                months.put(month.first(), month);
            }
        }
        return new Periods(months.isEmpty() ? List.of() : cut(months, upTo), upTo, later);
    }

    private static List<Period> cut(TreeMap<YearMonth, Period> months, YearMonth upTo) {
        List<Period> periods = new ArrayList<>();
        YearMonth month = months.firstKey();
        Period open = null;
        for (; !month.isAfter(upTo); month = month.plusMonths(1)) {
            Period next = months.getOrDefault(month, Period.empty(month));
            open = open == null ? next : open.with(next);
            if (open.figure().isEnough()) {
                periods.add(open);
                open = null;
            }
        }
        if (open != null && !periods.isEmpty()) {
            periods.add(periods.removeLast().with(open));
        }
        return periods;
    }

    /** The periods that end within the last twelve months; one that began before them is whole. */
    List<Period> window() {
        YearMonth start = upTo.minusMonths(WINDOW_MONTHS);
        return all.stream().filter(period -> period.last().isAfter(start)).toList();
    }

    /** The window as one; empty when there is nothing that may be shown. */
    Optional<Period> whole() {
        return window().stream().reduce(Period::with);
    }

    Optional<Period> find(String name) {
        return all.stream().filter(period -> period.name().equals(name)).findAny();
    }

    /** All clauses of a place, each with its own cut. */
    static Map<String, Periods> byClause(List<Tally> tallies, YearMonth upTo) {
        Map<String, List<Tally>> byClause = new TreeMap<>();
        for (Tally tally : tallies) {
            byClause.computeIfAbsent(tally.clause(), _ -> new ArrayList<>()).add(tally);
        }
        Map<String, Periods> cuts = new TreeMap<>();
        byClause.forEach((clause, own) -> cuts.put(clause, cut(own, upTo)));
        return cuts;
    }
}
