package org.communitycontracts.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.communitycontracts.engine.redress.Redress;
import org.communitycontracts.reporting.HappeningsFile;

/**
 * Verdicts from plain files alone, without the platform: what {@code ./run judge} and {@code ./run explain} do.
 *
 * @param verdicts on everything that the contract promises
 * @param entitlements what somebody is entitled to by them
 */
public record JudgedFile(List<Verdict> verdicts, List<Entitlement> entitlements) {
    public JudgedFile {
        verdicts = List.copyOf(verdicts);
        entitlements = List.copyOf(entitlements);
    }

    /** Judges everything that the file tells of. */
    public static JudgedFile of(List<Contract> versions, HappeningsFile happenings, Instant asOf, Instant knownAsOf) {
        List<Happening> all = happenings.all();
        List<Verdict> verdicts = new Judge(versions).judge(all, asOf, knownAsOf);
        return new JudgedFile(verdicts, new Redress(versions).entitlements(verdicts, all, asOf, knownAsOf));
    }

    /** Writes all verdicts as {@code .jsonl}, each with its remedies. */
    public void write(List<Contract> versions, OutputStream out) throws IOException {
        Remedies remedies = new Remedies(versions, entitlements);
        try (VerdictLines lines = new VerdictLines(out)) {
            verdicts.forEach(verdict -> lines.write(verdict, remedies));
        }
    }

    /** The verdicts on one subject: a report, a period or a window. */
    public List<Verdict> on(String subject) {
        return verdicts.stream()
                .filter(verdict -> verdict.subject().equals(subject))
                .toList();
    }

    /** What somebody is entitled to by a verdict. */
    public List<Entitlement> remedies(List<Contract> versions, Verdict verdict) {
        return new Remedies(versions, entitlements).of(verdict);
    }
}
