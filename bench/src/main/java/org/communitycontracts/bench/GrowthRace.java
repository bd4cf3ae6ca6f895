package org.communitycontracts.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;

/** Whether time and memory grow as the number of reports does: one standard, and the drafts, at a tenth of the reports, a third and all. */
final class GrowthRace {
    private static final int[] PARTS = {30, 3, 1};
    private static final String ROW = "| %12s | %12s | %12s | %12s | %12s | %12s | %12s | %12s |%n";

    private final Options options;
    private final List<Draft> drafts;

    GrowthRace(Options options) {
        this.options = options;
        this.drafts = Drafts.list(options.drafts());
    }

    /** Runs it and prints a line for each number of reports. */
    void print(PrintStream out) {
        out.printf(
                Locale.UK,
                "Growth: %d drafts, least of %d rounds; nanoseconds of CPU time and bytes, all of them for each report%n",
                drafts.size(),
                options.rounds());
        out.printf(
                ROW, "reports", "floor", "one standard", "by floor", "drafts", "columns", "a calendar", "heap in use");
        out.println("|" + ("-".repeat(13) + ":|").repeat(8));
        for (int part : PARTS) {
            printRow(out, options.withReports(options.reports() / part));
        }
    }

    private void printRow(PrintStream out, Options some) {
        System.err.println("Making " + some.reports() + " reports ...");
        Columns reports = SyntheticReports.of(some);
        double floor = nanoseconds(new FloorRival(reports.bytesToJudge()), reports);
        double one = nanoseconds(new ColumnsRival(reports, Drafts.list(1)), reports);
        BackcastRival backcast = new BackcastRival(reports, drafts);
        double many = nanoseconds(backcast, reports);
        long calendars = drafts.stream().map(Draft::calendar).distinct().count();
        out.printf(
                ROW,
                String.format(Locale.UK, "%,d", reports.size()),
                told(floor),
                told(one),
                told(one / floor),
                told(many),
                told(each((double) reports.bytes(), reports)),
                told(each((double) backcast.bytes(), reports) / calendars),
                told(each((double) inUse(backcast), reports)));
    }

    private double nanoseconds(Rival rival, Columns reports) {
        return each(Timing.of(rival, null, options.rounds()).cpu().min() * 1e9, reports);
    }

    private static double each(double all, Columns reports) {
        return all / reports.size();
    }

    private static String told(double number) {
        return String.format(Locale.UK, "%.2f", number);
    }

    /** The heap that is reached after a collection, when one more backcast was made and its calendars are still kept. */
    private static long inUse(BackcastRival backcast) {
        backcast.count();
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return backcast.bytes() == 0 ? 0 : used;
    }
}
