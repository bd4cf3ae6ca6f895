package org.communitycontracts.people.residency;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
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

/** What was entered for somebody else, and from whom it came; a room that stores what was said keeps the entry's number. */
@Repository
public class Entries {
    private final JdbcClient sql;

    Entries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Keeps who told and who typed. What is said to have been told later than now counts as told now.
     *
     * @param neighbourhood where it is about; null when that is not known, which only an agent of the council may enter
     */
    public Entry take(
            Actor actor, Where where, Entry.Route route, Entry.@Nullable Teller teller, Instant saidAt, Instant now) {
        Policy.demand(actor, Deed.ENTER_FOR_ANOTHER, where);
        UUID typedBy = Objects.requireNonNull(actor.person(), "An entry is typed by a person");
        Instant said = saidAt.isAfter(now) ? now : saidAt;
        Entry entry = new Entry(UUID.randomUUID(), where.council(), route, teller, typedBy, said, now);
        sql.sql("""
                        insert into people.entry (council_id, entry_id, route, told_by, told_name, told_contact, typed_by,
                            said_at, typed_at, neighbourhood_id)
                        values (:council, :id, :route, :person, :name, :contact, :typed, :said, :now, :place)""")
                .param("council", where.council())
                .param("id", entry.id())
                .param("route", route.word())
                .param("person", teller == null ? null : teller.person(), Types.OTHER)
                .param("name", teller == null ? null : teller.name(), Types.VARCHAR)
                .param("contact", teller == null ? null : teller.contact(), Types.VARCHAR)
                .param("typed", typedBy)
                .param("said", Timestamp.from(said))
                .param("now", Timestamp.from(now))
                .param("place", where.neighbourhood(), Types.BIGINT)
                .update();
        return entry;
    }

    public Optional<Entry> find(long council, UUID id) {
        return sql.sql("""
                        select entry_id, route, told_by, told_name, told_contact, typed_by, said_at, typed_at from people.entry
                        where council_id = :council and entry_id = :id""")
                .param("council", council)
                .param("id", id)
                .query((row, _) -> {
                    UUID person = row.getObject("told_by", UUID.class);
                    String name = row.getString("told_name");
                    return new Entry(
                            id,
                            council,
                            Entry.Route.of(row.getString("route")),
                            person == null && name == null
                                    ? null
                                    : new Entry.Teller(person, name, row.getString("told_contact")),
                            row.getObject("typed_by", UUID.class),
                            row.getTimestamp("said_at").toInstant(),
                            row.getTimestamp("typed_at").toInstant());
                })
                .optional();
    }
}
