package org.communitycontracts.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.people.office.CouncilFile;
import org.communitycontracts.people.office.SetUp;
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

/** Sets a council up from a file. */
@Command(
        name = "council",
        mixinStandardHelpOptions = true,
        subcommands = CouncilCommand.Apply.class,
        description = "Sets up a council: its neighbourhoods, parties and people.")
final class CouncilCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec known = Objects.requireNonNull(spec);
        known.commandLine().usage(known.commandLine().getOut());
        return CommunityContracts.DONE;
    }

    /** Makes a council what a file says. */
    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Makes a council what the file says, all of it or nothing. Doing it again changes nothing.")
    static final class Apply implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The council's file, for example council.yaml.")
        private Path file = Path.of("");

        @Option(
                names = "--end-missing",
                description = "End parties, roles and invitations that the file does not name (otherwise they stay).")
        private boolean endMissing;

        @Mixin
        private DataFolder data = new DataFolder();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            CouncilFile read = switch (CouncilFile.read(
                    file.toString(), text(), file.toAbsolutePath().resolveSibling("."))) {
                case CouncilFile.Answer.Read(CouncilFile known) -> known;
                case CouncilFile.Answer.Refused(List<String> faults) ->
                    throw new CannotStart(String.join("\n", faults));
            };
            try (Database database = data.join(out);
                    ConfigurableApplicationContext house = House.openInside(database, data)) {
                List<String> changes = house.getBean(SetUp.class).apply(read, endMissing);
                changes.forEach(out::println);
                out.println(changes.isEmpty() ? "Nothing to change." : changes.size() + " changes.");
            }
            return CommunityContracts.DONE;
        }

        private String text() {
            try {
                return Files.readString(file);
            } catch (NoSuchFileException fault) {
                throw new CannotStart("There is no file " + file + ". Check the name and the folder.", fault);
            } catch (IOException fault) {
                throw new CannotStart("The file " + file + " cannot be read as text.", fault);
            }
        }
    }
}
