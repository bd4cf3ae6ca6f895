package org.communitycontracts.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
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

    /** A verdict with what somebody is entitled to by it; what is not there of the rarer keys is left out. */
    void write(Verdict verdict, Remedies remedies) {
        json.writeStartObject();
        json.writeStringProperty("clause", verdict.clause());
        json.writeStringProperty("contract", verdict.contract());
        json.writeNumberProperty("contract_version", verdict.contractVersion());
        json.writeStringProperty("subject", verdict.subject());
        rare("clock", verdict.clock());
        json.writeNumberProperty("cycle", verdict.cycle());
        json.writeStringProperty("state", verdict.state().name().toLowerCase(Locale.ROOT));
        moment("start", verdict.start());
        moment("due", verdict.due());
        moment("stopped", verdict.stopped());
        json.writeNumberProperty("used", verdict.used());
        json.writeNumberProperty("held", verdict.held());
        moment("breached_at", verdict.breachedAt());
        text("holder_at_breach", verdict.holderAtBreach());
        writeRare(verdict);
        json.writeArrayPropertyStart("remedies");
        remedies.of(verdict).forEach(remedy -> write(remedy, remedies.currency(verdict)));
        json.writeEndArray();
        steps(verdict.why());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeRare(Verdict verdict) {
        if (!verdict.custody().isEmpty()) {
            json.writeArrayPropertyStart("custody");
            for (Verdict.Custody custody : verdict.custody()) {
                json.writeStartObject();
                json.writeStringProperty("party", custody.party());
                json.writeNumberProperty("seconds", custody.seconds());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        rare("duplicate_of", verdict.duplicateOf());
        Verdict.Share share = verdict.share();
        if (share != null) {
            json.writeNumberProperty("kept", share.kept());
            json.writeNumberProperty("counted", share.counted());
        }
    }

    private void write(Entitlement remedy, Currency currency) {
        json.writeStartObject();
        json.writeStringProperty("kind", word(remedy.kind()));
        json.writeStringProperty("status", word(remedy.status()));
        json.writeArrayPropertyStart("by");
        for (Entitlement.Part part : remedy.parts()) {
            json.writeStartObject();
            json.writeStringProperty("party", part.party());
            json.writeStringProperty("amount", part.amount().written(currency));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("to", word(remedy.to()));
        rare("household", remedy.household());
        json.writeStringProperty("amount", remedy.amount().written(currency));
        rare("capped", remedy.capped().isNone() ? null : remedy.capped().written(currency));
        rare("adjusts", remedy.adjusts().isNone() ? null : remedy.adjusts().written(currency));
        rare("due", remedy.due() == null ? null : remedy.due().toString());
        json.writeBooleanProperty("final", remedy.isFinal());
        steps(remedy.why());
        json.writeEndObject();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void steps(List<String> why) {
        json.writeArrayPropertyStart("why");
        why.forEach(json::writeString);
        json.writeEndArray();
    }

    private void rare(String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
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
