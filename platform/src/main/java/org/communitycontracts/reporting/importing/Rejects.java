package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that could not be taken, as a CSV file: the line, the reason, and then the row's own columns, so that the file
 * can be corrected and imported itself. The file is made with the first such row.
 */
final class Rejects implements AutoCloseable {
    private final Path file;
    private final List<String> columns;
    private @Nullable Writer out;
    private long count;

    Rejects(Path file, List<String> columns) throws IOException {
        this.file = file;
        this.columns = columns;
        Files.deleteIfExists(file);
    }

    void add(RequestReader.Rejected row) throws IOException {
        Writer rows = out;
        if (rows == null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            rows = Files.newBufferedWriter(file);
            out = rows;
            write(rows, "line", "reason", columns);
        }
        write(rows, Long.toString(row.line()), row.because(), row.cells());
        count++;
    }

    private static void write(Writer rows, String line, String reason, List<String> cells) throws IOException {
        rows.append(line).append(',').append(cell(reason));
        for (String cell : cells) {
            rows.append(',').append(cell(cell));
        }
        rows.append("\r\n");
    }

    /** The cell, quoted where needed; one that a spreadsheet would work out as a formula begins with an apostrophe. */
    static String cell(String text) {
        boolean isFormula = !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?");
        String plain = isFormula ? "'" + text : text;
        return plain.matches("[^\",;\\r\\n\\t]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    long count() {
        return count;
    }

    /** Where the rows are; null when there are none. */
    @Nullable
    Path file() {
        return count == 0 ? null : file;
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("The rejected rows could not be written to " + file.getFileName(), fault);
        }
    }
}
