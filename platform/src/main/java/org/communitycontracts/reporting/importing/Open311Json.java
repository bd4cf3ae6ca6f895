package org.communitycontracts.reporting.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads service requests from the JSON of Open311 GeoReport v2, with the notes that Chicago's server adds. */
final class Open311Json implements RequestReader {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 500;
    private static final int MOST_NOTES = 500;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private final JsonParser json;
    private long line = 1;
    private boolean begun;
    private boolean ended;

    Open311Json(SourceFile file) throws WrongFile {
        try {
            json = JSON.createParser(ObjectReadContext.empty(), file.bytes());
            enterList();
        } catch (JacksonException fault) {
            throw new WrongFile("It begins like JSON, but cannot be read as JSON.");
        }
    }

    /** Goes to the first request: in a list, or in an object whose one field is that list, or alone. */
    private void enterList() throws WrongFile {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            String name = json.nextName();
            if ("service_requests".equals(name) || "requests".equals(name)) {
                first = json.nextToken();
            } else {
                throw new WrongFile("It is a single JSON object that begins with " + BadRow.quoted(String.valueOf(name))
                        + ", not a list of service requests.");
            }
        }
        if (first != JsonToken.START_ARRAY) {
            throw new WrongFile("It is JSON, but not a list of service requests.");
        }
    }

    @Override
    public List<String> columns() {
        return Open311Fields.READ;
    }

    @Override
    public @Nullable Row next() throws WrongFile {
        if (ended) {
            return null;
        }
        try {
            JsonToken token = json.nextToken();
            line = Math.max(line, json.currentTokenLocation().getLineNr());
            if (token == null || token == JsonToken.END_ARRAY) {
                ended = true;
                return null;
            }
            if (token == JsonToken.START_OBJECT) {
                return row(line);
            }
            json.skipChildren();
            return new Rejected(line, "This is not a service request", List.of());
        } catch (JacksonException fault) {
            ended = true;
            return new Rejected(line, "The file is damaged or breaks off here; what came before is taken", List.of());
        }
    }

    private Row row(long from) throws WrongFile {
        Map<String, String> fields = new HashMap<>();
        List<Open311Fields.Note> notes = new ArrayList<>();
        boolean isError = false;
        String name;
        while ((name = json.nextName()) != null) {
            JsonToken value = json.nextToken();
            isError |= "code".equals(name);
            if ("notes".equals(name) && value == JsonToken.START_ARRAY) {
                notes.addAll(notes());
            } else if (value.isScalarValue() && Open311Fields.READ.contains(name)) {
                fields.putIfAbsent(name, text());
            } else {
                json.skipChildren();
            }
        }
        boolean isFirst = !begun;
        begun = true;
        if (isFirst && isError && fields.isEmpty()) {
            throw new WrongFile("It is a server's message of an error, not a list of service requests.");
        }
        try {
            return new Taken(from, Open311Fields.request(fields, notes), Open311Fields.cells(fields));
        } catch (BadRow bad) {
            return new Rejected(from, bad.because(), Open311Fields.cells(fields));
        }
    }

    private List<Open311Fields.Note> notes() {
        List<Open311Fields.Note> notes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            Map<String, String> note = new HashMap<>();
            String name;
            while ((name = json.nextName()) != null) {
                if (json.nextToken().isScalarValue()) {
                    note.put(name, text());
                } else {
                    json.skipChildren();
                }
            }
            if (notes.size() < MOST_NOTES && note.containsKey("type") && note.containsKey("datetime")) {
                notes.add(new Open311Fields.Note(note.get("type"), note.get("datetime")));
            }
        }
        return notes;
    }

    private String text() {
        String text = json.currentToken() == JsonToken.VALUE_NULL ? "" : String.valueOf(json.getString());
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
