package org.communitycontracts.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.contracts.Check;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads contract files and prints every fault with its place. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks contract files and prints every fault, with its line, its column and what to write instead.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "CONTRACT.yaml",
            description = "The contract files; versions of one contract are checked together.")
    private List<Path> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        int status = Check.files(files, out);
        out.flush();
        return status;
    }
}
