package org.communitycontracts.web.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time as one bar, from 0 to its length: stretches, each in its filling, and numbered marks over it. What the
 * fillings and the marks mean is said in words beside it.
 */
public record Strip(double length, List<Stretch> stretches, List<Mark> marks) {
    private static final int BAR_TOP = 34;
    private static final int BAR_HEIGHT = 26;
    /** Marks nearer than this share of the bar stand one above the other. */
    private static final double CLOSE = 0.085;

    public Strip {
        stretches = List.copyOf(stretches);
        marks = List.copyOf(marks);
        if (!(length > 0)) {
            throw new IllegalArgumentException("A strip has a length above 0, not " + length);
        }
        for (Stretch stretch : stretches) {
            if (!(stretch.from() >= 0 && stretch.from() <= stretch.to() && stretch.to() <= length)) {
                throw new IllegalArgumentException(stretch + " does not lie within the strip of " + length);
            }
        }
    }

    /** How a stretch is filled. */
    public enum Filling {
        /** Full: it counts. */
        FULL,
        /** Hatched: it waits. */
        WAITING,
        /** A thin line: it does not count. */
        THIN,
        /** Full in the colour of what went past its end, hatched the other way. */
        OVER
    }

    /** A part of the bar; both ends are measured from the start of the strip. */
    public record Stretch(Filling filling, double from, double to) {}

    /** A moment, with what it is and when, in words. */
    public record Mark(double at, String text, String when) {}

    /** A drawn stretch. */
    record Piece(Filling filling, String x, String width, int y, int height) {}

    /** A drawn mark: its number, and the row it stands in so that neighbours do not cover each other. */
    record Pin(int number, String x, int y) {}

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Stretch stretch : stretches) {
            boolean thin = stretch.filling() == Filling.THIN;
            pieces.add(new Piece(
                    stretch.filling(),
                    Drawing.percent(stretch.from(), length),
                    Drawing.percent(stretch.to() - stretch.from(), length),
                    thin ? BAR_TOP + BAR_HEIGHT / 2 - 2 : BAR_TOP,
                    thin ? 4 : BAR_HEIGHT));
        }
        return pieces;
    }

    List<Pin> pins() {
        List<Pin> pins = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        int row = 0;
        for (int i = 0; i < marks.size(); i++) {
            double at = Math.clamp(marks.get(i).at() / length, 0, 1);
            row = at - last < CLOSE ? (row + 1) % 3 : 0;
            pins.add(new Pin(i + 1, Drawing.percent(at, 1), row(row)));
            last = at;
        }
        return pins;
    }

    int height() {
        return pins().stream().mapToInt(Pin::y).max().orElse(0) + 14 > BAR_TOP + BAR_HEIGHT
                ? pins().stream().mapToInt(Pin::y).max().orElse(0) + 14
                : BAR_TOP + BAR_HEIGHT + 2;
    }

    /** The heights of the rows of pins: above the bar, below it, further below. */
    private static int row(int row) {
        return switch (row) {
            case 0 -> 14;
            case 1 -> 80;
            default -> 106;
        };
    }
}
