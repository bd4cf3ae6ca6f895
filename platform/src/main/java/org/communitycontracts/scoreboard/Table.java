package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of open data.
 *
 * @param name its name in addresses
 * @param columns what each place of a row holds
 * @param rows each with a place for every column; null where there is nothing or nothing may be shown
 */
record Table(String name, List<Column> columns, List<List<@Nullable Object>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a column holds; its meaning stands in the words, under {@code column.} and its name. */
    record Column(String name, Kind kind) {
        String wordsKey() {
            return "column." + name;
        }
    }

    /** What the values of a column are, in words that others understand too. */
    enum Kind {
        TEXT("string"),
        WHOLE("integer"),
        DATE("date"),
        MONTH("yearmonth");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Columns of one kind, by their names. */
    static List<Column> columns(Kind kind, String... names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(new Column(name, kind));
        }
        return columns;
    }
}
