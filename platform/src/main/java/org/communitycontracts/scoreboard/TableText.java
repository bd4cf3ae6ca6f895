package org.communitycontracts.scoreboard;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a table for other programs: CSV as RFC 4180 has it, and JSON that carries its own dictionary. */
final class TableText {
    private TableText() {}

    /** A first row of names, then the values; a text that a spreadsheet would take for a formula begins with an apostrophe. */
    static byte[] csv(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
            for (List<@Nullable Object> row : table.rows()) {
                csv.writeRecord(row.stream().map(TableText::cell).toList());
            }
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean isFormula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    /** What the table is, what its columns mean, and its rows. */
    static byte[] json(Table table, Map<String, String> about, Words words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("table", table.name());
            about.forEach(json::writeStringProperty);
            json.writeArrayPropertyStart("columns");
            for (Table.Column column : table.columns()) {
                json.writeStartObject();
                json.writeStringProperty("name", column.name());
                json.writeStringProperty("type", column.kind().word());
                json.writeStringProperty("meaning", words.of(column.wordsKey()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("rows");
            table.rows().forEach(row -> write(json, table, row));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, Table table, List<@Nullable Object> row) {
        json.writeStartObject();
        for (int place = 0; place < row.size(); place++) {
            Object value = row.get(place);
            json.writeName(table.columns().get(place).name());
            if (value == null) {
                json.writeNull();
            } else if (value instanceof Number number) {
                json.writeNumber(number.longValue());
            } else {
                json.writeString(value.toString());
            }
        }
        json.writeEndObject();
    }
}
