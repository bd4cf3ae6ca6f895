package org.communitycontracts.bench;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.communitycontracts.engine.columns.Columns;
import org.jspecify.annotations.Nullable;

/**
 * The table of one run.
 *
 * @param timings the columns first
 * @param ofSample what the columns count on the sample that the slow engines ran on
 */
record Report(
        Options options,
        Columns reports,
        List<Draft> drafts,
        List<Timing> timings,
        @Nullable Counts ofSample) {
    private static final String ROW = "| %-46s | %9s | %9s | %9s | %9s | %10s | %9s |%n";

    void print(PrintStream out) {
        out.printf(
                Locale.UK,
                "%,d reports %s, %d %s, %,d groups; least and median of %d rounds; seconds; %d cores, Java %s%n",
                reports.size(),
                options.shuffled() ? "in no order" : "in the order in which they were made",
                drafts.size(),
                drafts.size() == 1 ? "draft" : "drafts",
                reports.groups(),
                options.rounds(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        out.printf(ROW, "engine", "wall", "median", "CPU", "median", "CPU ns each", "CPU ratio");
        out.println("|" + "-".repeat(48) + "|" + ("-".repeat(10) + ":|").repeat(4) + "-".repeat(11) + ":|"
                + "-".repeat(10) + ":|");
        timings.forEach(timing -> printRow(out, timing));
        printRatios(out);
        timings.stream()
                .filter(timing -> !agrees(timing))
                .forEach(timing -> out.println("DIFFERENT: " + timing.name()));
        if (agree()) {
            Counts counts = Objects.requireNonNull(timings.getFirst().counts());
            out.printf(
                    Locale.UK,
                    "All engines agree in every group: %,d kept, %,d broken, %,d not yet known.%n",
                    counts.total(0),
                    counts.total(1),
                    counts.total(2));
        }
    }

    private void printRow(PrintStream out, Timing timing) {
        String name = timing.part() == 1
                ? timing.name()
                : String.format(Locale.UK, "%s (1 in %,.0f, scaled)", timing.name(), 1 / timing.part());
        double each = timing.cpu().min() * 1e9 / reports.size() / drafts.size();
        out.printf(
                ROW,
                name,
                seconds(timing.wall().min()),
                seconds(timing.wall().median()),
                seconds(timing.cpu().min()),
                seconds(timing.cpu().median()),
                String.format(Locale.UK, "%,.1f", each),
                String.format(Locale.UK, "%,.1f", cpuRatio(timing)));
    }

    private void printRatios(PrintStream out) {
        Timing columns = timings.getFirst();
        Timing duck = timings.stream()
                .filter(timing -> timing.name().startsWith("DuckDB"))
                .min(Comparator.comparingDouble(timing -> timing.cpu().min()))
                .orElseThrow();
        Timing naive = timings.getLast();
        Timing floor = timings.get(1);
        out.println("The goals are those of 10,000,000 reports and one draft.");
        out.printf(Locale.UK, "%.1f bytes a report (goal: 16 at most)%n", reports.bytes() / (double) reports.size());
        out.printf(Locale.UK, "%.0f x DuckDB's best in CPU time (goal: 20): %s%n", cpuRatio(duck), duck.name());
        out.printf(Locale.UK, "%,.0f x naive java.time in CPU time (goal: 900)%n", cpuRatio(naive));
        out.printf(
                Locale.UK,
                "%.1f x the wall time of reading the same bytes, %.1f GB/s (goal: 11 at most)%n",
                columns.wall().min() / floor.wall().min(),
                reports.bytes() / floor.wall().min() / 1e9);
    }

    private double cpuRatio(Timing timing) {
        return timing.cpu().min() / timings.getFirst().cpu().min();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.UK, seconds < 10 ? "%.4f" : "%,.1f", seconds);
    }

    boolean agree() {
        return timings.stream().allMatch(this::agrees);
    }

    private boolean agrees(Timing timing) {
        Counts counts = timing.counts();
        Counts expected = timing.part() == 1 ? timings.getFirst().counts() : ofSample;
        return counts == null || (expected != null && counts.isSame(expected));
    }
}
