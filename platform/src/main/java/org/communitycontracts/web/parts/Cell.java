package org.communitycontracts.web.parts;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One cell of a table or one value of a summary: plain text or marked-up content; numbers stand to the right. */
public record Cell(String text, @Nullable Content content, boolean number) {

    public static Cell of(String text) {
        return new Cell(text, null, false);
    }

    public static Cell of(Content content) {
        return new Cell("", content, false);
    }

    public static Cell number(String text) {
        return new Cell(text, null, true);
    }
}
