package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One figure for each neighbourhood under a contract of the whole council, over one window. Small ones are hidden, and
 * enough others with them that neither the count nor the share of a hidden one follows from the council's own figure. A
 * neighbourhood whose own contract promises something about the same problems has figures there already, and two figures of
 * the same cases give away what each hides: it is hidden here, and hides no other. The one exception: where every case of the council ended alike, each share is plain, and only counts can be hidden.
 *
 * @param shown those that may be shown, in the order given
 * @param hidden those that may not
 */
record Neighbours(List<Row> shown, List<Row> hidden) {
    static final long NOWHERE_KNOWN = 0;
    private static final int FEWEST_HIDDEN = 2;
    private static final int FEWEST_CASES_HIDDEN = 10;

    /**
     * A neighbourhood and its figure.
     *
     * @param neighbourhood its number; 0 for the cases whose neighbourhood is not known
     * @param figure may be of no case at all, which points at nobody
     * @param isToldElsewhere whether its own contract tells of the same problems
     */
    record Row(long neighbourhood, Figure figure, boolean isToldElsewhere) {
        Row(long neighbourhood, Figure figure) {
            this(neighbourhood, figure, false);
        }

        private boolean mustBeHidden() {
            return figure.counted() > 0 && (isToldElsewhere || !figure.isEnough());
        }
    }

    Neighbours {
        shown = List.copyOf(shown);
        hidden = List.copyOf(hidden);
    }

    /** Of the council's own figure and those of its neighbourhoods; what is left over lies nowhere known, and is a row too. */
    static Neighbours of(Figure whole, Map<Long, Figure> figures, Set<Long> toldElsewhere) {
        List<Row> rows = new ArrayList<>();
        Figure known = figures.values().stream().reduce(new Figure(0, 0), Figure::plus);
        new TreeMap<>(figures)
                .forEach((neighbourhood, figure) ->
                        rows.add(new Row(neighbourhood, figure, toldElsewhere.contains(neighbourhood))));
        if (whole.counted() > known.counted()) {
            rows.add(
                    new Row(NOWHERE_KNOWN, new Figure(whole.met() - known.met(), whole.breached() - known.breached())));
        }
        return of(rows);
    }

    /** All rows must be given, together they are the council's figure. */
    static Neighbours of(List<Row> rows) {
        List<Row> hidden =
                new ArrayList<>(rows.stream().filter(Row::mustBeHidden).toList());
        if (hidden.isEmpty()) {
            return new Neighbours(rows, List.of());
        }
        List<Row> others = rows.stream()
                .filter(row -> !row.mustBeHidden() && row.figure().isEnough())
                .sorted(Comparator.comparingInt((Row row) -> row.figure().counted())
                        .thenComparingLong(Row::neighbourhood))
                .toList();
        Figure whole = sum(rows);
        for (Row next : others) {
            if (isEnough(hidden, whole)) {
                break;
            }
            hidden.add(next);
        }
        return isEnough(hidden, whole)
                ? new Neighbours(
                        rows.stream().filter(row -> !hidden.contains(row)).toList(), hidden)
                : new Neighbours(List.of(), rows);
    }

    /** The figure of a neighbourhood, of no case where it has none; empty where it may not be shown. */
    Optional<Figure> find(long neighbourhood) {
        boolean isHidden = (shown.isEmpty() && !hidden.isEmpty())
                || hidden.stream().anyMatch(row -> row.neighbourhood() == neighbourhood);
        return isHidden
                ? Optional.empty()
                : shown.stream()
                        .filter(row -> row.neighbourhood() == neighbourhood)
                        .map(Row::figure)
                        .findAny()
                        .or(() -> Optional.of(new Figure(0, 0)));
    }

    private static boolean isEnough(List<Row> hidden, Figure whole) {
        List<Row> unknown =
                hidden.stream().filter(row -> !row.isToldElsewhere()).toList();
        Figure left = sum(unknown);
        return unknown.size() >= FEWEST_HIDDEN
                && left.counted() >= FEWEST_CASES_HIDDEN
                && (left.isMixed() || !whole.isMixed());
    }

    private static Figure sum(List<Row> rows) {
        return rows.stream().map(Row::figure).reduce(new Figure(0, 0), Figure::plus);
    }
}
