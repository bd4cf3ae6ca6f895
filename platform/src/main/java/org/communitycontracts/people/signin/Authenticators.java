package org.communitycontracts.people.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.communitycontracts.store.SiteKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The apps that make six-digit codes (RFC 6238: thirty seconds, SHA-1, which is what every app can do). A clock may be one
 * step off either way; each code is taken once. The secret lies under the site's key.
 */
@Repository
class Authenticators {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final JdbcClient sql;
    private final SiteKey key;

    Authenticators(JdbcClient sql, SiteKey key) {
        this.sql = sql;
        this.key = key;
    }

    /** Whether this person has an app whose codes count. */
    boolean has(Owner owner) {
        return find(owner).filter(Row::confirmed).isPresent();
    }

    /** Makes a new secret, which counts from its first right code; nothing happens to one that counts already. */
    void prepare(Owner owner, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        sql.sql("""
                        insert into people.authenticator (council_id, person_id, sealed_secret, made_at)
                        values (:council, :person, :secret, :now)
                        on conflict (council_id, person_id) do update
                        set sealed_secret = excluded.sealed_secret, made_at = excluded.made_at
                        where authenticator.confirmed_at is null""")
                .param("council", owner.council())
                .param("person", owner.person())
                .param("secret", key.seal(secret, whose(owner)))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The secret that waits for its first right code; empty when there is none. */
    Optional<Secret> waiting(Owner owner) {
        return find(owner).filter(row -> !row.confirmed()).map(row -> secret(owner, row));
    }

    /** Takes a code of the app that counts; each only once. */
    boolean take(Owner owner, String code, Instant now) {
        return find(owner)
                .filter(Row::confirmed)
                .map(row -> step(secret(owner, row), code, now))
                .filter(step -> step > 0 && useUp(owner, step, "confirmed_at is not null"))
                .isPresent();
    }

    /** Takes the first code of a new app, which counts from now on. */
    boolean confirm(Owner owner, String code, Instant now) {
        boolean right = find(owner)
                .filter(row -> !row.confirmed())
                .map(row -> step(secret(owner, row), code, now))
                .filter(step -> step > 0 && useUp(owner, step, "confirmed_at is null"))
                .isPresent();
        if (right) {
            sql.sql(
                            "update people.authenticator set confirmed_at = :now where council_id = :council and person_id = :person")
                    .param("council", owner.council())
                    .param("person", owner.person())
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return right;
    }

    boolean remove(Owner owner) {
        return sql.sql("delete from people.authenticator where council_id = :council and person_id = :person")
                        .param("council", owner.council())
                        .param("person", owner.person())
                        .update()
                == 1;
    }

    /** The step of thirty seconds that the code belongs to; 0 when it belongs to none that is near. All three are compared. */
    private long step(Secret secret, String typed, Instant now) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long found = 0;
        for (int off = -1; off <= 1; off++) {
            Instant then = now.plusSeconds((long) off * STEP_SECONDS);
            if (MessageDigest.isEqual(code, code(secret, then))) {
                found = then.getEpochSecond() / STEP_SECONDS;
            }
        }
        return found;
    }

    private byte[] code(Secret secret, Instant then) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret.bytes(), "RAW"), then, Locale.ROOT)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException fault) {
            throw new IllegalStateException("Twenty random bytes are a key", fault);
        }
    }

    private boolean useUp(Owner owner, long step, String such) {
        return sql.sql("update people.authenticator set last_step = :step"
                                + " where council_id = :council and person_id = :person and last_step < :step and "
                                + such)
                        .param("council", owner.council())
                        .param("person", owner.person())
                        .param("step", step)
                        .update()
                == 1;
    }

    private Optional<Row> find(Owner owner) {
        return sql.sql("""
                        select sealed_secret, confirmed_at from people.authenticator
                        where council_id = :council and person_id = :person""")
                .param("council", owner.council())
                .param("person", owner.person())
                .query(Authenticators::row)
                .optional();
    }

    private Secret secret(Owner owner, Row row) {
        return new Secret(key.open(row.sealed(), whose(owner)));
    }

    private static String whose(Owner owner) {
        return "authenticator " + owner.council() + " " + owner.person();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getBytes("sealed_secret"), row.getTimestamp("confirmed_at") != null);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(byte[] sealed, boolean confirmed) {}
}
