package org.communitycontracts.standards;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Redress;
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
            Lots lots = new Lots(
                    story -> judge.judge(story.report().reference(), PublicFacts.of(story.all()), asOf, knownAsOf),
                    (report, verdicts) -> {
                        verdicts.forEach(verdict -> store.add(report, verdict));
                        unpromised.count(report, verdicts);
                    });
            reports.eachStory(covered.council(), story -> {
                if (covered.holdsFor(story.report())) {
                    lots.add(story);
                }
            });
            lots.finish();
            unpromised.into(store);
            return store.finish(asOf, knownAsOf);
        } catch (SQLException fault) {
            throw new IllegalStateException("The verdicts of " + covered.contract() + " could not be stored", fault);
        }
    }

    /** What happened to a report, as far as verdicts rest on it. */
    List<Happening> story(Report report) {
        return PublicFacts.of(reports.story(report).all());
    }

    /** The verdicts of these contracts on one report, with all their reasons, worked out now. */
    Map<Covered, List<Verdict>> explain(List<Covered> contracts, Report report, Instant asOf, Instant knownAsOf) {
        List<Happening> story = story(report);
        Map<Covered, List<Verdict>> found = new LinkedHashMap<>();
        for (Covered covered : contracts) {
            found.put(covered, new Judge(covered.versions()).judge(report.reference(), story, asOf, knownAsOf));
        }
        return found;
    }

    /** What follows from these verdicts on one report, for this report alone: limits that others use up are not known here. */
    Remedies remedies(Covered covered, List<Verdict> found, Report report, Instant asOf, Instant knownAsOf) {
        List<Happening> known = new ArrayList<>(story(report));
        known.addAll(Unrecorded.of(covered.versions()));
        return new Remedies(
                covered.versions(), new Redress(covered.versions()).entitlements(found, known, asOf, knownAsOf));
    }

    /** Writes the happenings that the contract's verdicts rest on, and the verdicts, into files of this folder. */
    void write(Covered covered, Instant asOf, Instant knownAsOf, Path folder) throws IOException {
        try (JudgedFolder files = new JudgedFolder(folder, covered, asOf, knownAsOf)) {
            reports.eachStoryByReference(
                    covered.council(),
                    covered.neighbourhood(),
                    story -> files.add(story.report().reference(), PublicFacts.of(story.happenings())));
            files.finish();
        }
    }
}
