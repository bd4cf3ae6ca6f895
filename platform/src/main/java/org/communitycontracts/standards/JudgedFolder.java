package org.communitycontracts.standards;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.HappeningsWriter;

/** Writes stories and their verdicts into a folder, one story at a time; the stories come in the order of their references. */
final class JudgedFolder implements AutoCloseable {
    static final String HAPPENINGS = "happenings.jsonl";
    static final String VERDICTS = "verdicts.jsonl";

    private final Path folder;
    private final Judge judge;
    private final Instant asOf;
    private final Instant knownAsOf;
    private final HappeningsWriter happenings;
    private final Map<String, VerdictLines> clauses = new TreeMap<>();

    JudgedFolder(Path folder, Covered covered, Instant asOf, Instant knownAsOf) throws IOException {
        this.folder = folder;
        this.judge = new Judge(covered.versions());
        this.asOf = asOf;
        this.knownAsOf = knownAsOf;
        this.happenings = new HappeningsWriter(file(HAPPENINGS));
    }

    void add(String report, List<Happening> story) {
        story.forEach(happenings::write);
        for (Verdict verdict : judge.judge(report, story, asOf, knownAsOf)) {
            clauses.computeIfAbsent(verdict.clause(), this::lines).write(verdict);
        }
    }

    private VerdictLines lines(String clause) {
        try {
            return new VerdictLines(file(clause + ".part"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private OutputStream file(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    /** Puts the clauses one after the other, by name. */
    void finish() throws IOException {
        close();
        try (OutputStream all = file(VERDICTS)) {
            for (String clause : clauses.keySet()) {
                Path part = folder.resolve(clause + ".part");
                Files.copy(part, all);
                Files.delete(part);
            }
        }
    }

    @Override
    public void close() throws IOException {
        happenings.close();
        for (VerdictLines lines : clauses.values()) {
            lines.close();
        }
    }
}
