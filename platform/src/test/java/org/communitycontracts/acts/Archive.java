package org.communitycontracts.acts;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A record with its heads on a database of its own, and somebody outside who verifies it from files alone. */
final class Archive implements AutoCloseable {
    static final long COUNCIL = 7;
    static final Instant MORNING = Instant.parse("2026-11-26T09:00:00Z");

    final Database database = TestDatabase.fresh();
    /** SQL as the program writes it, with the council in sight. */
    final JdbcClient sql;

    final RecordKey key = RecordKey.fresh();
    final Acts acts;
    final Chaining chaining;
    final Heads heads;
    private final RecordFile file;
    private final Path folder;

    Archive(Path folder) {
        this.folder = folder;
        database.source().of(COUNCIL);
        sql = JdbcClient.create(database.source());
        var transactions = new JdbcTransactionManager(database.source());
        var together = new TransactionTemplate(transactions);
        acts = new Acts(sql, together);
        chaining = new Chaining(sql, together);
        heads = new Heads(sql, chaining, key);
        file = new RecordFile(sql, chaining, transactions);
    }

    static UUID person(int number) {
        return new UUID(0, number);
    }

    /** Officers take down what residents rang about: act n is done by one of ten officers for resident n + 100. */
    void keep(int from, int until) {
        for (int number = from; number < until; number++) {
            acts.keep(Act.of(
                            COUNCIL,
                            MORNING.plus(Duration.ofSeconds(number)),
                            new Act.By("officer", number % 7 == 0 ? null : person(number % 10)),
                            "report.entered",
                            new Act.Thing("report", "r-" + number))
                    .because("Rang about lamp “" + number + "”")
                    .forPerson(person(number + 100))
                    .with("telephone", "0191 " + number));
        }
    }

    Path record(String name) throws IOException {
        Path path = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(path)) {
            file.writeOpen(COUNCIL, out);
        }
        return path;
    }

    Path closedRecord(String name) throws IOException {
        Path path = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(path)) {
            file.write(COUNCIL, out);
        }
        return path;
    }

    Path heads(String name) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                heads.list(COUNCIL).stream().map(head -> head.line() + "\n").collect(Collectors.joining()));
    }

    /** What the verification says. */
    String verified(Path record, Path... heads) throws IOException {
        StringWriter said = new StringWriter();
        int status = RecordCheck.files(record, List.of(heads), Set.of(key.publicText()), new PrintWriter(said, true));
        return (status == 0 ? "GOOD " : "WRONG ") + said;
    }

    /** Runs this as a superuser whom no trigger stops. */
    List<Object> asSuperuser(String... statements) {
        List<Object> done = new ArrayList<>();
        var alone = new SingleConnectionDataSource(database.url(), true);
        try {
            JdbcClient superuser = JdbcClient.create(alone);
            superuser.sql("set session_replication_role = replica").update();
            new TransactionTemplate(new JdbcTransactionManager(alone)).executeWithoutResult(_ -> {
                for (String statement : statements) {
                    done.add(superuser.sql(statement).update());
                }
            });
        } finally {
            alone.destroy();
        }
        return done;
    }

    @Override
    public void close() {
        database.source().none();
        database.close();
    }
}
