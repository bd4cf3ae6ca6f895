package org.communitycontracts.standards;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Redress;
import org.communitycontracts.reporting.HappeningsLine;
import org.communitycontracts.reporting.HappeningsReader;
import org.communitycontracts.reporting.HappeningsWriter;

/**
 * Writes stories and their verdicts into a folder, one story at a time; the stories come in the order of their references.
 *
 * <p>What a breach is worth and whether a share was kept depends on all of them. So each story is judged twice: as it comes, when only the
 * bare findings are kept, and again from the file just written, when its lines are made.
 */
final class JudgedFolder implements AutoCloseable {
    static final String HAPPENINGS = "happenings.jsonl";
    static final String VERDICTS = "verdicts.jsonl";

    private final Path folder;
    private final List<Contract> versions;
    private final Judge judge;
    private final Instant asOf;
    private final Instant knownAsOf;
    private final HappeningsWriter happenings;
    private final List<Verdict> bare = new ArrayList<>();
    private final List<Happening> ofBroken = new ArrayList<>();
    private final Map<String, VerdictLines> clauses = new TreeMap<>();
    private final Map<String, Deque<Verdict>> besides = new TreeMap<>();

    JudgedFolder(Path folder, Covered covered, Instant asOf, Instant knownAsOf) throws IOException {
        this.folder = folder;
        this.versions = covered.versions();
        this.judge = new Judge(versions);
        this.asOf = asOf;
        this.knownAsOf = knownAsOf;
        this.happenings = new HappeningsWriter(file(HAPPENINGS));
    }

    void add(String report, List<Happening> story) {
        story.forEach(happenings::write);
        List<Verdict> found = judge.judge(report, story, asOf, knownAsOf);
        found.forEach(verdict -> bare.add(verdict.withoutReasons()));
        if (found.stream().anyMatch(verdict -> verdict.state() == Verdict.State.BREACHED)) {
            ofBroken.addAll(story);
        }
    }

    /** Says which events nobody records here, writes the verdicts and puts the clauses one after the other, by name. */
    void finish() throws IOException {
        unrecorded().forEach(happenings::write);
        happenings.close();
        judge.besides(bare, asOf, knownAsOf).stream()
                .sorted(Comparator.comparing(Verdict::subject).thenComparingInt(Verdict::cycle))
                .forEach(verdict -> besides.computeIfAbsent(verdict.clause(), _ -> new ArrayDeque<>())
                        .add(verdict));
        Remedies remedies = new Remedies(versions, new Redress(versions).entitlements(bare, ofBroken, asOf, knownAsOf));
        bare.clear();
        ofBroken.clear();
        judgeAgain(remedies);
        besides.forEach((clause, left) -> left.forEach(verdict -> lines(clause).write(verdict, remedies)));
        close();
        try (OutputStream all = file(VERDICTS)) {
            for (String clause : clauses.keySet()) {
                Path part = folder.resolve(clause + ".part");
                Files.copy(part, all);
                Files.delete(part);
            }
        }
    }

    /** Nothing but reports is recorded here yet: what would show that another kind of duty was done is not. */
    private List<Happening> unrecorded() {
        Map<String, Instant> since = new TreeMap<>();
        for (Contract version : versions) {
            version.clauses().stream()
                    .flatMap(clause -> clause.duty().evidence().stream())
                    .forEach(event ->
                            since.merge(event, version.begins(), (one, other) -> one.isBefore(other) ? one : other));
        }
        return new TreeSet<>(since.keySet())
                .stream()
                        .map(event -> new Happening(
                                null,
                                Happening.NOT_RECORDED,
                                Objects.requireNonNull(since.get(event)),
                                Objects.requireNonNull(since.get(event)),
                                null,
                                Map.of("event", event)))
                        .toList();
    }

    private void judgeAgain(Remedies remedies) throws IOException {
        List<Happening> story = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve(HAPPENINGS))) {
            HappeningsReader lines = HappeningsReader.of(in);
            while (lines.hasNext()) {
                if (lines.next() instanceof HappeningsLine.Told(Happening happening)) {
                    if (!story.isEmpty() && !Objects.equals(story.getFirst().report(), happening.report())) {
                        write(story, remedies);
                        story.clear();
                    }
                    story.add(happening);
                }
            }
        }
        write(story, remedies);
    }

    private void write(List<Happening> story, Remedies remedies) {
        String report = story.isEmpty() ? null : story.getFirst().report();
        if (report == null) {
            return;
        }
        for (Verdict verdict : judge.judge(report, story, asOf, knownAsOf)) {
            VerdictLines lines = lines(verdict.clause());
            Deque<Verdict> before = besides.getOrDefault(verdict.clause(), new ArrayDeque<>());
            while (!before.isEmpty() && before.element().subject().compareTo(report) < 0) {
                lines.write(before.remove(), remedies);
            }
            lines.write(verdict, remedies);
        }
    }

    private VerdictLines lines(String clause) {
        return clauses.computeIfAbsent(clause, name -> {
            try {
                return new VerdictLines(file(name + ".part"));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }

    private OutputStream file(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    @Override
    public void close() throws IOException {
        happenings.close();
        for (VerdictLines lines : clauses.values()) {
            lines.close();
        }
    }
}
