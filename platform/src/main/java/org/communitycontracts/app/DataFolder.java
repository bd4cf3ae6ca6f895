package org.communitycontracts.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.communitycontracts.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data lives: a folder the user can name, or the server that DATABASE_URL names. */
final class DataFolder {
    /** The rooms that keep tables, lowest floor first. */
    static final List<String> ROOMS_WITH_TABLES =
            List.of("store", "web", "post", "acts", "places", "people", "reporting", "contracts", "standards");

    /** Those of them that hold personal data. */
    static final Set<String> GUARDED_ROOMS = Set.of("post", "acts", "people");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that keeps the data between runs (default: ~/.local/share/community-contracts)."
                    + " Not used when DATABASE_URL names a server.")
    private @Nullable Path named;

    Path folder() {
        if (named != null) {
            return named.toAbsolutePath();
        }
        String shared = System.getenv("XDG_DATA_HOME");
        Path home = shared == null || shared.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(shared);
        return home.resolve("community-contracts");
    }

    /** For the web site: its own PostgreSQL, which nobody else may be using. */
    Database open(PrintWriter out) {
        return open(out, Database::embedded);
    }

    /** For a command: the PostgreSQL of the running web site, or its own while none runs. */
    Database join(PrintWriter out) {
        return open(out, Database::joined);
    }

    private Database open(PrintWriter out, BiFunction<Path, Consumer<String>, Database> own) {
        String address = System.getenv("DATABASE_URL");
        boolean server = address != null && !address.isBlank();
        if (server) {
            out.println("Connecting to the PostgreSQL server that DATABASE_URL names");
        }
        Database database = server ? Database.at(address) : own.apply(folder(), out::println);
        if (!database.isDurable()) {
            out.println("Warning: this PostgreSQL runs with fsync or synchronous_commit off, so a power cut can lose"
                    + " what was already confirmed. Turn both on.");
        }
        database.migrate(ROOMS_WITH_TABLES, GUARDED_ROOMS);
        return database;
    }
}
