package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV text (RFC 4180). Unlike a parser that stops at the first fault, it sets a broken line aside and goes
 * on with the next one: a quotation mark that is never closed costs one line and not the rest of the file.
 */
final class CsvRows {
    private static final int MOST_LINES_OF_A_ROW = 64;
    private static final int MOST_CELLS = 2_000;

    private final TextLines lines;
    private final char separator;
    private String line = "";
    private int at;
    private int used;

    /**
     * One row.
     *
     * @param line the line it begins on, from 1
     * @param cells its cells; of a broken row the whole line in one
     * @param fault why it is broken; null when it is not
     */
    record CsvRow(long line, List<String> cells, @Nullable String fault) {}

    CsvRows(Reader text, char separator) {
        this(new TextLines(text), separator);
    }

    CsvRows(TextLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** The next row that is not empty; null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        TextLines.Line first = lines.peek(0);
        while (first != null && first.text().isBlank()) {
            lines.skip(1);
            first = lines.peek(0);
        }
        return first == null ? null : row(first);
    }

    private CsvRow row(TextLines.Line first) throws IOException {
        try {
            List<String> cells = cells(first);
            lines.skip(used);
            return new CsvRow(first.number(), cells, null);
        } catch (BadRow bad) {
            lines.skip(1);
            return new CsvRow(first.number(), List.of(first.text()), bad.because());
        }
    }

    private List<String> cells(TextLines.Line first) throws IOException, BadRow {
        if (first.tooLong()) {
            throw new BadRow("The line is longer than " + TextLines.LONGEST + " characters");
        }
        line = first.text();
        used = 1;
        at = 0;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < line.length() && line.charAt(at) == '"' ? quotedCell() : plainCell());
            if (at == line.length()) {
                return cells;
            }
            if (cells.size() == MOST_CELLS) {
                throw new BadRow("The row has more than " + MOST_CELLS + " columns");
            }
            at++;
        }
    }

    private String plainCell() {
        int from = at;
        int end = line.indexOf(separator, at);
        at = end < 0 ? line.length() : end;
        return line.substring(from, at);
    }

    private String quotedCell() throws IOException, BadRow {
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            int end = line.indexOf('"', at);
            if (end < 0) {
                cell.append(line, at, line.length()).append('\n');
                nextLine(cell.length());
            } else if (end + 1 < line.length() && line.charAt(end + 1) == '"') {
                cell.append(line, at, end + 1);
                at = end + 2;
            } else {
                cell.append(line, at, end);
                at = end + 1;
                refuseRestOfCell();
                return cell.toString();
            }
        }
    }

    private void refuseRestOfCell() throws BadRow {
        if (at < line.length() && line.charAt(at) != separator) {
            throw new BadRow("Something stands between a closing quotation mark and the end of its column");
        }
    }

    private void nextLine(int length) throws IOException, BadRow {
        TextLines.Line next = used < MOST_LINES_OF_A_ROW && length < TextLines.LONGEST ? lines.peek(used) : null;
        if (next == null || next.tooLong()) {
            throw new BadRow("A quotation mark is opened and not closed");
        }
        line = next.text();
        at = 0;
        used++;
    }
}
