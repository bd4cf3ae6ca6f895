package org.communitycontracts.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a run; each caller gets a database of its own, with the rooms' tables in it. */
public final class TestDatabase {
    public static final List<String> ROOMS =
            List.of("store", "web", "post", "acts", "places", "people", "reporting", "contracts", "standards", "news");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Database SERVER = server();

    private TestDatabase() {}

    private static Database server() {
        try {
            Path folder = Files.createTempDirectory("cc-test-postgres");
            Database database = Database.embedded(folder, said -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.close();
                delete(folder);
            }));
            return database;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A new, empty database with the tables of every room that has some. */
    public static Database fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        SERVER.sql().sql("create database " + name).update();
        Database database = Database.at(SERVER.url().replace("/postgres?", "/" + name + "?"));
        database.migrate(ROOMS, Set.of("post", "acts", "people", "news"));
        return database;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
