package org.communitycontracts.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.reporting.HappeningsFile;
import org.communitycontracts.standards.JudgedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works out the verdicts of a file of happenings, without a database. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Judges a file of happenings by a contract and writes the verdicts, one to a line.")
final class JudgeCommand implements Callable<Integer> {
    @Option(
            names = "--contract",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "The contract's files, a version each.")
    private List<Path> contracts = List.of();

    @Option(
            names = "--happenings",
            required = true,
            paramLabel = "FILE",
            description = "What happened, as .jsonl (may be packed with gzip).")
    private Path happenings = Path.of("");

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "TIME",
            description = "What had happened by then is judged, for example 2026-06-30T16:00:00Z.")
    private String asOf = "";

    @Option(
            names = "--known-as-of",
            paramLabel = "TIME",
            description = "What had been written down by then is known (default: the same moment as --as-of).")
    private @Nullable String knownAsOf;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: to the screen).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Instant valid = Inputs.moment("--as-of", asOf);
        Instant known = knownAsOf == null ? valid : Inputs.moment("--known-as-of", knownAsOf);
        List<Contract> versions = Inputs.contracts(contracts);
        HappeningsFile stories = Inputs.happenings(happenings);
        try (OutputStream to = new BufferedOutputStream(out == null ? screen() : Files.newOutputStream(out), 1 << 16)) {
            JudgedFile.of(versions, stories, valid, known).write(versions, to);
        }
        return CommunityContracts.DONE;
    }

    @SuppressWarnings("SystemOut") // this is the command's answer
    private static PrintStream screen() {
        return System.out;
    }
}
