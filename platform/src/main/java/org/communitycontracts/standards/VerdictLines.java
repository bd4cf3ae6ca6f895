package org.communitycontracts.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import org.communitycontracts.engine.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes verdicts as {@code .jsonl}, one to a line: the same bytes for the same verdicts, on every machine. */
final class VerdictLines implements AutoCloseable {
    private final OutputStream out;
    private final JsonGenerator json;

    VerdictLines(OutputStream out) {
        this.out = out;
        this.json = new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out);
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
