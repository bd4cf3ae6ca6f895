package org.communitycontracts.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL the house lives on: one of its own, or a server; each room keeps a schema of its own name in it. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 12;
    private static final int OWNERS_CONNECTIONS = 2;

    private final HikariDataSource owner;
    private final HikariDataSource application;
    private final Sight sight;
    private final AutoCloseable server;

    private Database(Supplier<HikariConfig> address, AutoCloseable server) {
        this.owner = pool(address.get(), OWNERS_CONNECTIONS);
        HikariConfig pooled = address.get();
        pooled.setConnectionInitSql("set role " + Roles.APPLICATION);
        this.application = pool(pooled, CONNECTIONS);
        this.sight = new Sight(application);
        this.server = server;
    }

    /**
     * Starts a PostgreSQL of our own and keeps its data in this folder between runs.
     *
     * @throws CannotStart when the folder cannot be used or the server does not come up
     */
    public static Database embedded(Path folder, Consumer<String> saying) {
        OwnPostgres server = OwnPostgres.start(folder, saying);
        return new Database(() -> address(server.url(), null, null), server);
    }

    /**
     * Joins the PostgreSQL that a running copy of the program keeps in this folder, or starts it while none runs.
     *
     * @throws CannotStart when the folder cannot be used or the server does not come up
     */
    public static Database joined(Path folder, Consumer<String> saying) {
        return OwnPostgres.running(folder)
                .map(url -> new Database(() -> address(url, null, null), () -> {}))
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
        return new Database(() -> address(server.url(), server.user(), server.password()), () -> {});
    }

    private static HikariConfig address(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
        return config;
    }

    private static HikariDataSource pool(HikariConfig config, int connections) {
        config.setMaximumPoolSize(connections);
        // What the server says of a row it refused holds the row's words, and an exception's words end in the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(3_000);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    /**
     * Brings each room's schema up to date from the numbered SQL files in its package, lowest floor first.
     *
     * @param guarded the rooms that hold personal data, whose tables show one council at a time
     */
    public void migrate(List<String> rooms, Set<String> guarded) {
        Roles roles = new Roles(sql());
        roles.make();
        for (String room : rooms) {
            roles.grant(room, guarded.contains(room));
            migrate(room);
            roles.keepTheListOfMigrations(room);
        }
        roles.guard(guarded);
    }

    private void migrate(String room) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(owner)
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

    /** Its address, for another connection to the same place. */
    public String url() {
        return owner.getJdbcUrl();
    }

    /** The connections the house works with: rows only, and in guarded rooms one council's at a time. */
    public Sight source() {
        return sight;
    }

    /** SQL as the owner of the tables, who sees every row: for setting up, and for tests. */
    public JdbcClient sql() {
        return JdbcClient.create(owner);
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
        application.close();
        owner.close();
        try {
            server.close();
        } catch (Exception fault) {
            throw new IllegalStateException(
                    "PostgreSQL did not stop cleanly; it will recover at the next start.", fault);
        }
    }
}
