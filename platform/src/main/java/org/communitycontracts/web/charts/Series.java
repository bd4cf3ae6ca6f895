package org.communitycontracts.web.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Shares in time order, from 0 to 100, for a small drawing; a moment without a figure is a gap and stays one. The line is
 * the share aimed at; the floor is the share at the bottom of the drawing, the same for all that are to be compared.
 */
public record Series(List<OptionalDouble> shares, OptionalDouble line, double floor) {
    static final int WIDTH = 168;
    static final int HEIGHT = 48;
    private static final double LEFT = 4;
    private static final double RIGHT = 28;
    private static final double TOP = 6;
    private static final double BOTTOM = 6;

    public Series {
        shares = List.copyOf(shares);
        if (floor < 0 || floor >= 100) {
            throw new IllegalArgumentException("The floor of a drawing is a share from 0 to below 100, not " + floor);
        }
        shares.forEach(share -> share.ifPresent(Series::check));
        line.ifPresent(Series::check);
    }

    /** With the highest of the floors 0, 50 and 80 that shows every share. */
    public static Series of(List<OptionalDouble> shares, OptionalDouble line) {
        double lowest = Math.min(
                line.orElse(100),
                shares.stream().flatMapToDouble(OptionalDouble::stream).min().orElse(100));
        return new Series(shares, line, lowest >= 80 ? 80 : lowest >= 50 ? 50 : 0);
    }

    /** A drawn figure; one below the line is drawn in another shape. */
    record Dot(String x, String y, boolean below) {
        /** The path of a diamond, for those below. */
        String diamond() {
            return "M" + x + ',' + y + "m0,-4l4,4l-4,4l-4,-4z";
        }
    }

    List<Dot> dots() {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            OptionalDouble share = shares.get(i);
            if (share.isPresent()) {
                boolean below = line.isPresent() && share.getAsDouble() < line.getAsDouble();
                dots.add(new Dot(x(i), y(share.getAsDouble()), below));
            }
        }
        return dots;
    }

    /** Where there is no figure. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).isEmpty()) {
                gaps.add(x(i));
            }
        }
        return gaps;
    }

    /** The points of each stretch without a gap, two or more. */
    List<String> stretches() {
        List<String> stretches = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (int i = 0; i <= shares.size(); i++) {
            if (i < shares.size() && shares.get(i).isPresent()) {
                points.add(x(i) + ',' + y(shares.get(i).getAsDouble()));
            } else {
                if (points.size() > 1) {
                    stretches.add(String.join(" ", points));
                }
                points.clear();
            }
        }
        return stretches;
    }

    String lineAt() {
        return y(line.orElseThrow());
    }

    /** Where the number of the line is written: beside it, but never out of the drawing. */
    String lineNumberAt() {
        return Drawing.number(Math.clamp(height(line.orElseThrow()) + 4, 10, HEIGHT - 1.0));
    }

    String lineNumber() {
        double at = line.orElseThrow();
        return at == Math.rint(at) ? Long.toString(Math.round(at)) : String.format(Locale.UK, "%.1f", at);
    }

    private String x(int place) {
        double step = shares.size() < 2 ? 0 : (WIDTH - LEFT - RIGHT) / (shares.size() - 1);
        return Drawing.number(LEFT + place * step);
    }

    private String y(double share) {
        return Drawing.number(height(share));
    }

    private double height(double share) {
        return TOP + (100 - Math.max(share, floor)) / (100 - floor) * (HEIGHT - TOP - BOTTOM);
    }

    private static void check(double share) {
        if (!(share >= 0 && share <= 100)) {
            throw new IllegalArgumentException("A share lies from 0 to 100; " + share + " does not");
        }
    }
}
