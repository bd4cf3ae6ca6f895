package org.communitycontracts.reporting;

import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes happenings, one a line, in UTF-8: the same happenings are always the same bytes. */
public final class HappeningsWriter implements AutoCloseable {
    private static final Set<String> NUMBERS = Set.of("lat", "lon");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,9})(\\.\\d{1,20})?");
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private final JsonGenerator json;
    private boolean begun;

    /** Writes to the stream, and closes it at the end. */
    public HappeningsWriter(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    public void write(Happening happening) {
        begun = true;
        json.writeStartObject();
        text("report", happening.report());
        text("event", happening.event());
        text("at", happening.at().toString());
        if (!happening.recorded().equals(happening.at())) {
            text("recorded", happening.recorded().toString());
        }
        text("by", happening.by());
        if (!happening.facts().isEmpty()) {
            facts(happening.facts());
        }
        json.writeEndObject();
    }

    /** Writes the whole story, in its order. */
    public void write(Story story) {
        story.happenings().forEach(this::write);
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private void facts(Map<String, String> facts) {
        json.writeObjectPropertyStart("facts");
        new TreeMap<>(facts).forEach((name, value) -> {
            json.writeName(name);
            if (NUMBERS.contains(name) && NUMBER.matcher(value).matches()) {
                json.writeNumber(value);
            } else {
                json.writeString(value);
            }
        });
        json.writeEndObject();
    }

    @Override
    public void close() {
        if (begun) {
            json.writeRaw("\n");
            begun = false;
        }
        json.close();
    }
}
