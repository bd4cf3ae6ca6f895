package org.communitycontracts.app;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.places.Council;
import org.communitycontracts.reporting.importing.Import;
import org.communitycontracts.reporting.importing.Progress;
import org.communitycontracts.reporting.importing.Source;
import org.communitycontracts.store.CannotStart;
import org.communitycontracts.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a city's service requests in and judges them. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes service requests in from files and judges them. Doing it again changes nothing.")
final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "SOURCE",
            description = "boston311, nyc311, open311, or a mapping file of your own.")
    private String source = "";

    @Option(
            names = "--council",
            paramLabel = "ID",
            description = "The council's name in addresses, for example boston (default: the source's own).")
    private @Nullable String council;

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "A file of the contract to judge by; once for each version. It holds for the whole council.")
    private List<Path> contracts = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The moment the figures speak of (default: the last moment the files tell of).")
    private @Nullable String asOf;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files of service requests, plain or packed with gzip.")
    private List<Path> files = List.of();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Source from = source();
        List<ContractFile> versions = Inputs.contractFiles(contracts);
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new CannotStart("There is no file " + file + " that can be read. Check the name and the folder.");
            }
        }
        Instant speaksOf = asOf == null ? null : Inputs.moment("--as-of", asOf);
        try (Database database = data.join(out);
                ConfigurableApplicationContext house = House.openInside(database, data)) {
            ImportedCouncil imported = house.getBean(ImportedCouncil.class);
            Council here = imported.open(council == null ? from.id() : council, from);
            Progress progress = new Progress(System.err, isTerminal(), InstantSource.system());
            Import intake = imported.begin(data.folder());
            for (Path file : files) {
                out.println("Importing " + file);
                out.println(imported.takeIn(intake, here, file, from, progress));
            }
            imported.adopt(here, versions);
            imported.judge(here, speaksOf, out);
        }
        return CommunityContracts.DONE;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private Source source() {
        return switch (Source.parse(source)) {
            case Source.Answer.Known(Source known) -> known;
            case Source.Answer.Refused(List<String> because) -> throw new CannotStart(String.join("\n", because));
        };
    }
}
