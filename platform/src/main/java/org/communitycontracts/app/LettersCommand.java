package org.communitycontracts.app;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Prints the letters that stay here while no mail server is named, so that whoever keeps the machine can sign in themselves, and
 * help others to. Letters that a mail server took are for those they are written to, and are not kept.
 */
@Command(
        name = "letters",
        mixinStandardHelpOptions = true,
        description = "Prints the last letters that stay here because no mail server is named, the newest last.")
final class LettersCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    @Option(names = "--last", defaultValue = "5", paramLabel = "N", description = "How many (default 5).")
    private int most;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Only those to this address.")
    private @Nullable String to;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (Database database = data.joinThere(line.getErr());
                ConfigurableApplicationContext house = House.openInside(database, data)) {
            Outbox outbox = house.getBean(Outbox.class);
            List<Outbox.Written> letters = database.source().ofAll(() -> outbox.staying(to, Math.max(1, most)));
            letters.reversed().forEach(letter -> print(line.getOut(), letter));
            if (letters.isEmpty()) {
                line.getOut().println("No letter waits here.");
            }
            line.getOut().flush();
        }
        return CommunityContracts.DONE;
    }

    private static void print(PrintWriter out, Outbox.Written letter) {
        out.println("To " + letter.to() + ", " + MOMENT.format(letter.written()) + ": " + letter.subject());
        out.println();
        out.println(letter.body());
        out.println("-".repeat(70));
    }
}
