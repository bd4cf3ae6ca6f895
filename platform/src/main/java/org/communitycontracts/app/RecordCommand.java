package org.communitycontracts.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.acts.RecordFile;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
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

/** Writes a council's record of acts as plain text. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Writes the record of acts of a council, one act to a line, for ./run verify.")
final class RecordCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COUNCIL", description = "The council's name in addresses, or its number.")
    private String council = "";

    @Option(
            names = "--with-personal-values",
            description = "Write what is personal and not erased as well. Such a file is not for publication.")
    private boolean open;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: to the screen).")
    private @Nullable Path out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        try (Database database = data.joinThere(line.getErr());
                ConfigurableApplicationContext house = House.openInside(database, data)) {
            long number = number(house.getBean(Councils.class));
            try (Writer to = out == null ? kept(line.getOut()) : Files.newBufferedWriter(out)) {
                RecordFile file = house.getBean(RecordFile.class);
                database.source().of(number);
                if (open) {
                    file.writeOpen(number, to);
                } else {
                    file.write(number, to);
                }
            }
        }
        return CommunityContracts.DONE;
    }

    private long number(Councils councils) {
        return councils.list().stream()
                .filter(each ->
                        each.slug().equals(council) || Long.toString(each.id()).equals(council))
                .findFirst()
                .map(Council::id)
                .orElseThrow(() -> new CannotStart(
                        "There is no council \"" + council + "\" here. Write its name in addresses, or its number."));
    }

    /** The screen, which stays open when we are done. */
    private static Writer kept(PrintWriter screen) {
        return new BufferedWriter(screen) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
