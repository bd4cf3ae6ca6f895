package org.communitycontracts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.acts.Act;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys that a council gave to other programs. A secret is handed out once and kept only as its hash. */
@Repository
public class ProgramKeys {
    private static final String KEY =
            "select council_id, key_id, name, made_at, ended_at from people.program_key where council_id = :council";

    private final JdbcClient sql;
    private final Register register;

    ProgramKeys(JdbcClient sql, Register register) {
        this.sql = sql;
        this.register = register;
    }

    /** All keys of a council, those that still open something first, the newest first. */
    public List<ProgramKey> list(long council) {
        return sql.sql(KEY + " order by ended_at is not null, made_at desc, key_id")
                .param("council", council)
                .query(ProgramKeys::key)
                .list();
    }

    /** The key with this secret, if the council gave it and it did not end. */
    public Optional<ProgramKey> find(long council, Token secret) {
        return sql.sql(KEY + " and key_hash = :hash and ended_at is null")
                .param("council", council)
                .param("hash", secret.hash())
                .query(ProgramKeys::key)
                .optional();
    }

    /** Makes a key for a program of this name, and gives back its secret, which nobody can be told again. */
    public Token make(Actor actor, long council, String name, Instant now) {
        Policy.demand(actor, Deed.KEEP_PROGRAM_KEYS, Where.council(council));
        Token secret = Token.fresh();
        register.inOneStep(() -> {
            UUID id = sql.sql("""
                            insert into people.program_key (council_id, name, key_hash, made_at)
                            values (:council, :name, :hash, :now) returning key_id""")
                    .param("council", council)
                    .param("name", name)
                    .param("hash", secret.hash())
                    .param("now", Timestamp.from(now))
                    .query(UUID.class)
                    .single();
            keep(actor, "program.admitted", council, id, now);
        });
        return secret;
    }

    /** Ends a key: from now on it opens nothing. */
    public void end(Actor actor, long council, UUID id, Instant now) {
        Policy.demand(actor, Deed.KEEP_PROGRAM_KEYS, Where.council(council));
        register.inOneStep(() -> {
            int ended = sql.sql("""
                            update people.program_key set ended_at = :now
                            where council_id = :council and key_id = :id and ended_at is null""")
                    .param("council", council)
                    .param("id", id)
                    .param("now", Timestamp.from(now))
                    .update();
            if (ended == 1) {
                keep(actor, "program.ended", council, id, now);
            }
        });
    }

    private void keep(Actor actor, String verb, long council, UUID id, Instant now) {
        Act.By by = Register.by(actor, Deed.KEEP_PROGRAM_KEYS.roles(), Where.council(council));
        register.keep(by, verb, council, new Act.Thing("program", id.toString()), null, null, now);
    }

    private static ProgramKey key(ResultSet row, int number) throws SQLException {
        return new ProgramKey(
                row.getLong("council_id"),
                row.getObject("key_id", UUID.class),
                row.getString("name"),
                Objects.requireNonNull(People.instant(row, "made_at")),
                People.instant(row, "ended_at"));
    }
}
