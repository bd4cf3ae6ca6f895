package org.communitycontracts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations that are out; each can be accepted once, within 14 days. */
@Repository
public class Invitations {
    static final Duration GOOD_FOR = Duration.ofDays(14);
    private static final String OPEN = """
            select council_id, invitation_id, email, name, role, neighbourhood_id, party_id, until, expires_at
            from people.invitation
            where council_id = :council and accepted_at is null and withdrawn_at is null and expires_at > :now""";

    private final JdbcClient sql;
    private final Standings standings;

    Invitations(JdbcClient sql, Standings standings) {
        this.sql = sql;
        this.standings = standings;
    }

    /** Offers a role; gives back the secret of the link that the letter carries. */
    public Token make(
            Actor actor,
            @Nullable EmailAddress email,
            @Nullable String name,
            Standing standing,
            @Nullable Instant until,
            Instant now) {
        Policy.demandToGive(
                actor,
                standing.role(),
                new Where(standing.council(), standing.neighbourhood(), standing.party(), null));
        Token token = Token.fresh();
        sql.sql("""
                        insert into people.invitation (council_id, invitation_id, email, name, role, neighbourhood_id, party_id,
                            until, token_hash, made_at, made_by, expires_at)
                        values (:council, :id, :email, :name, :role, :neighbourhood, :party, :until, :hash, :now, :by, :expires)""")
                .param("council", standing.council())
                .param("id", UUID.randomUUID())
                .param("email", email == null ? null : email.written(), Types.VARCHAR)
                .param("name", name, Types.VARCHAR)
                .param("role", standing.role().word())
                .param("neighbourhood", standing.neighbourhood(), Types.BIGINT)
                .param("party", standing.party(), Types.BIGINT)
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .param("by", actor.person(), Types.OTHER)
                .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return token;
    }

    /** The open invitation behind a link; empty when it was accepted, withdrawn, never made, or is out of date. */
    public Optional<Invitation> find(long council, Token token, Instant now) {
        return sql.sql(OPEN + " and token_hash = :hash")
                .param("council", council)
                .param("now", Timestamp.from(now))
                .param("hash", token.hash())
                .query(Invitations::invitation)
                .optional();
    }

    /** Those that wait for an answer, oldest first. */
    public List<Invitation> list(long council, Instant now) {
        return sql.sql(OPEN + " order by made_at, invitation_id")
                .param("council", council)
                .param("now", Timestamp.from(now))
                .query(Invitations::invitation)
                .list();
    }

    /** Accepts it for this person, who then holds the role; only the first of two who try gets it. */
    public boolean accept(Invitation invitation, Person person, Instant now) {
        int accepted = sql.sql("""
                        update people.invitation set accepted_at = :now
                        where council_id = :council and invitation_id = :id
                            and accepted_at is null and withdrawn_at is null and expires_at > :now""")
                .param("council", invitation.standing().council())
                .param("id", invitation.id())
                .param("now", Timestamp.from(now))
                .update();
        if (accepted == 1) {
            standings.accept(person, invitation, now);
        }
        return accepted == 1;
    }

    /** Takes an offer back. */
    public void withdraw(Actor actor, Invitation invitation, Instant now) {
        Standing standing = invitation.standing();
        Policy.demandToGive(
                actor,
                standing.role(),
                new Where(standing.council(), standing.neighbourhood(), standing.party(), null));
        sql.sql("""
                        update people.invitation set withdrawn_at = :now
                        where council_id = :council and invitation_id = :id and accepted_at is null""")
                .param("council", standing.council())
                .param("id", invitation.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        String email = row.getString("email");
        return new Invitation(
                row.getObject("invitation_id", UUID.class),
                email == null ? null : new EmailAddress(email),
                row.getString("name"),
                new Standing(
                        Role.of(row.getString("role")),
                        row.getLong("council_id"),
                        row.getObject("neighbourhood_id", Long.class),
                        row.getObject("party_id", Long.class)),
                People.instant(row, "until"),
                row.getTimestamp("expires_at").toInstant());
    }
}
