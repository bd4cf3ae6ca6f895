package org.communitycontracts.acts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Verifies a record's file against the heads that were published, without a database and without trust in whoever keeps it. */
public final class RecordCheck {
    private static final int GOOD = 0;
    private static final int WRONG = 1;

    private final PrintWriter out;
    private int faults;

    private RecordCheck(PrintWriter out) {
        this.out = out;
    }

    /**
     * Checks every line and tells each fault as {@code file:line: what is wrong}, or that all is in good order.
     *
     * @param record the record's file
     * @param heads files of heads: as the site gives them today, then copies that were kept, each of whose heads must stand
     *     in the first; at least one
     * @param keys the public keys to trust; where none is named, all heads must be of one and the same key
     * @return 0 when all is in good order, otherwise 1
     * @throws IOException when a file cannot be read
     */
    public static int files(Path record, List<Path> heads, Set<String> keys, PrintWriter out) throws IOException {
        RecordCheck check = new RecordCheck(out);
        List<Head> signed = check.heads(heads, keys);
        ChainCheck chain = check.chain(record, signed);
        if (check.faults > 0) {
            out.println(check.faults == 1 ? "1 fault." : number(check.faults) + " faults.");
            return WRONG;
        }
        check.praise(record, chain, signed);
        return GOOD;
    }

    private List<Head> heads(List<Path> files, Set<String> keys) throws IOException {
        Map<LocalDate, Head> published = new TreeMap<>();
        Set<String> trusted = new TreeSet<>(keys);
        List<Head> all = new ArrayList<>();
        for (Path file : files) {
            boolean first = file.equals(files.getFirst());
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            for (int at = 1; at <= lines.size(); at++) {
                Head head = head(file, at, lines.get(at - 1), trusted);
                if (head == null) {
                    continue;
                }
                all.add(head);
                if (first) {
                    published.put(head.day(), head);
                } else if (!head.equals(published.get(head.day()))) {
                    fault(file, at, "This head of " + head.day() + " does not stand in " + files.getFirst() + ".");
                }
            }
        }
        if (all.isEmpty()) {
            fault(files.getFirst(), 0, "There is no head here to hold the record against.");
        }
        return all;
    }

    private @Nullable Head head(Path file, int at, String line, Set<String> trusted) {
        Head head;
        try {
            head = Head.parse(line);
        } catch (RuntimeException _) {
            fault(file, at, "The line cannot be read as a head.");
            return null;
        }
        if (trusted.isEmpty()) {
            trusted.add(head.key());
        }
        if (!head.line().equals(line)) {
            fault(file, at, "The line is not written as heads are written.");
        } else if (!trusted.contains(head.key())) {
            fault(file, at, "The head of " + head.day() + " is signed with another key: " + head.key());
        } else if (!head.isSigned()) {
            fault(file, at, "The head of " + head.day() + " is not what was signed.");
        }
        return head;
    }

    private ChainCheck chain(Path record, List<Head> heads) throws IOException {
        ChainCheck chain = new ChainCheck(heads, (at, wrong) -> fault(record, at, wrong));
        try (BufferedReader lines = Files.newBufferedReader(record, StandardCharsets.ISO_8859_1)) {
            int at = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chain.take(++at, fromUtf8(line));
            }
        }
        chain.end();
        return chain;
    }

    /** The line as text; empty, and so no act, when its bytes are none. */
    private static String fromUtf8(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return "";
        }
    }

    private void praise(Path record, ChainCheck chain, List<Head> heads) {
        Head last = heads.stream().max(Comparator.comparingLong(Head::number)).orElseThrow();
        out.println(record + ": in good order: " + number(chain.number()) + " acts, chained and unchanged up to number "
                + number(last.number()) + " as signed on " + last.day() + "; " + number(heads.size())
                + " heads agree.");
        if (chain.number() > last.number()) {
            out.println(number(chain.number() - last.number())
                    + " later acts are chained, and no head vouches for them yet.");
        }
        if (chain.erased() > 0) {
            out.println(number(chain.erased()) + " personal values were erased, as the record says.");
        }
        out.println("Signed with the key " + last.key());
    }

    private void fault(Path file, int at, String wrong) {
        faults++;
        out.println(file + (at > 0 ? ":" + at : "") + ": " + wrong);
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
