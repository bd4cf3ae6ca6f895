package org.communitycontracts.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The forms that were sent within the last week, as marks, with their answers, sealed. */
@Repository
public class Forms {
    /** PostgreSQL's word for a wait that was too long. */
    private static final String LOCKED = "55P03";

    private final JdbcClient sql;
    private final InstantSource clock;

    Forms(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is known of a form that was sent before. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time below
    record Kept(byte[] fingerprint, byte @Nullable [] answer) {
        boolean isFor(Form form) {
            return MessageDigest.isEqual(fingerprint, form.fingerprint());
        }

        Answered answer(Form form) throws IOException {
            if (answer == null) {
                throw new IllegalStateException("A form that was done has no answer");
            }
            return Answered.from(Sealed.open(answer, form.secret()));
        }
    }

    /** From here to the end of the transaction, whoever waits for another one waits no longer than this. */
    void waitAtMost(Duration time) {
        sql.sql("select set_config('lock_timeout', :time, true)")
                .param("time", time.toMillis() + "ms")
                .query(String.class)
                .single();
    }

    /** Whether a form is new, was done before, or is being done and takes longer than this one waits. */
    enum Claim {
        NEW,
        SENT_BEFORE,
        RUNNING
    }

    /** Claims the key; of two that come at once the second waits here until the first is done. */
    Claim claim(Form form) {
        try {
            return sql.sql("""
                            insert into web.once (key_hash, fingerprint, sent_at) values (:key, :fingerprint, :now)
                            on conflict (key_hash) do nothing""")
                                    .param("key", form.key())
                                    .param("fingerprint", form.fingerprint())
                                    .param("now", Timestamp.from(clock.instant()))
                                    .update()
                            == 1
                    ? Claim.NEW
                    : Claim.SENT_BEFORE;
        } catch (DataAccessException fault) {
            if (fault.getMostSpecificCause() instanceof SQLException away && LOCKED.equals(away.getSQLState())) {
                return Claim.RUNNING;
            }
            throw fault;
        }
    }

    Kept find(Form form) {
        return sql.sql("select fingerprint, answer from web.once where key_hash = :key")
                .param("key", form.key())
                .query((row, _) -> new Kept(row.getBytes("fingerprint"), row.getBytes("answer")))
                .single();
    }

    void keep(Form form, Answered answer) {
        try {
            sql.sql("update web.once set answer = :answer where key_hash = :key")
                    .param("key", form.key())
                    .param("answer", Sealed.close(answer.bytes(), form.secret()))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a form that was refused, so that it can be put right and sent again. */
    void forget(Form form) {
        sql.sql("delete from web.once where key_hash = :key")
                .param("key", form.key())
                .update();
    }
}
