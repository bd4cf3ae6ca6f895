package org.communitycontracts.reporting.importing;

import java.io.Serial;

/** Says inside a reader why one row cannot be taken; never leaves the reader. */
final class BadRow extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    BadRow(String because) {
        super(because, null, false, false);
    }

    String because() {
        return String.valueOf(getMessage());
    }

    /** The text as a sentence may quote it: one line and not too long. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}", " ");
        return '"' + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + '"';
    }
}
