package org.communitycontracts.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.communitycontracts.acts.RecordCheck;
import org.communitycontracts.store.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a record of acts from files alone. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies a record of acts against the heads that were signed and published, without a database,"
                + " and names every line on which something is wrong.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RECORD.jsonl", description = "The record, as ./run record writes it.")
    private Path record = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "HEADS.jsonl",
            description = "The heads as the site gives them today, and any copies of them that were kept elsewhere.")
    private List<Path> heads = List.of();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "A public key to trust; without one, all heads must be signed with the same key.")
    private Set<String> keys = Set.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            int status = RecordCheck.files(record, heads, keys, out);
            out.flush();
            return status;
        } catch (IOException fault) {
            throw new CannotStart(
                    "This file cannot be read: " + fault.getMessage() + ". Check the name and the folder.", fault);
        }
    }
}
