package org.communitycontracts.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters as they stand in the house, to be read by whoever runs it. */
@Repository
public class Outbox {
    private final JdbcClient sql;

    public Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A letter and what became of it.
     *
     * @param council whose it is; 0 for the site's own
     * @param to null once it is forgotten
     * @param body null once it is forgotten
     * @param local whether it was written while no mail server was named, so that it is never sent
     * @param sent null while it is not sent
     * @param givenUp when it was given up; null while it is not
     * @param trouble what the mail server said last; null when nothing went wrong
     */
    public record Written(
            long council,
            @Nullable String to,
            String subject,
            @Nullable String body,
            boolean local,
            Instant written,
            @Nullable Instant sent,
            @Nullable Instant givenUp,
            @Nullable String trouble) {}

    /**
     * The letters of all councils that stay here because no mail server is named, newest first.
     *
     * @param address those to this address alone; null for all
     */
    public List<Written> staying(@Nullable String address, int most) {
        return sql.sql("""
                        select council_id, recipient, subject, body, local, written_at, sent_at, given_up_at, trouble
                        from post.letter where local and body is not null
                            and (:address::text is null or lower(recipient) = lower(:address::text))
                        order by written_at desc, letter_id limit :most""")
                .param("address", address, Types.VARCHAR)
                .param("most", most)
                .query(Outbox::written)
                .list();
    }

    /** The letters of all councils, newest first. */
    public List<Written> latest(int most) {
        return sql.sql("""
                        select council_id, recipient, subject, body, local, written_at, sent_at, given_up_at, trouble
                        from post.letter order by written_at desc, letter_id limit :most""").param("most", most).query(Outbox::written).list();
    }

    /** The letters to this address that are not forgotten yet, newest first. */
    public List<Written> to(long council, String address) {
        return sql.sql("""
                        select council_id, recipient, subject, body, local, written_at, sent_at, given_up_at, trouble
                        from post.letter where council_id = :council and lower(recipient) = lower(:address)
                        order by written_at desc, letter_id""")
                .param("council", council)
                .param("address", address)
                .query(Outbox::written)
                .list();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getLong("council_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("local"),
                row.getTimestamp("written_at").toInstant(),
                moment(row.getTimestamp("sent_at")),
                moment(row.getTimestamp("given_up_at")),
                row.getString("trouble"));
    }

    private static @Nullable Instant moment(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
