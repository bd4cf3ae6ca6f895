package org.communitycontracts.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.communitycontracts.engine.Happening;
import org.communitycontracts.engine.Judge;
import org.communitycontracts.engine.Verdict;
import org.communitycontracts.reporting.HappeningsWriter;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.springframework.stereotype.Repository;

/** The collection of verdicts: worked out from the happenings, kept so that pages find them, and given away as files. */
@Repository
public class Verdicts {
    private final DataSource source;
    private final Reports reports;

    public Verdicts(DataSource source, Reports reports) {
        this.source = source;
        this.reports = reports;
    }

    /**
     * Judges every report the contract covers, and replaces what was found before: all of it or nothing.
     *
     * @return how many verdicts there are now
     */
    public int judge(Covered covered, Instant asOf, Instant knownAsOf) {
        Judge judge = new Judge(covered.versions());
        Unpromised unpromised = new Unpromised(covered);
        try (Connection connection = source.getConnection();
                VerdictStore store = new VerdictStore(connection, covered)) {
            reports.eachStory(covered.council(), story -> {
                if (covered.holdsFor(story.report())) {
                    List<Verdict> verdicts =
                            judge.judge(story.report().reference(), story.happenings(), asOf, knownAsOf);
                    verdicts.forEach(verdict -> store.add(story.report(), verdict));
                    unpromised.count(story.report(), verdicts);
                }
            });
            unpromised.into(store);
            return store.finish(asOf, knownAsOf);
        } catch (SQLException fault) {
            throw new IllegalStateException("The verdicts of " + covered.contract() + " could not be stored", fault);
        }
    }

    /** The verdicts on one report, with all their reasons, worked out now. */
    public List<Verdict> explain(Covered covered, Report report, Instant asOf, Instant knownAsOf) {
        return covered.holdsFor(report)
                ? new Judge(covered.versions()).judge(report.reference(), reports.happenings(report), asOf, knownAsOf)
                : List.of();
    }

    /** Writes the happenings that the contract's verdicts rest on, as {@code .jsonl}. */
    public void writeHappenings(Covered covered, OutputStream out) {
        try (HappeningsWriter writer = new HappeningsWriter(out)) {
            reports.eachStory(covered.council(), story -> {
                if (covered.holdsFor(story.report())) {
                    writer.write(story);
                }
            });
        }
    }

    /** Writes the contract's verdicts as {@code .jsonl}: the same bytes that {@code ./run judge} gives for the same files. */
    public void writeVerdicts(Covered covered, Instant asOf, Instant knownAsOf, OutputStream out) throws IOException {
        Map<String, List<Happening>> stories = new TreeMap<>();
        reports.eachStory(covered.council(), story -> {
            if (covered.holdsFor(story.report())) {
                stories.put(story.report().reference(), new ArrayList<>(story.happenings()));
            }
        });
        VerdictLines.writeAll(covered.versions(), stories, asOf, knownAsOf, out);
    }
}
