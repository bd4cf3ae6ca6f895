package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The lines of a text, with a look ahead; a line past the limit is cut and says so, so that no file can fill the memory. */
final class TextLines {
    static final int LONGEST = 1 << 16;

    private final Reader text;
    private final char[] buffer = new char[1 << 14];
    private final Deque<Line> ahead = new ArrayDeque<>();
    private int at;
    private int end;
    private long linesRead;

    /**
     * One line.
     *
     * @param number from 1
     * @param text without its end; only the beginning when it was too long
     * @param tooLong whether it was cut
     */
    record Line(long number, String text, boolean tooLong) {}

    TextLines(Reader text) {
        this.text = text;
    }

    /** The line so many after the next one; null past the end. */
    @Nullable
    Line peek(int index) throws IOException {
        while (ahead.size() <= index) {
            Line line = read();
            if (line == null) {
                return null;
            }
            ahead.addLast(line);
        }
        if (index == ahead.size() - 1) {
            return ahead.peekLast();
        }
        Iterator<Line> lines = ahead.iterator();
        for (int i = 0; i < index; i++) {
            lines.next();
        }
        return lines.next();
    }

    void skip(int lines) {
        for (int i = 0; i < lines; i++) {
            ahead.removeFirst();
        }
    }

    private @Nullable Line read() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        boolean tooLong = false;
        do {
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            int room = LONGEST - line.length();
            tooLong |= at - from > room;
            line.append(buffer, from, Math.min(at - from, room));
        } while (at == end && fill());
        endLine();
        return new Line(++linesRead, line.toString(), tooLong);
    }

    private void endLine() throws IOException {
        if (at == end) {
            return;
        }
        boolean isReturn = buffer[at++] == '\r';
        if (isReturn && (at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        int read = text.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }
}
