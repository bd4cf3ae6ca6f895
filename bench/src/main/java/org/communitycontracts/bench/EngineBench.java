package org.communitycontracts.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.communitycontracts.engine.columns.Columns;
import org.jspecify.annotations.Nullable;

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
        System.exit(race(options) ? 0 : 1);
    }

    private static boolean race(Options options) throws SQLException {
        if (options.isGrowth()) {
            new GrowthRace(options).print(System.out);
            return true;
        }
        System.err.println("Making " + options.reports() + " reports ...");
        Columns reports = SyntheticReports.of(options);
        if (options.isAlone()) {
            return race(options, reports, null);
        }
        System.err.println("Loading them into DuckDB ...");
        try (Connection database = DuckDbRival.load(reports)) {
            return race(options, reports, database);
        }
    }

    /** Of more than one draft, both races: the second is measured by the first. */
    private static boolean race(Options options, Columns reports, @Nullable Connection database) throws SQLException {
        System.out.printf(
                Locale.UK,
                "%,d reports made %s, %,d groups; least and median of %d rounds; seconds; %d cores, Java %s%n",
                reports.size(),
                options.shuffled() ? "in no order" : "in order of time",
                reports.groups(),
                options.rounds(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        StandardRace standard = new StandardRace(options, reports, database);
        boolean agree = standard.print(System.out);
        if (options.drafts() > 1) {
            agree &= new BackcastRace(options, reports, database).print(System.out, standard.columns());
        }
        return agree;
    }
}
