package org.communitycontracts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.acts.Act;
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
    private final Guardians guardians;
    private final Register register;

    People(JdbcClient sql, Standings standings, Guardians guardians, Register register) {
        this.sql = sql;
        this.standings = standings;
        this.guardians = guardians;
        this.register = register;
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

    /** The names of these persons by their numbers; somebody who is gone has none. */
    public Map<UUID, String> names(long council, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        sql.sql(PERSON + "person_id = any (cast(:ids as uuid[]))")
                .param("council", council)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(People::person)
                .list()
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** Those in whose name or address this text stands, by name; at most so many. */
    public List<Person> search(Actor actor, long council, String text, int most) {
        Policy.demand(actor, Deed.SEE_PEOPLE, Where.council(council));
        return sql.sql(PERSON + """
                        (strpos(lower(name), :text) > 0 or strpos(email_folded, :text) > 0)
                        order by name, person_id limit :most""")
                .param("council", council)
                .param("text", text.strip().toLowerCase(Locale.ROOT))
                .param("most", most)
                .query(People::person)
                .list();
    }

    /** Those whose accounts are closed, by name. */
    public List<Person> closed(Actor actor, long council) {
        Policy.demand(actor, Deed.DISABLE_PERSON, Where.council(council));
        return sql.sql(PERSON + "closed_at is not null order by name, person_id")
                .param("council", council)
                .query(People::person)
                .list();
    }

    /** The persons who hold the roles that the actor may see, by name; a closed account holds none. */
    public List<Person> holders(Actor actor, long council, List<Holding> holdings) {
        List<UUID> ids = holdings.stream()
                .filter(holding ->
                        Policy.ask(actor, Deed.SEE_PEOPLE, holding.where()).isAllowed())
                .map(Holding::person)
                .distinct()
                .toList();
        return sql.sql(PERSON + "person_id = any (cast(:ids as uuid[])) and closed_at is null order by name, person_id")
                .param("council", council)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(People::person)
                .list();
    }

    /**
     * Opens an account for somebody who has shown that the address is theirs, or gives back the one that is there already,
     * unchanged.
     */
    public Person open(long council, String name, EmailAddress email, AgeBand age, Instant now) {
        return register.inOneStep(() -> {
            int opened = insert(council, name, email, age, now);
            Person person = find(council, email).orElseThrow();
            if (opened == 1) {
                Act.By self = new Act.By("person", person.id());
                register.keep(self, "account.opened", council, account(council), person.id(), null, now);
            }
            return person;
        });
    }

    private int insert(long council, String name, EmailAddress email, AgeBand age, Instant now) {
        return sql.sql("""
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
    }

    /**
     * Closes an account: its sessions end, it signs in no more, its roles rest and so do those of its deputies, and what it
     * offered by letter is taken back; nothing it did is lost.
     */
    public void close(Actor actor, long council, UUID id, String why, Instant now) {
        Policy.demand(actor, Deed.DISABLE_PERSON, Where.council(council));
        register.inOneStep(() -> {
            int closed = sql.sql("""
                            update people.person set closed_at = :now, closed_why = :why
                            where council_id = :council and person_id = :id and closed_at is null""")
                    .param("council", council)
                    .param("id", id)
                    .param("why", why)
                    .param("now", Timestamp.from(now))
                    .update();
            if (closed == 1) {
                endWhatRuns(council, id, now);
                register.keep(by(actor, council), "account.closed", council, account(council), id, why, now);
            }
        });
    }

    private void endWhatRuns(long council, UUID person, Instant now) {
        sql.sql("""
                        with gone as (update people.session set ended_at = :now
                            where council_id = :council and person_id = :person and ended_at is null)
                        update people.invitation set withdrawn_at = :now
                        where council_id = :council and made_by = :person and accepted_at is null and withdrawn_at is null""")
                .param("council", council)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Opens a closed account again; one that is erased stays closed. */
    public void reopen(Actor actor, long council, UUID id, Instant now) {
        Policy.demand(actor, Deed.DISABLE_PERSON, Where.council(council));
        register.inOneStep(() -> {
            int opened = sql.sql("""
                            update people.person set closed_at = null, closed_why = null
                            where council_id = :council and person_id = :id and closed_at is not null
                                and email not like '%@erased.invalid'""").param("council", council).param("id", id).update();
            if (opened == 1) {
                register.keep(by(actor, council), "account.reopened", council, account(council), id, null, now);
            }
        });
    }

    /**
     * Puts another name and age in the place of those that are there. A child stays a child here: that somebody has turned 13
     * or chose wrongly is for the council to see.
     */
    public void correct(Actor actor, Person person, String name, AgeBand age, Instant now) {
        long council = person.council();
        Policy.demand(actor, Deed.CORRECT_PERSON, Where.council(council).about(person.id()));
        if (person.age().needsGuardian() && !age.needsGuardian()) {
            throw TooYoung.withoutGuardian();
        }
        register.inOneStep(() -> {
            int corrected = sql.sql("""
                            update people.person set name = :name, age_band = :age
                            where council_id = :council and person_id = :id and (name, age_band) <> (:name, :age)""")
                    .param("council", council)
                    .param("id", person.id())
                    .param("name", name)
                    .param("age", age.word())
                    .update();
            if (corrected == 1) {
                Act.By by = Register.by(actor, Deed.CORRECT_PERSON.roles(), Where.council(council));
                register.keep(by, "account.corrected", council, account(council), person.id(), null, now);
            }
        });
    }

    /** Those whose accounts were closed before this moment and are not erased, of every council in sight. */
    public List<Person> closedBefore(Instant then, int most) {
        return sql.sql("""
                        select council_id, person_id, name, email, age_band, opened_at, closed_at from people.person
                        where closed_at < :then and email not like '%@erased.invalid' order by closed_at limit :most""")
                .param("then", Timestamp.from(then))
                .param("most", most)
                .query(People::person)
                .list();
    }

    private static Act.By by(Actor actor, long council) {
        return Register.by(actor, Deed.DISABLE_PERSON.roles(), Where.council(council));
    }

    /** The record keeps the person apart, where it can be erased; the thing itself names nobody. */
    private static Act.Thing account(long council) {
        return new Act.Thing("account", Long.toString(council));
    }

    /** The person as somebody who acts now, with the roles held at this moment; nobody, once the account is closed. */
    public Actor actor(long council, UUID id, boolean twoFactors, Instant now) {
        return find(council, id)
                .filter(person -> !person.isClosed())
                .map(person -> new Actor(id, council, twoFactors, counting(person, now)))
                .orElse(Actor.NOBODY);
    }

    /** The roles that count for a person: those that their age lets them hold, and none while a guardian has not consented. */
    private List<Standing> counting(Person person, Instant now) {
        if (!guardians.letsAct(person)) {
            return List.of();
        }
        return standings.held(person.council(), person.id(), now).stream()
                .filter(standing -> person.age().mayHold(standing.role()))
                .toList();
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
