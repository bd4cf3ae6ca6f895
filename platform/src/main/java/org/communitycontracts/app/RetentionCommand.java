package org.communitycontracts.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.communitycontracts.people.privacy.Erasure;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.Keeping;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forgets what is past its time, or only says what that is. The running site does it by itself, every hour. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = "Forgets what is kept of people and is past its time, as the running site does every hour.")
final class RetentionCommand implements Callable<Integer> {
    @Option(names = "--dry-run", description = "Only tell what would be forgotten, table by table.")
    private boolean dry;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (Database database = data.joinThere(line.getErr());
                ConfigurableApplicationContext house = House.openInside(database, data)) {
            Instant now = house.getBean(Clock.class).instant();
            Keeping keeping = house.getBean(Keeping.class);
            Erasure erasure = house.getBean(Erasure.class);
            database.source().ofAll(() -> {
                tell(line.getOut(), keeping, now);
                return true;
            });
            int accounts = erasure.due(now);
            row(line.getOut(), "accounts", accounts, "24 months after the account is closed");
            if (!dry) {
                int erased = erasure.eraseDue(now);
                line.getOut()
                        .println(erased == accounts ? "Forgotten." : "Forgotten, " + erased + " accounts of them.");
            } else {
                line.getOut().println("Nothing was changed.");
            }
            line.getOut().flush();
        }
        return CommunityContracts.DONE;
    }

    /** Each table as it is done, so that a long run shows how far it is. */
    private void tell(PrintWriter out, Keeping keeping, Instant now) {
        List<Keeping.Past> past = keeping.past(now);
        for (Keeping.Past each : past) {
            long rows = dry ? each.rows() : keeping.forget(each.table(), now);
            row(out, each.table().full(), rows, each.table().kept());
        }
    }

    private static void row(PrintWriter out, String what, long rows, String kept) {
        out.printf("%9d  %-26s kept %s%n", rows, what, kept);
        out.flush();
    }
}
