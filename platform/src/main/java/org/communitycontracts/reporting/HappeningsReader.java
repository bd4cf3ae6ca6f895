package org.communitycontracts.reporting;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of happenings ({@code .jsonl}, packed with gzip or not) line by line; a line of more than 64 KiB is a fault. */
public final class HappeningsReader implements Iterator<HappeningsLine> {
    private static final int LONGEST = 1 << 16;
    private static final int BUFFER = 1 << 16;

    private InputStream in;
    private boolean isPacked;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long line;
    private @Nullable HappeningsLine next;
    private boolean ended;

    private HappeningsReader(InputStream in, boolean isPacked) {
        this.in = in;
        this.isPacked = isPacked;
    }

    /**
     * Reads what the stream holds; the caller closes the stream.
     *
     * @throws IOException when the first bytes cannot be read
     */
    public static HappeningsReader of(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return new HappeningsReader(in, gzip);
    }

    /** The lines one by one, without holding them all. */
    public Stream<HappeningsLine> stream() {
        Iterable<HappeningsLine> lines = () -> this;
        return StreamSupport.stream(lines.spliterator(), false);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            next = read();
        }
        return next != null;
    }

    @Override
    public HappeningsLine next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        HappeningsLine one = next;
        next = null;
        return one;
    }

    private @Nullable HappeningsLine read() {
        try {
            if (at == end && !fill()) {
                ended = true;
                return null;
            }
            line++;
            boolean tooLong = readText();
            if (tooLong) {
                return new HappeningsLine.Fault(line, "The line is longer than " + LONGEST + " bytes");
            }
            return text.size() == 0 ? null : HappeningsText.parse(text.toByteArray(), line);
        } catch (IOException fault) {
            ended = true;
            return new HappeningsLine.Fault(line + 1, "The file is damaged or breaks off here");
        }
    }

    private boolean readText() throws IOException {
        text.reset();
        boolean tooLong = false;
        do {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= text.size() + at - from > LONGEST;
            if (!tooLong) {
                text.write(buffer, from, at - from);
            }
        } while (at == end && fill());
        at = Math.min(end, at + 1);
        return tooLong;
    }

    private boolean fill() throws IOException {
        if (isPacked) {
            isPacked = false;
            in = new GZIPInputStream(in, BUFFER);
        }
        end = Math.max(0, in.read(buffer));
        at = 0;
        return end > 0;
    }
}
