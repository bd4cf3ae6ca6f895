package org.communitycontracts.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes verdicts as {@code .jsonl}, one to a line: the same bytes for the same verdicts, on every machine. */
final class VerdictLines implements AutoCloseable {
    /** Each verdict ends its own line, so nothing else stands between two. */
    private static final JsonFactory LINES =
            JsonFactory.builder().rootValueSeparator("").build();

    private final OutputStream out;
    private final JsonGenerator json;

    VerdictLines(OutputStream out) {
        this.out = out;
        this.json = LINES.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Judges every story by these versions of one contract and writes the verdicts, sorted by clause, subject and cycle. */
    static void writeAll(
            List<Contract> versions,
            Map<String, List<Happening>> stories,
            Instant asOf,
            Instant knownAsOf,
            OutputStream out)
            throws IOException {
        Judge judge = new Judge(versions);
        SortedMap<String, List<Verdict>> byClause = new TreeMap<>();
        new TreeMap<>(stories).forEach((report, story) -> {
            for (Verdict verdict : judge.judge(report, story, asOf, knownAsOf)) {
                byClause.computeIfAbsent(verdict.clause(), clause -> new ArrayList<>())
                        .add(verdict);
            }
        });
        try (VerdictLines lines = new VerdictLines(out)) {
            byClause.values().forEach(verdicts -> verdicts.forEach(lines::write));
        }
    }

    void write(Verdict verdict) {
        json.writeStartObject();
        json.writeStringProperty("clause", verdict.clause());
        json.writeStringProperty("contract", verdict.contract());
        json.writeNumberProperty("contract_version", verdict.contractVersion());
        json.writeStringProperty("subject", verdict.subject());
        json.writeNumberProperty("cycle", verdict.cycle());
        json.writeStringProperty("state", verdict.state().name().toLowerCase(Locale.ROOT));
        moment("start", verdict.start());
        moment("due", verdict.due());
        moment("stopped", verdict.stopped());
        json.writeNumberProperty("used", verdict.used());
        json.writeNumberProperty("held", verdict.held());
        moment("breached_at", verdict.breachedAt());
        text("holder_at_breach", verdict.holderAtBreach());
        json.writeArrayPropertyStart("remedies");
        json.writeEndArray();
        json.writeArrayPropertyStart("why");
        verdict.why().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void moment(String name, @Nullable Instant moment) {
        text(name, moment == null ? null : moment.toString());
    }

    private void text(String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.flush();
    }
}
