package org.communitycontracts.post;

import java.time.Instant;
import org.communitycontracts.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A program of its own that sends what waits, to be killed: database, mail server, moment. */
final class SendingProgram {
    private SendingProgram() {}

    public static void main(String[] where) {
        try (Database database = Database.at(where[0])) {
            var together = new TransactionTemplate(new JdbcTransactionManager(database.source()));
            database.source().of(1);
            new Delivery(
                            JdbcClient.create(database.source()),
                            together,
                            MailServer.parse(where[1], "letters@example.org"))
                    .run(Instant.parse(where[2]));
        }
    }
}
