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
import org.communitycontracts.acts.Act;
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
    private static final String WAITING = """
            select council_id, invitation_id, email, name, role, neighbourhood_id, party_id, until, expires_at
            from people.invitation
            where council_id = :council and accepted_at is null and withdrawn_at is null""";

    private final JdbcClient sql;
    private final Standings standings;
    private final Register register;

    Invitations(JdbcClient sql, Standings standings, Register register) {
        this.sql = sql;
        this.standings = standings;
        this.register = register;
    }

    /** Offers a role; gives back the secret of the link that the letter carries. */
    public Token make(
            Actor actor,
            @Nullable EmailAddress email,
            @Nullable String name,
            Standing standing,
            @Nullable Instant until,
            Instant now) {
        demand(actor, standing);
        return write(actor, email, name, standing, until, now);
    }

    /**
     * Offers the site itself to whoever reads the terminal, while nobody runs it; an offer from an earlier start is taken
     * back. Empty once there is a site administrator.
     */
    public Optional<Token> makeFirst(Instant now) {
        boolean known = standings.list(Standing.SITE, now).stream()
                .anyMatch(holding -> holding.standing().role() == Role.SITE_ADMINISTRATOR);
        if (known) {
            return Optional.empty();
        }
        return Optional.of(register.inOneStep(() -> {
            sql.sql("""
                            update people.invitation set withdrawn_at = :now
                            where council_id = 0 and email is null and accepted_at is null and withdrawn_at is null""").param("now", Timestamp.from(now)).update();
            Standing site = new Standing(Role.SITE_ADMINISTRATOR, Standing.SITE, null, null);
            return write(Actor.PROGRAM, null, null, site, null, now);
        }));
    }

    private Token write(
            Actor actor,
            @Nullable EmailAddress email,
            @Nullable String name,
            Standing standing,
            @Nullable Instant until,
            Instant now) {
        Token token = Token.fresh();
        UUID id = UUID.randomUUID();
        register.inOneStep(() -> {
            insert(new Invitation(id, email, name, standing, until, now.plus(GOOD_FOR)), token, actor, now);
            keep(actor, "invitation.made", standing, id, now);
        });
        return token;
    }

    private void insert(Invitation made, Token token, Actor actor, Instant now) {
        EmailAddress email = made.email();
        Instant until = made.until();
        Standing standing = made.standing();
        sql.sql("""
                        insert into people.invitation (council_id, invitation_id, email, name, role, neighbourhood_id, party_id,
                            until, token_hash, made_at, made_by, expires_at)
                        values (:council, :id, :email, :name, :role, :neighbourhood, :party, :until, :hash, :now, :by, :expires)""")
                .param("council", standing.council())
                .param("id", made.id())
                .param("email", email == null ? null : email.written(), Types.VARCHAR)
                .param("name", made.name(), Types.VARCHAR)
                .param("role", standing.role().word())
                .param("neighbourhood", standing.neighbourhood(), Types.BIGINT)
                .param("party", standing.party(), Types.BIGINT)
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .param("by", actor.person(), Types.OTHER)
                .param("expires", Timestamp.from(made.expiresAt()))
                .update();
    }

    /** The invitation of this number, if it waits for an answer or is out of date. */
    public Optional<Invitation> find(long council, UUID id) {
        return sql.sql(WAITING + " and invitation_id = :id")
                .param("council", council)
                .param("id", id)
                .query(Invitations::invitation)
                .optional();
    }

    /** Makes the link anew, good for 14 days from now; the one sent before leads nowhere any more. */
    public Token again(Actor actor, Invitation invitation, Instant now) {
        Standing standing = invitation.standing();
        demand(actor, standing);
        Token token = Token.fresh();
        register.inOneStep(() -> {
            sql.sql("""
                            update people.invitation set token_hash = :hash, expires_at = :expires
                            where council_id = :council and invitation_id = :id
                                and accepted_at is null and withdrawn_at is null""")
                    .param("council", standing.council())
                    .param("id", invitation.id())
                    .param("hash", token.hash())
                    .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                    .update();
            keep(actor, "invitation.sent-again", standing, invitation.id(), now);
        });
        return token;
    }

    /** The open invitation behind a link; empty when it was accepted, withdrawn, never made, or is out of date. */
    public Optional<Invitation> find(long council, Token token, Instant now) {
        return sql.sql(WAITING + " and token_hash = :hash and expires_at > :now")
                .param("council", council)
                .param("now", Timestamp.from(now))
                .param("hash", token.hash())
                .query(Invitations::invitation)
                .optional();
    }

    /** Those that wait for an answer, oldest first; those out of date among them, which can be sent again. */
    public List<Invitation> list(long council) {
        return sql.sql(WAITING + " order by made_at, invitation_id")
                .param("council", council)
                .query(Invitations::invitation)
                .list();
    }

    /** Accepts it for this person, who then holds the role; only the first of two who try gets it. */
    public boolean accept(Invitation invitation, Person person, Instant now) {
        return register.inOneStep(() -> {
            boolean first = markAccepted(invitation, now) == 1;
            if (first) {
                standings.accept(person, invitation, now);
            }
            return first;
        });
    }

    private int markAccepted(Invitation invitation, Instant now) {
        return sql.sql("""
                        update people.invitation set accepted_at = :now
                        where council_id = :council and invitation_id = :id
                            and accepted_at is null and withdrawn_at is null and expires_at > :now""")
                .param("council", invitation.standing().council())
                .param("id", invitation.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes an offer back. */
    public void withdraw(Actor actor, Invitation invitation, Instant now) {
        Standing standing = invitation.standing();
        demand(actor, standing);
        register.inOneStep(() -> {
            int withdrawn = sql.sql("""
                            update people.invitation set withdrawn_at = :now
                            where council_id = :council and invitation_id = :id
                                and accepted_at is null and withdrawn_at is null""")
                    .param("council", standing.council())
                    .param("id", invitation.id())
                    .param("now", Timestamp.from(now))
                    .update();
            if (withdrawn == 1) {
                keep(actor, "invitation.withdrawn", standing, invitation.id(), now);
            }
        });
    }

    private static void demand(Actor actor, Standing standing) {
        Policy.demandToGive(actor, standing.role(), where(standing));
    }

    private static Where where(Standing standing) {
        return new Where(standing.council(), standing.neighbourhood(), standing.party(), null);
    }

    private void keep(Actor actor, String verb, Standing standing, UUID id, Instant now) {
        Act.By by = Register.by(actor, standing.role().givers(), where(standing));
        Act.Thing thing = new Act.Thing("invitation", id.toString());
        register.keep(by, verb, standing.council(), thing, null, null, now);
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
