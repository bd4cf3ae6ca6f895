package org.communitycontracts.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.columns.Columns;

/** Races the engine against its rivals on the same reports, in one run, and holds their results against each other. */
public final class EngineBench {
    private EngineBench() {}

    /** Ends with 0 when all engines agree, 1 when they do not, 2 when the command line was not understood. */
    public static void main(String[] words) throws SQLException {
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        boolean agree = race(options);
        System.exit(agree ? 0 : 1);
    }

    private static boolean race(Options options) throws SQLException {
        say("Making " + options.reports() + " reports");
        Columns reports = SyntheticReports.of(options);
        List<Draft> drafts = Draft.list(options.drafts());
        List<Timing> timings = new ArrayList<>();
        timings.add(time(new ColumnsRival(reports, drafts), options));
        timings.add(time(new FloorRival(reports.bytes()), options));
        timings.addAll(duckDb(reports, drafts, options));
        Columns sample = SyntheticReports.sample(reports, options.sample());
        double part = sample.size() / (double) reports.size();
        timings.add(time(new OneCaseRival(sample, drafts, part), options));
        timings.add(time(new NaiveRival(sample, drafts, part), options));
        Counts ofSample = Timing.of(new ColumnsRival(sample, drafts), 1).counts();
        Report report = new Report(options, reports, drafts, timings, ofSample);
        report.print(System.out);
        return report.agree();
    }

    private static List<Timing> duckDb(Columns reports, List<Draft> drafts, Options options) throws SQLException {
        say("Loading them into DuckDB");
        List<Timing> timings = new ArrayList<>();
        try (Connection connection = DuckDbRival.load(reports)) {
            for (DuckDbRival.Question question : Questions.list()) {
                timings.add(time(new DuckDbRival(question, connection, drafts, reports.groups()), options));
            }
        }
        return timings;
    }

    private static Timing time(Rival rival, Options options) {
        say("Running " + rival.name());
        return Timing.of(rival, options.rounds());
    }

    private static void say(String line) {
        System.err.println(line + " ...");
    }
}
