package org.communitycontracts.reporting.importing;

import org.jspecify.annotations.Nullable;

/** Reads single values that sources write, and refuses what no name may hold. */
final class Cells {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_AREA = 80;

    private Cells() {}

    /** A request's name at its source. */
    static String id(@Nullable String text, String column) throws BadRow {
        String id = text == null ? "" : text.strip();
        if (id.isEmpty()) {
            throw new BadRow(column + " is empty");
        }
        return plain(id, column, LONGEST_ID);
    }

    /** The name of a part of town; null when the cell is empty. */
    static @Nullable String area(@Nullable String text, String column) throws BadRow {
        String area = text == null ? "" : text.strip();
        return area.isEmpty() ? null : plain(area, column, LONGEST_AREA);
    }

    /** The text when it is short and printable. */
    static String plain(String text, String column, int longest) throws BadRow {
        if (text.length() > longest) {
            throw new BadRow(column + " is longer than " + longest + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                throw new BadRow(column + " holds a character that is not text");
            }
            if (c == '\ufffd') {
                throw new BadRow(column + " holds a character of another encoding; name the file's `encoding` in the"
                        + " mapping file");
            }
        }
        return text;
    }

    /** The number of degrees; null when the text is none. */
    static @Nullable Double degrees(@Nullable String text) {
        String number = text == null ? "" : text.strip();
        if (number.isEmpty() || number.length() > 32) {
            return null;
        }
        try {
            double degrees = Double.parseDouble(number);
            return Double.isFinite(degrees) ? degrees : null;
        } catch (NumberFormatException fault) {
            return null;
        }
    }
}
