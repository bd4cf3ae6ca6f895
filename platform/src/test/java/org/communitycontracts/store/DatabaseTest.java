package org.communitycontracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @Test
    void whatIsCommittedSurvivesARestartAndEveryCommitWaitsForTheDisk(@TempDir Path folder) {
        try (Database database = Database.embedded(folder, said -> {})) {
            assertThat(database.isDurable()).isTrue();
            database.sql().sql("create table kept (word text)").update();
            database.sql().sql("insert into kept values ('promise')").update();
        }
        try (Database database = Database.embedded(folder, said -> {})) {
            assertThat(database.sql()
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("promise");
        }
    }

    @Test
    void aSecondCopyOnTheSameFolderIsRefusedInWords(@TempDir Path folder) {
        try (Database _ = Database.embedded(folder, said -> {})) {
            assertThatThrownBy(() -> Database.embedded(folder, said -> {}))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another copy of the program is running");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInWords(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        assertThatThrownBy(() -> Database.embedded(file.resolve("data"), said -> {}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Check that you may write there");
    }

    @Test
    void aWrongAddressIsToldInWordsAndSaysWhatToDo() {
        assertThatThrownBy(() -> Database.at("mysql://somewhere/db"))
                .hasMessageContaining("postgres://user:password@host:5432/name");
        assertThatThrownBy(() -> Database.at("postgres://nobody@127.0.0.1:1/db"))
                .hasMessageContaining("No PostgreSQL answers at 127.0.0.1:1/db")
                .hasMessageContaining("unset DATABASE_URL");
        assertThatThrownBy(() -> Database.at("not an address")).hasMessageContaining("is not an address");
    }

    @Test
    void whatCrossesANetworkIsEncryptedUnlessTheAddressSaysOtherwise() {
        assertThat(ServerAddress.parse("postgres://us@db.example.org/town").url())
                .isEqualTo("jdbc:postgresql://db.example.org:5432/town?sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(ServerAddress.parse("postgres://us@db.example.org/town?sslmode=disable")
                        .url())
                .endsWith("/town?sslmode=disable");
        assertThat(ServerAddress.parse("postgres://us@localhost/town").url()).endsWith("/town");
        try (Database database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> Database.at(database.url() + "&sslmode=verify-full"))
                    .hasMessageContaining("does not encrypt the connection")
                    .hasMessageContaining("sslmode=disable");
        }
    }

    @Test
    void anUnknownDatabaseOnARealServerIsToldInWords() {
        try (Database database = TestDatabase.fresh()) {
            String url = database.url().replaceAll("/test_\\d+\\?", "/missing?");
            assertThatThrownBy(() -> Database.at(url)).hasMessageContaining("has no database of that name");
        }
    }

    @Test
    void aBrokenOrForeignPidFileStopsNobodyAndStandsInNobodysWay(@TempDir Path folder) throws Exception {
        try (Database _ = Database.embedded(folder, said -> {})) {
            // set up, then stopped in good order
        }
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        for (String text :
                new String[] {"", "not a number", ProcessHandle.current().pid() + "\n"}) {
            Files.writeString(pidFile, text);
            try (Database database = Database.embedded(folder, said -> {})) {
                assertThat(database.isDurable()).isTrue();
            }
        }
    }

    @Test
    void aCommandJoinsTheDatabaseOfTheRunningProgram(@TempDir Path folder) throws Exception {
        Path programs = folder.resolve("in-use");
        try (Database own = Database.embedded(folder, said -> {})) {
            own.sql().sql("create table shared (word text)").update();
            assertThat(programs).exists();
            try (Database joined = Database.joined(folder, said -> {})) {
                joined.sql().sql("insert into shared values ('both')").update();
            }
            assertThat(own.sql()
                            .sql("select word from shared")
                            .query(String.class)
                            .single())
                    .isEqualTo("both");
        }
    }
}
