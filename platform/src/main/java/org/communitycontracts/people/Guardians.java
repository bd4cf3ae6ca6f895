package org.communitycontracts.people;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.acts.Act;
import org.communitycontracts.permissions.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who consented for a child under 13: a guardian, by the link of a letter, who can withdraw it by the same link at any time.
 * Three letters a day and no more go out for one child.
 */
@Repository
public class Guardians {
    /** How long a guardian has to consent. */
    public static final Duration GOOD_FOR = Duration.ofDays(14);

    private static final int LETTERS_A_DAY = 3;
    private static final String GUARDIAN = "guardian";

    private final JdbcClient sql;
    private final Register register;

    Guardians(JdbcClient sql, Register register) {
        this.sql = sql;
        this.register = register;
    }

    /** What a guardian's link is about. */
    public record Asked(UUID child, boolean given) {}

    /** Gives back the secret of the link for the letter to the guardian; empty when too many letters went out today. */
    public Optional<Token> ask(Person child, EmailAddress guardian, Instant now) {
        int today = sql.sql("""
                        select count(*) from people.guardian_consent
                        where council_id = :council and person_id = :person and asked_at > :day""")
                .param("council", child.council())
                .param("person", child.id())
                .param("day", Timestamp.from(now.minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        return today < LETTERS_A_DAY ? Optional.of(write(child, guardian, now)) : Optional.empty();
    }

    private Token write(Person child, EmailAddress guardian, Instant now) {
        Token token = Token.fresh();
        return register.inOneStep(() -> {
            sql.sql("""
                            insert into people.guardian_consent (council_id, consent_id, person_id, guardian_email, token_hash,
                                asked_at, expires_at)
                            values (:council, :id, :person, :email, :hash, :now, :expires)""")
                    .param("council", child.council())
                    .param("id", UUID.randomUUID())
                    .param("person", child.id())
                    .param("email", guardian.written())
                    .param("hash", token.hash())
                    .param("now", Timestamp.from(now))
                    .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                    .update();
            keep(new Act.By("person", child.id()), "guardian.asked", child.council(), child.id(), now);
            return token;
        });
    }

    /** What this link is about; empty when it was never ours, was withdrawn, or ran out before anybody consented. */
    public Optional<Asked> find(long council, Token token, Instant now) {
        return sql.sql("""
                        select person_id, given_at is not null as given from people.guardian_consent
                        where council_id = :council and token_hash = :hash and withdrawn_at is null
                            and (given_at is not null or expires_at > :now)""")
                .param("council", council)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Asked(row.getObject("person_id", UUID.class), row.getBoolean("given")))
                .optional();
    }

    /** The guardian consents; once more changes nothing. */
    public void consent(long council, Token token, Instant now) {
        change(council, token, "given_at", "given_at is null and expires_at > :now", "guardian.consented", now);
    }

    /** The guardian takes the consent back: what the child did stays, and from now on the account only reads. */
    public void withdraw(long council, Token token, Instant now) {
        change(council, token, "withdrawn_at", "given_at is not null", "guardian.withdrew", now);
    }

    private void change(long council, Token token, String column, String when, String verb, Instant now) {
        register.inOneStep(() -> sql.sql("update people.guardian_consent set " + column + " = :now"
                        + " where council_id = :council and token_hash = :hash and withdrawn_at is null and " + when
                        + " returning person_id")
                .param("council", council)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .ifPresent(child -> keep(new Act.By(GUARDIAN, null), verb, council, child, now)));
    }

    /** Whether some guardian's consent stands. */
    public boolean hasConsented(long council, UUID child) {
        return sql.sql("""
                        select exists (select from people.guardian_consent
                        where council_id = :council and person_id = :person and given_at is not null
                            and withdrawn_at is null)""")
                .param("council", council)
                .param("person", child)
                .query(Boolean.class)
                .single();
    }

    /** Whether the person's age lets the account do more than read. */
    public boolean letsAct(Person person) {
        return !person.age().needsGuardian() || hasConsented(person.council(), person.id());
    }

    /**
     * Lets a person of this age hold the role, or stops it.
     *
     * @throws TooYoung when they may not, or not yet
     */
    void demand(long council, UUID person, Role role) {
        AgeBand age = sql.sql("select age_band from people.person where council_id = :council and person_id = :person")
                .param("council", council)
                .param("person", person)
                .query((row, _) -> AgeBand.of(row.getString("age_band")))
                .optional()
                .orElse(AgeBand.NOT_SAID);
        if (!age.mayHold(role)) {
            throw TooYoung.forRole(role);
        }
        if (age.needsGuardian() && !hasConsented(council, person)) {
            throw TooYoung.withoutGuardian();
        }
    }

    private void keep(Act.By by, String verb, long council, UUID child, Instant now) {
        register.keep(by, verb, council, new Act.Thing("account", Long.toString(council)), child, null, now);
    }
}
