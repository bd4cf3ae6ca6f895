package org.communitycontracts.standards.open311;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes an answer as JSON: no root object, null where nothing is known. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static byte[] write(Said said) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(said, json);
        }
        return bytes.toByteArray();
    }

    private static void write(Said said, JsonGenerator json) {
        switch (said) {
            case Said.Text text -> {
                if (text.text() == null) {
                    json.writeNull();
                } else {
                    json.writeString(text.text());
                }
            }
            case Said.Degrees degrees -> json.writeNumber(degrees.degrees());
            case Said.Count count -> json.writeNumber(count.count());
            case Said.Flag flag -> json.writeBoolean(flag.yes());
            case Said.Group group -> {
                json.writeStartObject();
                group.parts().forEach((name, part) -> {
                    json.writeName(name);
                    write(part, json);
                });
                json.writeEndObject();
            }
            case Said.ListOf list -> {
                json.writeStartArray();
                list.items().forEach(item -> write(item, json));
                json.writeEndArray();
            }
        }
    }
}
