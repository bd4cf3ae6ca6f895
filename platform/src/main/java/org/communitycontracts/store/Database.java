package org.communitycontracts.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL the house lives on: one of its own, or a server; each room keeps a schema of its own name in it. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 12;

    private final HikariDataSource source;
    private final AutoCloseable server;

    private Database(HikariDataSource source, AutoCloseable server) {
        this.source = source;
        this.server = server;
    }

    /**
     * Starts a PostgreSQL of our own and keeps its data in this folder between runs.
     *
     * @throws CannotStart when the folder cannot be used or the server does not come up
     */
    public static Database embedded(Path folder, Consumer<String> saying) {
        OwnPostgres server = OwnPostgres.start(folder, saying);
        return new Database(pool(server.url(), null, null), server);
    }

    /**
     * Joins the PostgreSQL that a running copy of the program keeps in this folder, or starts it while none runs.
     *
     * @throws CannotStart when the folder cannot be used or the server does not come up
     */
    public static Database joined(Path folder, Consumer<String> saying) {
        return OwnPostgres.running(folder)
                .map(url -> new Database(pool(url, null, null), () -> {}))
                .orElseGet(() -> embedded(folder, saying));
    }

    /**
     * Connects to a server, as {@code postgres://user:password@host:5432/name} or the same with {@code jdbc:postgresql:}.
     *
     * @throws CannotStart when the address is not one, or nobody answers there
     */
    public static Database at(String address) {
        ServerAddress server = ServerAddress.parse(address);
        server.tryOut();
        return new Database(pool(server.url(), server.user(), server.password()), () -> {});
    }

    private static HikariDataSource pool(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(3_000);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    /** Brings each room's schema up to date from the numbered SQL files in its package, lowest floor first. */
    public void migrate(List<String> rooms) {
        for (String room : rooms) {
            try {
                Flyway.configure(Database.class.getClassLoader())
                        .dataSource(source)
                        .schemas(room)
                        .defaultSchema(room)
                        .table("migration")
                        .locations("classpath:org/communitycontracts/" + room)
                        .load()
                        .migrate();
            } catch (FlywayException fault) {
                throw new CannotStart(
                        "The tables of \"" + room
                                + "\" could not be brought up to date. If a newer version of the program"
                                + " has used this data, run that version; otherwise restore the last backup. ("
                                + String.valueOf(fault.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("") + ")",
                        fault);
            }
        }
    }

    /** Its address, for another connection to the same place. */
    public String url() {
        return source.getJdbcUrl();
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient sql() {
        return JdbcClient.create(source);
    }

    /** Whether a commit waits for the disk, as the server itself says. */
    public boolean isDurable() {
        return "on".equals(sql().sql("show fsync").query(String.class).single())
                && !"off"
                        .equals(sql().sql("show synchronous_commit")
                                .query(String.class)
                                .single());
    }

    @Override
    public void close() {
        source.close();
        try {
            server.close();
        } catch (Exception fault) {
            throw new IllegalStateException(
                    "PostgreSQL did not stop cleanly; it will recover at the next start.", fault);
        }
    }
}
