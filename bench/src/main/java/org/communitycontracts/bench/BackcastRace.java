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

/** The race of issue 3: many drafts on five calendars; states, the times within which 50 and 90 in 100 were closed, and pence by group. */
final class BackcastRace {
    private static final int SLOW_ROUNDS = 2;

    private final Options options;
    private final Columns reports;
    private final List<Draft> drafts;
    private final Timing backcast;
    private final Timing edited;
    private final long kept;
    private final List<Timing> rivals = new ArrayList<>();

    /** Runs it; without a database only the engine runs. */
    BackcastRace(Options options, Columns reports, @Nullable Connection database) throws SQLException {
        this.options = options;
        this.reports = reports;
        this.drafts = Drafts.list(options.drafts());
        BackcastRival whole = new BackcastRival(reports, drafts);
        backcast = Timing.of(whole, null, options.rounds());
        kept = whole.bytes();
        edited = Timing.of(new EditedRival(reports, drafts), null, options.rounds());
        if (database != null) {
            for (Question question : BackcastQuestion.list()) {
                Rival rival = new DuckDbRival(question, database, drafts, reports.groups());
                rivals.add(Timing.of(rival, backcast.counts(), Math.min(SLOW_ROUNDS, options.rounds())));
            }
            runNaive();
        }
    }

    private void runNaive() {
        Columns sample = SyntheticReports.sample(reports, Math.max(1, options.sample() / drafts.size()));
        BackcastRival ofSample = new BackcastRival(sample, drafts);
        ofSample.count();
        Rival naive = new NaiveBackcastRival(sample, drafts, sample.size() / (double) reports.size());
        rivals.add(Timing.of(naive, ofSample.counts(), Math.min(SLOW_ROUNDS, options.rounds())));
    }

    /** Prints the table and the ratios, and says whether all agree. */
    boolean print(PrintStream out, Timing oneStandard) {
        List<Timing> all = new ArrayList<>(List.of(backcast, edited));
        all.addAll(rivals);
        Table table = new Table(all, (double) reports.size() * drafts.size());
        out.printf(
                Locale.UK,
                "%nBackcast of %d drafts: states, p50, p90 and pence in each group (the edited draft is one):%n",
                drafts.size());
        table.print(out);
        long calendars = drafts.stream().map(Draft::calendar).distinct().count();
        out.printf(
                Locale.UK,
                "%.1f bytes a report kept for each of %d calendars (8 at most)%n",
                kept / (double) reports.size() / calendars,
                calendars);
        out.printf(
                Locale.UK,
                "%.1f x one standard without percentiles (13 at most)%n",
                Table.ratio(backcast, oneStandard));
        out.printf(Locale.UK, "one draft edited: %.3f of the whole (0.1 at most)%n", Table.ratio(edited, backcast));
        rivals.stream()
                .filter(rival -> rival.name().startsWith("DuckDB"))
                .min(Comparator.comparingDouble(timing -> timing.cpu().min()))
                .ifPresent(best -> out.printf(Locale.UK, "%.1f x %s%n", Table.ratio(best, backcast), best.name()));
        if (!rivals.isEmpty()) {
            out.printf(Locale.UK, "%,.0f x the naive walk%n", Table.ratio(rivals.getLast(), backcast));
        }
        return table.agree();
    }
}
