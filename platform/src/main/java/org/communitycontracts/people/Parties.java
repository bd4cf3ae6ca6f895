package org.communitycontracts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.acts.Act;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of parties, council by council. */
@Repository
public class Parties {
    private static final String PARTY = """
            select council_id, party_id, slug, name, kind, email, ended_at from people.party
            where council_id = :council""";

    private final JdbcClient sql;
    private final Register register;

    Parties(JdbcClient sql, Register register) {
        this.sql = sql;
        this.register = register;
    }

    /** The parties of a council by name, those that ended last. */
    public List<Party> list(long council) {
        return sql.sql(PARTY + " order by ended_at is not null, name")
                .param("council", council)
                .query(Parties::party)
                .list();
    }

    public Optional<Party> find(long council, String slug) {
        return sql.sql(PARTY + " and slug = :slug")
                .param("council", council)
                .param("slug", slug)
                .query(Parties::party)
                .optional();
    }

    /**
     * Enters a party, or corrects the name, kind and address of the one that is there under this slug; one that had ended
     * stands again.
     */
    public Party enter(
            Actor actor,
            long council,
            String slug,
            String name,
            PartyKind kind,
            @Nullable EmailAddress email,
            Instant now) {
        Policy.demand(actor, Deed.KEEP_PARTIES, Where.council(council));
        return register.inOneStep(() -> {
            boolean known = find(council, slug).isPresent();
            write(council, slug, name, kind, email, now);
            keep(actor, known ? "party.corrected" : "party.entered", council, slug, now);
            return find(council, slug).orElseThrow();
        });
    }

    private void write(
            long council, String slug, String name, PartyKind kind, @Nullable EmailAddress email, Instant now) {
        sql.sql("""
                        insert into people.party (council_id, slug, name, kind, email, opened_at)
                        values (:council, :slug, :name, :kind, :email, :now)
                        on conflict (council_id, slug)
                        do update set name = excluded.name, kind = excluded.kind, email = excluded.email, ended_at = null""")
                .param("council", council)
                .param("slug", slug)
                .param("name", name)
                .param("kind", kind.word())
                .param("email", email == null ? null : email.written(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Ends a party: the roles held for it rest from this moment. */
    public void end(Actor actor, Party party, Instant now) {
        Policy.demand(actor, Deed.KEEP_PARTIES, Where.council(party.council()));
        register.inOneStep(() -> {
            int ended = sql.sql("""
                            update people.party set ended_at = :now
                            where council_id = :council and party_id = :id and ended_at is null""")
                    .param("council", party.council())
                    .param("id", party.id())
                    .param("now", Timestamp.from(now))
                    .update();
            if (ended == 1) {
                keep(actor, "party.ended", party.council(), party.slug(), now);
            }
        });
    }

    private void keep(Actor actor, String verb, long council, String slug, Instant now) {
        Act.By by = Register.by(actor, Deed.KEEP_PARTIES.roles(), Where.council(council));
        register.keep(by, verb, council, new Act.Thing("party", slug), null, null, now);
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        String email = row.getString("email");
        return new Party(
                row.getLong("council_id"),
                row.getLong("party_id"),
                row.getString("slug"),
                row.getString("name"),
                PartyKind.of(row.getString("kind")),
                email == null ? null : new EmailAddress(email),
                People.instant(row, "ended_at"));
    }
}
