package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the service requests of one file, one after the other. */
interface RequestReader {
    /**
     * The next row, taken or rejected; null at the end of the file.
     *
     * @throws WrongFile when the whole file turns out to be none of service requests
     */
    @Nullable
    Row next() throws IOException, WrongFile;

    /** The names of the columns, for writing rejected rows as they came. */
    List<String> columns();

    /** One row of a file. */
    sealed interface Row {}

    /** A row that could be read. */
    record Taken(long line, ServiceRequest request, List<String> cells) implements Row {}

    /** A row that is set aside, with the reason in plain words and the row as it came. */
    record Rejected(long line, String because, List<String> cells) implements Row {
        public Rejected {
            cells = List.copyOf(cells);
        }
    }
}
