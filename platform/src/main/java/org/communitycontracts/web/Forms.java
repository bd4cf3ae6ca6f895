package org.communitycontracts.web;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The forms that were sent within the last week, as marks. */
@Repository
public class Forms {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient sql;
    private final InstantSource clock;

    Forms(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is known of a form that was sent before. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time below
    record Kept(byte[] fingerprint, @Nullable String location) {
        boolean isFor(Form form) {
            return MessageDigest.isEqual(fingerprint, form.fingerprint());
        }
    }

    /** Claims the key; of two that come at once the second waits here until the first is done. */
    boolean isNew(Form form) {
        return sql.sql("""
                        insert into web.once (key_hash, fingerprint, sent_at) values (:key, :fingerprint, :now)
                        on conflict (key_hash) do nothing""")
                        .param("key", form.key())
                        .param("fingerprint", form.fingerprint())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    Kept find(Form form) {
        return sql.sql("select fingerprint, location from web.once where key_hash = :key")
                .param("key", form.key())
                .query((row, _) -> new Kept(row.getBytes("fingerprint"), row.getString("location")))
                .single();
    }

    /** Keeps where the answer led; forgets a form that was refused, so that it can be sent again. */
    void keep(Form form, int status, @Nullable String location) {
        String statement = status >= 400
                ? "delete from web.once where key_hash = :key"
                : "update web.once set location = :location where key_hash = :key";
        sql.sql(statement)
                .param("key", form.key())
                .param("location", location, Types.VARCHAR)
                .update();
    }

    /** Forgets what was sent more than a week ago, and counts that are full again; says how many forms that were. */
    public int forget(Instant now) {
        sql.sql("delete from web.bucket where expires_at < :now")
                .param("now", now.toEpochMilli())
                .update();
        return sql.sql("delete from web.once where sent_at < :then")
                .param("then", Timestamp.from(now.minus(KEPT)))
                .update();
    }
}
