package org.communitycontracts.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.communitycontracts.store.CannotStart;
import org.communitycontracts.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data lives: a folder the user can name, or the server that DATABASE_URL names. */
final class DataFolder {
    /** The rooms that keep tables, lowest floor first. */
    static final List<String> ROOMS_WITH_TABLES =
            List.of("store", "web", "post", "acts", "places", "people", "reporting", "contracts", "standards", "news");

    /** Those of them that hold personal data. */
    static final Set<String> GUARDED_ROOMS = Set.of("post", "acts", "people", "news");

    private static final String ADDRESS = "site.address";

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

    /** For a command that makes nothing new: the same, and told so when there is nothing. */
    Database joinThere(PrintWriter out) {
        boolean server = !System.getenv().getOrDefault("DATABASE_URL", "").isBlank();
        if (!server && !Files.isDirectory(folder().resolve("postgres"))) {
            throw new CannotStart("There is no data in " + folder() + ". Name the folder of the site with --data DIR.");
        }
        return join(out);
    }

    /** Notes where the running site is found, for links in letters that a command writes. */
    void note(String address) {
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve(ADDRESS), address);
        } catch (IOException _) {
            // Letters of commands then name the usual port.
        }
    }

    /** Where the site was found when it last started here. */
    Optional<String> address() {
        try {
            return Optional.of(Files.readString(folder().resolve(ADDRESS)).strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
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
