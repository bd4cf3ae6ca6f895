package org.communitycontracts.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.HappeningsFile;

/** Verdicts from plain files alone, without the platform: what {@code ./run judge} and {@code ./run explain} do. */
public final class JudgedFile {
    private JudgedFile() {}

    /** Writes the verdicts of every story in the file, as {@code .jsonl}. */
    public static void write(
            List<Contract> versions, HappeningsFile happenings, Instant asOf, Instant knownAsOf, OutputStream out)
            throws IOException {
        VerdictLines.writeAll(versions, happenings.stories(), asOf, knownAsOf, out);
    }

    /** The verdicts on one report of the file; empty when no clause promised anything about it. */
    public static List<Verdict> explain(
            List<Contract> versions, HappeningsFile happenings, String report, Instant asOf, Instant knownAsOf) {
        return new Judge(versions).judge(report, happenings.stories().getOrDefault(report, List.of()), asOf, knownAsOf);
    }
}
