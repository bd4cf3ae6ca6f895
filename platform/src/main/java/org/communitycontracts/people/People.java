package org.communitycontracts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The collection of persons: everybody who has an account, council by council. */
@Repository
public class People {
    private static final String PERSON = """
            select council_id, person_id, name, email, age_band, opened_at, closed_at from people.person
            where council_id = :council and\s""";

    private final JdbcClient sql;
    private final Standings standings;

    People(JdbcClient sql, Standings standings) {
        this.sql = sql;
        this.standings = standings;
    }

    public Optional<Person> find(long council, UUID id) {
        return sql.sql(PERSON + "person_id = :id")
                .param("council", council)
                .param("id", id)
                .query(People::person)
                .optional();
    }

    public Optional<Person> find(long council, EmailAddress email) {
        return sql.sql(PERSON + "email_folded = :email")
                .param("council", council)
                .param("email", email.folded())
                .query(People::person)
                .optional();
    }

    /** Everybody with an account in the council, by name; closed accounts last. */
    public List<Person> list(Actor actor, long council) {
        Policy.demand(actor, Deed.SEE_PEOPLE, Where.council(council));
        return sql.sql(PERSON + "true order by closed_at is not null, name, person_id")
                .param("council", council)
                .query(People::person)
                .list();
    }

    /**
     * Opens an account for somebody who has shown that the address is theirs, or gives back the one that is there already,
     * unchanged.
     */
    public Person open(long council, String name, EmailAddress email, AgeBand age, Instant now) {
        sql.sql("""
                        insert into people.person (council_id, person_id, name, email, email_folded, age_band, opened_at)
                        values (:council, :id, :name, :email, :folded, :age, :now)
                        on conflict (council_id, email_folded) do nothing""")
                .param("council", council)
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("email", email.written())
                .param("folded", email.folded())
                .param("age", age.word())
                .param("now", Timestamp.from(now))
                .update();
        return find(council, email).orElseThrow();
    }

    /** Closes an account: its sessions end, it signs in no more, its roles rest; nothing it did is lost. */
    public void close(Actor actor, long council, UUID id, String why, Instant now) {
        Policy.demand(actor, Deed.DISABLE_PERSON, Where.council(council));
        sql.sql("""
                        update people.person set closed_at = :now, closed_why = :why
                        where council_id = :council and person_id = :id and closed_at is null""")
                .param("council", council)
                .param("id", id)
                .param("why", why)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Opens a closed account again. */
    public void reopen(Actor actor, long council, UUID id) {
        Policy.demand(actor, Deed.DISABLE_PERSON, Where.council(council));
        sql.sql("""
                        update people.person set closed_at = null, closed_why = null
                        where council_id = :council and person_id = :id""").param("council", council).param("id", id).update();
    }

    /** The person as somebody who acts now, with the roles held at this moment; nobody, once the account is closed. */
    public Actor actor(long council, UUID id, boolean twoFactors, Instant now) {
        if (find(council, id).filter(person -> !person.isClosed()).isEmpty()) {
            return Actor.NOBODY;
        }
        List<Standing> held = standings.held(council, id, now);
        return new Actor(id, council, twoFactors, held);
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("council_id"),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                new EmailAddress(row.getString("email")),
                AgeBand.of(row.getString("age_band")),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "closed_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
