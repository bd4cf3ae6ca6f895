package org.communitycontracts.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The table of one race.
 *
 * @param timings the one that all others are compared with first
 * @param judged how many cases each judged in one run: reports times drafts
 */
record Table(List<Timing> timings, double judged) {
    private static final String ROW = "| %-58s | %9s | %9s | %9s | %9s | %11s | %9s |%n";

    void print(PrintStream out) {
        out.printf(ROW, "engine", "wall", "median", "CPU", "median", "CPU ns each", "CPU ratio");
        out.println("|" + "-".repeat(60) + "|" + ("-".repeat(10) + ":|").repeat(4) + "-".repeat(12) + ":|"
                + "-".repeat(10) + ":|");
        timings.forEach(timing -> printRow(out, timing));
        timings.stream()
                .filter(timing -> !timing.agrees())
                .forEach(timing -> out.println("DIFFERENT: " + timing.name()));
        if (agree()) {
            out.println("All engines agree in every group.");
        }
    }

    private void printRow(PrintStream out, Timing timing) {
        String name = timing.part() == 1
                ? timing.name()
                : String.format(Locale.UK, "%s (1 in %,.0f, scaled)", timing.name(), 1 / timing.part());
        out.printf(
                ROW,
                name,
                seconds(timing.wall().min()),
                seconds(timing.wall().median()),
                seconds(timing.cpu().min()),
                seconds(timing.cpu().median()),
                String.format(Locale.UK, "%,.1f", timing.cpu().min() * 1e9 / judged),
                String.format(Locale.UK, "%,.1f", ratio(timing, timings.getFirst())));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.UK, seconds < 10 ? "%.4f" : "%,.1f", seconds);
    }

    boolean agree() {
        return timings.stream().allMatch(Timing::agrees);
    }

    /** The CPU time of the one by that of the other. */
    static double ratio(Timing one, Timing other) {
        return one.cpu().min() / other.cpu().min();
    }
}
