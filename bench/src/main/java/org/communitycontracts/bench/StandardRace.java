package org.communitycontracts.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.jspecify.annotations.Nullable;

/** The race of issue 2: all reports judged by one standard, states counted in each group. */
final class StandardRace {
    private final Options options;
    private final Columns reports;
    private final Columns sample;
    private final List<Draft> drafts = Drafts.list(1);
    private final Timing columns;
    private final Timing findings;
    private final Timing floor;
    private final List<Timing> duckDb = new ArrayList<>();
    private final List<Timing> oneByOne = new ArrayList<>();

    /** Runs it; without a database only the engine runs. */
    StandardRace(Options options, Columns reports, @Nullable Connection database) throws SQLException {
        this.options = options;
        this.reports = reports;
        this.sample = SyntheticReports.sample(reports, options.sample());
        columns = Timing.of(new ColumnsRival(reports, drafts), null, options.rounds());
        floor = Timing.of(new FloorRival(reports.bytesToJudge()), null, options.rounds());
        findings = Timing.of(new FindingsRival(reports, drafts), null, options.rounds());
        if (database != null) {
            for (Question question : Questions.list()) {
                Rival rival = new DuckDbRival(question, database, drafts, reports.groups());
                duckDb.add(Timing.of(rival, columns.counts(), options.rounds()));
            }
            runOneByOne(sample.size() / (double) reports.size());
        }
    }

    private void runOneByOne(double part) {
        Counts states = counted(new ColumnsRival(sample, drafts));
        Counts verdicts = counted(new FindingsRival(sample, drafts));
        oneByOne.add(Timing.of(new OneCaseRival(sample, drafts, part), states, options.rounds()));
        oneByOne.add(Timing.of(new NaiveToDueRival(sample, drafts, part), states, options.rounds()));
        oneByOne.add(Timing.of(new NaiveRival(sample, drafts, part), verdicts, options.rounds()));
    }

    private static @Nullable Counts counted(Rival rival) {
        rival.count();
        return rival.counts();
    }

    /** The columns by one standard. */
    Timing columns() {
        return columns;
    }

    /** Prints the table and the ratios, and says whether all agree. */
    boolean print(PrintStream out) {
        List<Timing> all = new ArrayList<>(List.of(columns, floor, findings));
        all.addAll(duckDb);
        all.addAll(oneByOne);
        Table table = new Table(all, reports.size());
        out.println("One standard, states counted in each group:");
        table.print(out);
        Counts counts = columns.counts();
        if (counts != null) {
            out.printf(
                    Locale.UK,
                    "%,d kept, %,d broken, %,d not yet known.%n",
                    counts.total(0),
                    counts.total(1),
                    counts.total(2));
        }
        printRatios(out);
        return table.agree();
    }

    private void printRatios(PrintStream out) {
        out.println("Goals at 10,000,000 reports in brackets; ratios of CPU time unless another is named.");
        out.printf(
                Locale.UK,
                "%.1f bytes a report (16 at most), %.1f of them read to judge%n",
                reports.bytes() / (double) reports.size(),
                reports.bytesToJudge() / (double) reports.size());
        out.printf(
                Locale.UK,
                "%.1f x the CPU time, %.1f x the wall time of reading these at %.1f GB/s (11, then 5 at most)%n",
                Table.ratio(columns, floor),
                columns.wall().min() / floor.wall().min(),
                reports.bytesToJudge() / floor.wall().min() / 1e9);
        duckDb.stream()
                .min(Comparator.comparingDouble(timing -> timing.cpu().min()))
                .ifPresent(best -> out.printf(Locale.UK, "%.1f x %s (20)%n", Table.ratio(best, columns), best.name()));
        if (!oneByOne.isEmpty()) {
            printNaive(out, oneByOne.get(1), oneByOne.get(2));
        }
    }

    private void printNaive(PrintStream out, Timing toDue, Timing whole) {
        out.printf(
                Locale.UK,
                "%,.0f x naive java.time, a walk day by day to the end of each report, by counting the states in columns (900)%n",
                Table.ratio(whole, columns));
        out.println("Stricter, for what the naive side could leave out or what both sides write down:");
        out.printf(
                Locale.UK,
                "%,.0f x when the walk ends on the day on which the time allowed was used up, which is enough for the state%n",
                Table.ratio(toDue, columns));
        out.printf(
                Locale.UK,
                "%,.0f x when the columns too write down the due moment and the time used and held of each report%n",
                Table.ratio(whole, findings));
    }
}
