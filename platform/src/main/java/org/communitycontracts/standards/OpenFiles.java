package org.communitycontracts.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The happenings and the verdicts of each contract as files: made when first asked for after a judging, one contract at
 * a time, and read from the disk from then on.
 */
@Component
public class OpenFiles implements AutoCloseable {
    private final Verdicts verdicts;
    private final Tallies tallies;
    private final Path folder;
    private final Map<Name, Made> made = new HashMap<>();

    public OpenFiles(Verdicts verdicts, Tallies tallies) throws IOException {
        this.verdicts = verdicts;
        this.tallies = tallies;
        this.folder = Files.createTempDirectory("open-data");
    }

    private record Name(long council, String contract) {}

    private record Made(long judgement, Instant asOf, Path folder) {
        boolean isOf(long wanted, Instant moment) {
            return judgement == wanted && asOf.equals(moment);
        }
    }

    /** The happenings that the contract's verdicts rest on, as {@code .jsonl}; the caller closes it. */
    public InputStream happenings(Covered covered, Instant asOf) throws IOException {
        return open(covered, asOf, JudgedFolder.HAPPENINGS);
    }

    /** The contract's verdicts as {@code .jsonl}: the same bytes that {@code ./run judge} gives for the happenings. */
    public InputStream verdicts(Covered covered, Instant asOf) throws IOException {
        return open(covered, asOf, JudgedFolder.VERDICTS);
    }

    /** A file that is open can still be read when newer ones took its place. */
    private synchronized InputStream open(Covered covered, Instant asOf, String file) throws IOException {
        Name name = new Name(covered.council(), covered.contract());
        long judgement = tallies.judgementNumber(covered.council(), covered.contract());
        Made latest = made.get(name);
        if (latest == null || !latest.isOf(judgement, asOf) || Files.notExists(latest.folder())) {
            Made newer = new Made(judgement, asOf, make(covered, asOf));
            made.put(name, newer);
            if (latest != null) {
                delete(latest.folder());
            }
            latest = newer;
        }
        return Files.newInputStream(latest.folder().resolve(file));
    }

    private Path make(Covered covered, Instant asOf) throws IOException {
        Path place = Files.createTempDirectory(Files.createDirectories(folder), "contract");
        boolean done = false;
        try {
            verdicts.write(covered, asOf, asOf, place);
            done = true;
            return place;
        } finally {
            if (!done) {
                delete(place);
            }
        }
    }

    /** Takes all files away; they can be made again at any time. */
    @Override
    public synchronized void close() {
        made.clear();
        delete(folder);
    }

    /** What cannot be deleted stays until the system clears its temporary files. */
    private static void delete(Path place) {
        if (Files.notExists(place)) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
