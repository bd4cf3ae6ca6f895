package org.communitycontracts.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the house keeps: every column of every table with its kind, and for what is personal its purpose, whose it is, what
 * erasing that person does and until when it is kept. Each room tells it in a file {@code kept.yaml} beside its migrations, and
 * the export, the erasing and the forgetting read it there: a rule stands once.
 */
public record Inventory(List<KeptTable> tables) {
    public Inventory {
        tables = List.copyOf(tables);
    }

    /** Reads the files of these rooms, in their order. */
    public static Inventory of(List<String> rooms) {
        return new Inventory(
                rooms.stream().flatMap(room -> tables(room).stream()).toList());
    }

    private static List<KeptTable> tables(String room) {
        String path = "/org/communitycontracts/" + room + "/kept.yaml";
        try (InputStream file = Objects.requireNonNull(Inventory.class.getResourceAsStream(path), path)) {
            Object read = new Load(LoadSettings.builder().setLabel(path).build()).loadFromInputStream(file);
            List<KeptTable> tables = new ArrayList<>();
            map(read).forEach((name, table) -> tables.add(table(room, name, map(table))));
            return tables;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static KeptTable table(String room, String name, Map<String, Object> told) {
        List<KeptTable.Hold> holds = new ArrayList<>();
        for (Object hold : (List<?>) told.getOrDefault("holds", List.of())) {
            holds.add(new KeptTable.Hold(text(map(hold), "whose"), text(map(hold), "erased")));
        }
        List<KeptColumn> columns = new ArrayList<>();
        map(told.get("columns")).forEach((column, what) -> columns.add(column(column, what.toString())));
        Object past = told.get("past");
        return new KeptTable(
                room,
                name,
                text(told, "what"),
                text(told, "kept"),
                past == null ? null : past.toString(),
                told.getOrDefault("forgotten", KeptTable.DELETE).toString(),
                holds,
                columns);
    }

    /** "personal, to write to": the kind and the purpose. */
    private static KeptColumn column(String name, String told) {
        String[] parts = told.split(", ", 2);
        return new KeptColumn(
                name, KeptColumn.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length == 2 ? parts[1] : null);
    }

    private static String text(Map<String, Object> told, String key) {
        return Objects.requireNonNull(told.get(key), key).toString();
    }

    @SuppressWarnings("unchecked") // the keys of our own files are words
    private static Map<String, Object> map(@Nullable Object told) {
        return (Map<String, Object>) Objects.requireNonNull(told);
    }
}
