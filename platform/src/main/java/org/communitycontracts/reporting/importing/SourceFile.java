package org.communitycontracts.reporting.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One file to be read in a stream: unpacked when its first bytes are those of gzip, counted, and refused when it is no text. */
final class SourceFile implements AutoCloseable {
    private static final int LOOK_AHEAD = 4_096;
    private static final int BUFFER = 1 << 16;
    /** The three bytes of UTF-8 that some programs put at the start of a file. */
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private static final Map<String, String> NOT_TEXT = Map.of(
            "\u0089PNG", "a PNG picture",
            "\u00ff\u00d8\u00ff", "a JPEG picture",
            "GIF8", "a GIF picture",
            "%PDF", "a PDF document",
            "PK\u0003\u0004", "a zip file (an Excel workbook, perhaps: save it as CSV)",
            "SQLite format", "a SQLite database");

    private final Counted counted;
    private final BufferedInputStream bytes;
    private final String start;

    private SourceFile(InputStream raw) throws IOException, WrongFile {
        this.counted = new Counted(raw);
        BufferedInputStream packed = new BufferedInputStream(counted, BUFFER);
        this.bytes = isGzip(packed) ? new BufferedInputStream(unpacked(packed), BUFFER) : packed;
        this.start = start(bytes);
        refuseWhatIsNoText();
    }

    static SourceFile open(Path path) throws IOException, WrongFile {
        if (!Files.isRegularFile(path)) {
            throw new WrongFile(Files.exists(path) ? "It is a folder, not a file." : "There is no such file.");
        }
        InputStream raw = Files.newInputStream(path);
        try {
            return new SourceFile(raw);
        } catch (IOException | WrongFile | RuntimeException fault) {
            raw.close();
            throw fault;
        }
    }

    static SourceFile of(InputStream raw) throws IOException, WrongFile {
        return new SourceFile(raw);
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private static InputStream unpacked(InputStream packed) throws IOException, WrongFile {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (ZipException | java.io.EOFException fault) {
            throw new WrongFile("It begins like a gzip file, but cannot be unpacked.");
        }
    }

    private static String start(BufferedInputStream in) throws IOException, WrongFile {
        in.mark(LOOK_AHEAD);
        try {
            byte[] first = in.readNBytes(LOOK_AHEAD);
            in.reset();
            return new String(first, StandardCharsets.ISO_8859_1);
        } catch (ZipException | java.io.EOFException fault) {
            throw new WrongFile("It begins like a gzip file, but cannot be unpacked.");
        }
    }

    private void refuseWhatIsNoText() throws WrongFile {
        if (start.replace(BYTE_ORDER_MARK, "").isBlank()) {
            throw new WrongFile("The file is empty.");
        }
        for (Map.Entry<String, String> kind : NOT_TEXT.entrySet()) {
            if (start.startsWith(kind.getKey())) {
                throw new WrongFile("It is " + kind.getValue() + ", not a table of service requests.");
            }
        }
        if (start.indexOf('\0') >= 0 && !isUtf16()) {
            throw new WrongFile("It is not a text file, so it cannot be a table of service requests.");
        }
        String words = start.stripLeading().toLowerCase(Locale.ROOT).replace(BYTE_ORDER_MARK, "");
        if (words.startsWith("<!doctype html") || words.startsWith("<html")) {
            throw new WrongFile("It is a web page (HTML), not a table of service requests."
                    + " Perhaps the download asked for a sign-in or showed an error.");
        }
        if (words.startsWith("http/1.") || words.startsWith("http/2")) {
            throw new WrongFile("It is a web server's whole answer ("
                    + start.lines().findFirst().orElse("").strip() + "), not a list of service requests.");
        }
    }

    private boolean isUtf16() {
        return start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe");
    }

    /** The first characters, byte for byte, for telling one format from another. */
    String start() {
        return start;
    }

    InputStream bytes() {
        return bytes;
    }

    /** The text; a mark at the start of the file is heeded and taken away. */
    Reader text(Charset charset) throws IOException {
        boolean marked = start.startsWith(BYTE_ORDER_MARK);
        Charset used = isUtf16() ? StandardCharsets.UTF_16 : marked ? StandardCharsets.UTF_8 : charset;
        if (marked) {
            bytes.skipNBytes(3);
        }
        return new BufferedReader(new InputStreamReader(bytes, used), BUFFER);
    }

    /** How many bytes of the file as it lies on the disk have been read. */
    long read() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count += Math.max(0, some);
            return some;
        }
    }
}
