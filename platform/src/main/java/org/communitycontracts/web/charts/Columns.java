package org.communitycontracts.web.charts;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts of a few kinds over time, for stacked columns and the table that says the same. The kinds are drawn from the
 * bottom up and each has its own filling, four at most; a column whose counts are not to be shown is a gap.
 */
public record Columns(List<String> kinds, List<Column> columns) {
    static final int HEIGHT = 240;
    private static final int TOP = 16;
    private static final int FLOOR = 208;
    /** The share of a column's place that its bar takes. */
    private static final double BAR = 0.68;

    public Columns {
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        if (kinds.isEmpty() || kinds.size() > 4) {
            throw new IllegalArgumentException("Columns have one kind to four, not " + kinds.size());
        }
        for (Column column : columns) {
            if (column.isShown() && column.counts().size() != kinds.size()) {
                throw new IllegalArgumentException("Each column has a count for each kind: " + column.name());
            }
        }
    }

    /**
     * The counts at one time: a full name for the table, a short one for the foot of the drawing; without counts, the
     * words that say why there are none.
     */
    public record Column(String name, String shortly, List<Integer> counts, String why) {
        public Column {
            counts = List.copyOf(counts);
        }

        public static Column of(String name, String shortly, List<Integer> counts) {
            return new Column(name, shortly, counts, "");
        }

        public static Column notShown(String name, String shortly, String why) {
            return new Column(name, shortly, List.of(), why);
        }

        public boolean isShown() {
            return !counts.isEmpty();
        }
    }

    /** One filled piece of a column. */
    record Piece(int kind, String x, String y, String width, String height) {}

    /** A number on the scale and where it stands. */
    record Tick(String number, String y) {}

    /** A short name at the foot and where it stands; the rarer ones remain where there is little room. */
    record Foot(String text, String x, boolean rare) {}

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            double bottom = FLOOR;
            for (int kind = 0; kind < columns.get(place).counts().size(); kind++) {
                double height = columns.get(place).counts().get(kind) * (double) (FLOOR - TOP) / top();
                bottom -= height;
                if (height > 0) {
                    pieces.add(new Piece(
                            kind,
                            left(place),
                            Drawing.number(bottom),
                            width(),
                            Drawing.number(Math.max(height, 0.75))));
                }
            }
        }
        return pieces;
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long number = 0; number <= top(); number += step()) {
            ticks.add(new Tick(
                    NumberFormat.getInstance(Locale.UK).format(number),
                    Drawing.number(FLOOR - number * (double) (FLOOR - TOP) / top())));
        }
        return ticks;
    }

    List<Foot> feet() {
        List<Foot> feet = new ArrayList<>();
        int every = Math.max(1, Math.ceilDiv(columns.size(), 18));
        for (int place = 0; place < columns.size(); place += every) {
            feet.add(new Foot(columns.get(place).shortly(), middle(place), place / every % 2 == 0));
        }
        return feet;
    }

    /** The middles of the columns that are not shown. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            if (!columns.get(place).isShown()) {
                gaps.add(middle(place));
            }
        }
        return gaps;
    }

    private String left(int place) {
        return Drawing.percent(place + (1 - BAR) / 2, columns.size());
    }

    private String middle(int place) {
        return Drawing.percent(place + 0.5, columns.size());
    }

    private String width() {
        return Drawing.percent(BAR, columns.size());
    }

    private long top() {
        return Math.ceilDiv(Math.max(highest(), 1), step()) * step();
    }

    /** The step of the scale: 1, 2 or 5 times a power of ten, such that there are three steps to six. */
    private long step() {
        long power = 1;
        while (true) {
            for (int times : new int[] {1, 2, 5}) {
                if (times * power * 5 >= highest()) {
                    return times * power;
                }
            }
            power *= 10;
        }
    }

    private long highest() {
        return columns.stream()
                .mapToLong(column ->
                        column.counts().stream().mapToLong(Integer::longValue).sum())
                .max()
                .orElse(0);
    }
}
