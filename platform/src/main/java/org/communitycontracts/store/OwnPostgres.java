package org.communitycontracts.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A PostgreSQL that comes with the program; its data stays in a folder, and a commit waits for the disk. */
final class OwnPostgres implements AutoCloseable {
    private static final long ROOM_NEEDED = 400L << 20;
    private static final int PORT_LINE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileChannel claim;

    private OwnPostgres(EmbeddedPostgres server, FileChannel claim) {
        this.server = server;
        this.claim = claim;
    }

    static OwnPostgres start(Path folder, Consumer<String> saying) {
        Path data = folder.resolve("postgres");
        try {
            Files.createDirectories(folder);
            if (folder.toFile().getUsableSpace() < ROOM_NEEDED) {
                throw new CannotStart("The disk that holds " + folder + " is full: less than 400 MB are free."
                        + " Make room there, or name another folder with --data.");
            }
            FileChannel claim = claim(folder);
            endWhatWasLeft(data, saying);
            saying.accept((Files.exists(data.resolve("PG_VERSION")) ? "Starting" : "Setting up")
                    + " PostgreSQL, data in " + folder);
            return new OwnPostgres(server(folder, data), claim);
        } catch (IOException | IllegalStateException fault) {
            throw new CannotStart(sentence(folder), fault);
        }
    }

    /** The address of the server that another process runs on this folder, if one does. */
    static Optional<String> running(Path folder) {
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (FileChannel claim = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.WRITE)) {
            if (isOurs(claim)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() <= PORT_LINE || !lines.get(PORT_LINE).matches("\\d{1,5}")) {
                throw new CannotStart(
                        "The running copy of the program has not finished starting. Try again in a moment.");
            }
            return Optional.of("jdbc:postgresql://localhost:" + lines.get(PORT_LINE) + "/postgres?user=postgres");
        } catch (IOException fault) {
            throw new CannotStart(sentence(folder), fault);
        }
    }

    /** One program to a folder; the lock goes with the process, however it ends. */
    private static FileChannel claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isOurs(channel)) {
            channel.close();
            throw new CannotStart("Another copy of the program is running with its data in " + folder
                    + ". Stop it first, or name another folder with --data.");
        }
        return channel;
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return false;
        }
    }

    private static EmbeddedPostgres server(Path folder, Path data) throws IOException {
        Path log = folder.resolve("postgres.log");
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                // The library starts the server with fsync off; a promise that is lost in a power cut is no promise.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    /**
     * After a kill -9 of the program its PostgreSQL may still run, or stand as a zombie in the way of the next one. The lock on
     * the folder is ours by now, so whoever serves this very folder was left behind.
     */
    private static void endWhatWasLeft(Path data, Consumer<String> saying) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> serves(process, data))
                .findFirst();
        if (left.isPresent()) {
            saying.accept("Stopping the PostgreSQL that an earlier run left behind");
            left.get().destroy();
            waitFor(left.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** A zombie has no command line any more, and the number in the pid file may be another program's by now. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains("-D " + data + " "))
                .isPresent();
    }

    private static void waitFor(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException fault) {
            throw new IOException("PostgreSQL of an earlier run does not stop", fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", fault);
        }
    }

    private static String sentence(Path folder) {
        return "PostgreSQL could not start with its data in " + folder
                + ". Check that you may write there and that no other"
                + " copy of the program uses it; " + folder.resolve("postgres.log")
                + " says more. You can name another folder with --data, or a server with DATABASE_URL.";
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
        claim.close();
    }
}
