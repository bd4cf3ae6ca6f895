package org.communitycontracts.reporting.importing;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads service requests from a table with a line of column names, as a mapping file understands it. */
final class CsvRequests implements RequestReader {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final Mapping mapping;
    private final CsvRows rows;
    private final List<String> columns;
    private final Places places;
    private long line = 1;
    private boolean ended;

    /** Where in a row each thing stands; -1 when the file has no such column. */
    private record Places(
            int id,
            int opened,
            int closed,
            int promised,
            int updated,
            int status,
            List<Integer> category,
            int latitude,
            int longitude,
            int area,
            int reason) {}

    CsvRequests(SourceFile file, Mapping mapping) throws IOException, WrongFile {
        this.mapping = mapping;
        try {
            TextLines lines = new TextLines(file.text(mapping.charset()));
            this.rows = new CsvRows(lines, separator(lines));
            this.columns = named(rows);
        } catch (EOFException | ZipException fault) {
            throw new WrongFile("It begins like a gzip file, but cannot be unpacked.");
        }
        this.places = places();
    }

    private char separator(TextLines lines) throws IOException, WrongFile {
        Character named = mapping.separator();
        if (named != null) {
            return named;
        }
        TextLines.Line first = lines.peek(0);
        String text = first == null ? "" : first.text();
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (count(text, candidate) > count(text, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<String> named(CsvRows rows) throws IOException, WrongFile {
        CsvRows.CsvRow first = rows.next();
        if (first == null) {
            throw new WrongFile("The file is empty.");
        }
        if (first.fault() != null) {
            throw new WrongFile("Its first line should name the columns, but cannot be read: " + first.fault() + ".");
        }
        return first.cells().stream().map(String::strip).toList();
    }

    private Places places() throws WrongFile {
        Mapping.Columns named = mapping.columns();
        Set<String> missing = new LinkedHashSet<>();
        Places found = new Places(
                place(named.id(), missing),
                place(named.opened(), missing),
                place(named.closed(), missing),
                place(named.promised(), missing),
                place(named.updated(), missing),
                place(named.status(), missing),
                named.category().stream().map(each -> place(each, missing)).toList(),
                place(named.latitude(), missing),
                place(named.longitude(), missing),
                place(named.area(), missing),
                place(named.reason(), missing));
        if (!missing.isEmpty()) {
            throw new WrongFile("It has no column " + String.join(", ", missing) + ", which the mapping \""
                    + mapping.source() + "\" needs. Its first line is: " + BadRow.quoted(String.join(",", columns)));
        }
        return found;
    }

    private int place(@Nullable String column, Set<String> missing) {
        if (column == null) {
            return -1;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        if (!mapping.mayBeMissing().contains(column)) {
            missing.add(column);
        }
        return -1;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            CsvRows.CsvRow row = rows.next();
            ended = row == null;
            return row == null ? null : read(row);
        } catch (EOFException | ZipException fault) {
            ended = true;
            return new Rejected(line + 1, "The file breaks off here; what came before is taken", List.of());
        }
    }

    private Row read(CsvRows.CsvRow row) {
        line = row.line();
        if (row.fault() != null) {
            return new Rejected(line, row.fault(), row.cells());
        }
        try {
            return new Taken(line, request(row.cells()), row.cells());
        } catch (BadRow bad) {
            return new Rejected(line, bad.because(), row.cells());
        }
    }

    private ServiceRequest request(List<String> cells) throws BadRow {
        if (cells.size() != columns.size()) {
            throw new BadRow("The row has " + cells.size() + " columns where the first line names " + columns.size());
        }
        Mapping.Columns named = mapping.columns();
        String id = Cells.id(cell(cells, places.id), named.id());
        String openedText = cell(cells, places.opened);
        if (openedText == null) {
            throw new BadRow(named.opened() + " is empty");
        }
        Instant opened = mapping.times().moment(openedText, named.opened());
        Instant closed = closed(cells);
        String area = Cells.area(cell(cells, places.area), "The area");
        return new ServiceRequest(
                id,
                opened,
                closed,
                moment(cells, places.promised),
                moment(cells, places.updated),
                words(cells),
                Cells.degrees(cell(cells, places.latitude)),
                Cells.degrees(cell(cells, places.longitude)),
                area == null || mapping.unknownAreas().contains(area) ? null : area,
                closed == null ? null : reason(cells),
                List.of());
    }

    private @Nullable Instant closed(List<String> cells) throws BadRow {
        Instant closed = moment(cells, places.closed);
        String word = cell(cells, places.status);
        if (places.status < 0 || mapping.status().isEmpty()) {
            return closed;
        }
        Boolean isClosed = word == null ? null : mapping.status().get(word);
        if (isClosed == null) {
            throw new BadRow("The status " + BadRow.quoted(word == null ? "" : word)
                    + " is not in the mapping file; add it there as open or closed");
        }
        if (isClosed && closed == null) {
            throw new BadRow("The status says closed, but there is no time of closing");
        }
        return isClosed ? closed : null;
    }

    private List<String> words(List<String> cells) throws BadRow {
        List<String> words = new ArrayList<>();
        for (int place : places.category) {
            String word = cell(cells, place);
            words.add(word == null ? "" : Cells.plain(word, columns.get(place), 200));
        }
        if (words.stream().allMatch(String::isEmpty)) {
            throw new BadRow(String.join(" and ", mapping.columns().category()) + " is empty");
        }
        return words;
    }

    private @Nullable String reason(List<String> cells) {
        String reason = cell(cells, places.reason);
        return reason == null ? null : mapping.reasons().get(reason);
    }

    private @Nullable Instant moment(List<String> cells, int place) throws BadRow {
        String text = cell(cells, place);
        return text == null ? null : mapping.times().moment(text, columns.get(place));
    }

    private static @Nullable String cell(List<String> cells, int place) {
        if (place < 0) {
            return null;
        }
        String text = cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }
}
