package org.communitycontracts.people.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** New addresses that wait for their owner's link; each link is good for an hour and once, for the person who asked. */
@Repository
class EmailChanges {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final JdbcClient sql;

    EmailChanges(JdbcClient sql) {
        this.sql = sql;
    }

    /** Gives back the secret of the link for the letter to the new address. */
    Token ask(Owner owner, EmailAddress email, Instant now) {
        Token token = Token.fresh();
        sql.sql("""
                        insert into people.email_change (council_id, token_hash, person_id, email, expires_at)
                        values (:council, :hash, :person, :email, :expires)""")
                .param("council", owner.council())
                .param("hash", token.hash())
                .param("person", owner.person())
                .param("email", email.written())
                .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return token;
    }

    /** Takes the link: the new address, or empty when it is not good, or not this person's. */
    Optional<EmailAddress> take(Owner owner, Token token, Instant now) {
        return sql.sql("""
                        update people.email_change set used_at = :now
                        where council_id = :council and token_hash = :hash and person_id = :person
                            and used_at is null and expires_at > :now
                        returning email""")
                .param("council", owner.council())
                .param("hash", token.hash())
                .param("person", owner.person())
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    /** Puts the address in place of the one before; false when another account of the council has it. */
    boolean put(Owner owner, EmailAddress email) {
        return sql.sql("""
                        update people.person set email = :email, email_folded = :folded
                        where council_id = :council and person_id = :person and not exists (
                            select from people.person other
                            where other.council_id = :council and other.email_folded = :folded and other.person_id <> :person)""")
                        .param("council", owner.council())
                        .param("person", owner.person())
                        .param("email", email.written())
                        .param("folded", email.folded())
                        .update()
                == 1;
    }
}
