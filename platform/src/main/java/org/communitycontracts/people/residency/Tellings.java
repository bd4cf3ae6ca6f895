package org.communitycontracts.people.residency;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was entered for somebody else, and from whom it came; a room that stores what was said keeps its number, and the act. */
@Repository
public class Tellings {
    private final JdbcClient sql;

    Tellings(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps who told and who typed. What is said to have been told later than now counts as told now.
     *
     * @param where what it is about; where no neighbourhood is known only an agent of the council may enter it
     */
    public Telling take(
            Actor actor,
            Where where,
            Telling.Route route,
            Telling.@Nullable Teller teller,
            Instant saidAt,
            Instant now) {
        Policy.demand(actor, Deed.ENTER_FOR_ANOTHER, where);
        UUID typedBy = Objects.requireNonNull(actor.person(), "A telling is typed by a person");
        Instant typed = now.truncatedTo(ChronoUnit.MICROS);
        Instant said = saidAt.isAfter(typed) ? typed : saidAt.truncatedTo(ChronoUnit.MICROS);
        Telling telling = new Telling(UUID.randomUUID(), where.council(), route, teller, typedBy, said, typed);
        sql.sql("""
                        insert into people.telling (council_id, telling_id, route, told_by, told_name, told_contact, typed_by,
                            said_at, typed_at, neighbourhood_id)
                        values (:council, :id, :route, :person, :name, :contact, :typist, :said, :now, :place)""")
                .param("council", where.council())
                .param("id", telling.id())
                .param("route", route.word())
                .param("person", teller == null ? null : teller.person(), Types.OTHER)
                .param("name", teller == null ? null : teller.name(), Types.VARCHAR)
                .param("contact", teller == null ? null : teller.contact(), Types.VARCHAR)
                .param("typist", typedBy)
                .param("said", Timestamp.from(said))
                .param("now", Timestamp.from(typed))
                .param("place", where.neighbourhood(), Types.BIGINT)
                .update();
        return telling;
    }

    public Optional<Telling> find(long council, UUID id) {
        return sql.sql("""
                        select telling_id, route, told_by, told_name, told_contact, typed_by, said_at, typed_at from people.telling
                        where council_id = :council and telling_id = :id""")
                .param("council", council)
                .param("id", id)
                .query((row, _) -> {
                    UUID person = row.getObject("told_by", UUID.class);
                    String name = row.getString("told_name");
                    return new Telling(
                            id,
                            council,
                            Telling.Route.of(row.getString("route")),
                            person == null && name == null
                                    ? null
                                    : new Telling.Teller(person, name, row.getString("told_contact")),
                            row.getObject("typed_by", UUID.class),
                            row.getTimestamp("said_at").toInstant(),
                            row.getTimestamp("typed_at").toInstant());
                })
                .optional();
    }
}
