package org.communitycontracts.post;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters' rows on their way out. */
final class DeliverySql {
    /** After this a letter is due again whose sender was killed. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient sql;

    /** The right to send a letter, as long as nobody claimed it later. */
    record Claim(long council, UUID letter, int tries) {}

    DeliverySql(JdbcClient sql) {
        this.sql = sql;
    }

    /** Claims one letter that is due, and puts it off for the case that whoever claims it is killed. */
    Optional<Claim> claim(Instant now) {
        return sql.sql("""
                        update post.letter set tries = tries + 1, first_try_at = coalesce(first_try_at, :now),
                            next_try_at = :lease
                        where (council_id, letter_id) = (
                            select council_id, letter_id from post.letter
                            where sent_at is null and given_up_at is null and not local and next_try_at <= :now
                            order by next_try_at limit 1 for update skip locked)
                        returning council_id, letter_id, tries""")
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .query((row, _) -> new Claim(
                        row.getLong("council_id"), row.getObject("letter_id", UUID.class), row.getInt("tries")))
                .optional();
    }

    /** The letter, locked until the transaction ends; empty when somebody else has it or it is done. */
    Optional<Waiting> locked(Claim claim) {
        return sql.sql("""
                        select letter_id, recipient, subject, body, stop, automatic, written_at, first_try_at, refusals
                        from post.letter
                        where council_id = :council and letter_id = :letter and tries = :tries
                          and sent_at is null and given_up_at is null
                        for update""")
                .param("council", claim.council())
                .param("letter", claim.letter())
                .param("tries", claim.tries())
                .query(DeliverySql::waiting)
                .optional();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        String stop = row.getString("stop");
        return new Waiting(
                row.getObject("letter_id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                stop == null ? null : URI.create(stop),
                row.getBoolean("automatic"),
                row.getTimestamp("written_at").toInstant(),
                row.getTimestamp("first_try_at").toInstant(),
                row.getInt("refusals"));
    }

    /** Once it has left, what it said and the secrets in it are nobody's business any more. */
    void sent(Claim claim, Instant now) {
        change(claim, "sent_at = :at, trouble = null, body = null, stop = null", null, now);
    }

    void refused(Claim claim, String words, Instant next) {
        change(claim, "refusals = refusals + 1, trouble = :words, next_try_at = :at", words, next);
    }

    void away(Claim claim, String words, Instant next) {
        change(claim, "trouble = :words, next_try_at = :at", words, next);
    }

    void givenUp(Claim claim, String words, Instant now) {
        change(claim, "trouble = :words, given_up_at = :at", words, now);
    }

    private void change(Claim claim, String what, @Nullable String words, Instant at) {
        sql.sql("update post.letter set " + what + " where council_id = :council and letter_id = :letter")
                .param("words", words, Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("council", claim.council())
                .param("letter", claim.letter())
                .update();
    }

    /**
     * Begins the time of every letter that is due while no letter can be sent, and gives up those whose time is over.
     *
     * @return how many were given up
     */
    int giveUpAll(Instant triedSince, Instant now) {
        sql.sql("""
                        update post.letter set first_try_at = :now
                        where (council_id, letter_id) in (
                            select council_id, letter_id from post.letter
                            where sent_at is null and given_up_at is null and not local and next_try_at <= :now
                              and first_try_at is null
                            for update skip locked)""").param("now", Timestamp.from(now)).update();
        return sql.sql("""
                        update post.letter set given_up_at = :now
                        where (council_id, letter_id) in (
                            select council_id, letter_id from post.letter
                            where sent_at is null and given_up_at is null and not local and first_try_at <= :since
                            for update skip locked)""")
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(triedSince))
                .update();
    }
}
