package org.communitycontracts.post;

import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The way to write to people. A letter is written in the caller's transaction; {@link Delivery} sends it. */
@Repository
public class Post {
    private final JdbcClient sql;
    private final MailServer server;

    public Post(JdbcClient sql, MailServer server) {
        this.sql = sql;
        this.server = server;
    }

    /** Whether letters leave the house; without a mail server they can only be read in the {@link Outbox}. */
    public boolean isSending() {
        return server.isNamed();
    }

    /** Writes the letter, in the caller's transaction: it goes out when and only when what it tells of stands. */
    public void send(Letter letter, Instant now) {
        sql.sql("""
                        insert into post.letter (council_id, letter_id, recipient, subject, body, stop, automatic, local,
                            written_at, next_try_at)
                        values (:council, :id, :to, :subject, :body, :stop, :automatic, :local, :now, :now)""")
                .param("council", letter.council())
                .param("id", UUID.randomUUID())
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("stop", text(letter.stop()), Types.VARCHAR)
                .param("automatic", letter.automatic())
                .param("local", !server.isNamed())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static @Nullable String text(@Nullable URI stop) {
        return stop == null ? null : stop.toString();
    }
}
