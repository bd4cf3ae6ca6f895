package org.communitycontracts.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitycontracts.acts.Act;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who holds which role, where and for whom; of a standing only its term is ever changed, and it ends once. Nobody is given a role that they are
 * {@link TooYoung} for.
 */
@Repository
public class Standings {
    private static final String NOW_HELD = """
            select s.council_id, s.standing_id, s.person_id, s.role, s.neighbourhood_id, s.party_id, s.begins_at, s.until,
                s.deputy_for
            from people.standing s
            left join people.standing principal
                on principal.council_id = s.council_id and principal.standing_id = s.deputy_for
            left join people.person holder
                on holder.council_id = principal.council_id and holder.person_id = principal.person_id
            left join people.party p on p.council_id = s.council_id and p.party_id = s.party_id
            where s.council_id = :council and s.ended_at is null
                and s.begins_at <= :now and (s.until is null or s.until > :now)
                and (s.deputy_for is null
                    or principal.ended_at is null and (principal.until is null or principal.until > :now)
                        and holder.closed_at is null)
                and (p.ended_at is null or p.ended_at > :now)
            """;

    private final JdbcClient sql;
    private final Register register;
    private final Guardians guardians;

    Standings(JdbcClient sql, Register register, Guardians guardians) {
        this.sql = sql;
        this.register = register;
        this.guardians = guardians;
    }

    /** The standings a person holds at this moment; a deputy's rests once the one stood in for has ended. */
    List<Standing> held(long council, UUID person, Instant now) {
        return of(council, person, now).stream().map(Holding::standing).toList();
    }

    /** What one person holds at this moment. */
    public List<Holding> of(long council, UUID person, Instant now) {
        return sql.sql(NOW_HELD + "and s.person_id = :person order by s.begins_at, s.standing_id")
                .param("council", council)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(Standings::holding)
                .list();
    }

    /** All that is held in a council at this moment. */
    public List<Holding> list(long council, Instant now) {
        return sql.sql(NOW_HELD + "order by s.begins_at, s.standing_id")
                .param("council", council)
                .param("now", Timestamp.from(now))
                .query(Standings::holding)
                .list();
    }

    public Optional<Holding> find(long council, UUID id) {
        return sql.sql("""
                        select council_id, standing_id, person_id, role, neighbourhood_id, party_id, begins_at, until, deputy_for
                        from people.standing where council_id = :council and standing_id = :id and ended_at is null""")
                .param("council", council)
                .param("id", id)
                .query(Standings::holding)
                .optional();
    }

    /** Gives a person a role; the one held already, when it is the same. A term ends at {@code until}, if there is one. */
    public void give(Actor actor, UUID person, Standing standing, @Nullable Instant until, Instant now) {
        Policy.demandToGive(
                actor,
                standing.role(),
                new Where(standing.council(), standing.neighbourhood(), standing.party(), person));
        register.inOneStep(() -> {
            if (write(actor, person, standing, until, null, now)) {
                keep(actor, "role.given", standing, person, now);
            }
        });
    }

    /**
     * Hands over what somebody held who leaves: the next one holds it up to the same day, and the leaver's ends. What they held
     * as a deputy ends with nobody after them, since it was never theirs to hand on. All of it, or nothing.
     */
    public void handOver(Actor actor, List<Holding> holdings, UUID next, Instant now) {
        register.inOneStep(() -> holdings.forEach(holding -> {
            if (holding.deputyFor() == null) {
                give(actor, next, holding.standing(), later(holding, next, now), now);
            }
            end(actor, holding, now);
        }));
    }

    /** Up to when the next one holds it: whoever holds it longer already keeps that term. */
    private @Nullable Instant later(Holding holding, UUID next, Instant now) {
        List<Holding> own = of(holding.standing().council(), next, now).stream()
                .filter(held -> held.standing().equals(holding.standing()) && held.deputyFor() == null)
                .toList();
        boolean forGood = holding.until() == null || own.stream().anyMatch(held -> held.until() == null);
        return forGood
                ? null
                : Stream.concat(Stream.of(holding), own.stream())
                        .map(held -> Objects.requireNonNull(held.until()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** Gives the role that an invitation offered, whoever made it having been allowed to. */
    void accept(Person person, Invitation invitation, Instant now) {
        Actor self = new Actor(person.id(), person.council(), false, List.of());
        if (write(self, person.id(), invitation.standing(), invitation.until(), null, now)) {
            keep(self, "role.accepted", invitation.standing(), person.id(), now);
        }
    }

    /**
     * Gives a resident's role, which no role gives: the proof that somebody lives there gives it.
     *
     * @param actor who showed it: the person, or the coordinator who gave their word
     */
    public void giveAsResident(Actor actor, UUID person, Standing standing, Instant now) {
        boolean own = person.equals(actor.person());
        Policy.demand(
                actor,
                own ? Deed.SHOW_RESIDENCY : Deed.VOUCH_FOR_RESIDENCY,
                new Where(standing.council(), standing.neighbourhood(), standing.party(), person));
        if (standing.role() != Role.RESIDENT && standing.role() != Role.VERIFIED_RESIDENT) {
            throw new IllegalArgumentException("A " + standing.role().word() + " is made by a person, not by a proof");
        }
        write(actor, person, standing, null, null, now);
        Act.By by = own
                ? new Act.By("person", person)
                : Register.by(actor, Deed.VOUCH_FOR_RESIDENCY.roles(), where(standing));
        register.keep(by, "residency.shown", standing.council(), thing(standing), person, null, now);
    }

    /** Ends what somebody held as a resident of a neighbourhood. */
    public void endAsResident(long council, UUID person, long neighbourhood, Instant now) {
        sql.sql("""
                        update people.standing set ended_at = :now, ended_by = :person
                        where council_id = :council and person_id = :person and neighbourhood_id = :place and ended_at is null
                            and role in ('resident', 'verified_resident')""")
                .param("council", council)
                .param("person", person)
                .param("place", neighbourhood)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Lets a person stand in for the holder of a role, until that moment at the latest: the holder names one, or whoever
     * may give the role. Nobody stands in for a deputy, nor for a resident, whose role nobody gives.
     */
    public void deputise(Actor actor, UUID person, Holding holding, Instant until, Instant now) {
        demandOverHolding(actor, holding);
        if (!holding.mayHaveDeputy()) {
            throw new IllegalArgumentException("Nobody stands in for a deputy, nor for a resident");
        }
        register.inOneStep(() -> {
            if (write(actor, person, holding.standing(), until, holding.id(), now)) {
                keep(actor, "role.deputised", holding.standing(), person, now);
            }
        });
    }

    /**
     * Writes down that somebody holds this from now on. One that is over ends for good and another begins; one that still runs
     * gets the new term, unless it is the person's own and the new one a deputy's.
     *
     * @return whether anything is other than it was
     */
    private boolean write(
            Actor actor,
            UUID person,
            Standing standing,
            @Nullable Instant until,
            @Nullable UUID deputyFor,
            Instant now) {
        guardians.demand(standing.council(), person, standing.role());
        sql.sql("""
                        update people.standing set ended_at = until
                        where council_id = :council and person_id = :person and role = :role and ended_at is null
                            and until <= :now and neighbourhood_id is not distinct from :neighbourhood
                            and party_id is not distinct from :party""")
                .param("council", standing.council())
                .param("person", person)
                .param("role", standing.role().word())
                .param("neighbourhood", standing.neighbourhood(), Types.BIGINT)
                .param("party", standing.party(), Types.BIGINT)
                .param("now", Timestamp.from(now))
                .update();
        return sql.sql("""
                        insert into people.standing (council_id, standing_id, person_id, role, neighbourhood_id, party_id,
                            begins_at, until, given_by, deputy_for)
                        values (:council, :id, :person, :role, :neighbourhood, :party, :now, :until, :by, :deputy)
                        on conflict (council_id, person_id, role, coalesce(neighbourhood_id, 0), coalesce(party_id, 0))
                            where ended_at is null
                        do update set until = excluded.until, deputy_for = excluded.deputy_for
                            where (standing.deputy_for is not null or excluded.deputy_for is null)
                                and (standing.until, standing.deputy_for) is distinct from (excluded.until, excluded.deputy_for)""")
                        .param("council", standing.council())
                        .param("id", UUID.randomUUID())
                        .param("person", person)
                        .param("role", standing.role().word())
                        .param("neighbourhood", standing.neighbourhood(), Types.BIGINT)
                        .param("party", standing.party(), Types.BIGINT)
                        .param("now", Timestamp.from(now))
                        .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                        .param("by", actor.person(), Types.OTHER)
                        .param("deputy", deputyFor, Types.OTHER)
                        .update()
                == 1;
    }

    /** Ends a standing: by whoever may give it, or by its holder, who lays it down. */
    public void end(Actor actor, Holding holding, Instant now) {
        demandOverHolding(actor, holding);
        register.inOneStep(() -> {
            int ended = sql.sql("""
                            update people.standing set ended_at = :now, ended_by = :by
                            where council_id = :council and standing_id = :id and ended_at is null""")
                    .param("council", holding.standing().council())
                    .param("id", holding.id())
                    .param("by", actor.person(), Types.OTHER)
                    .param("now", Timestamp.from(now))
                    .update();
            if (ended == 1) {
                keep(actor, "role.ended", holding.standing(), holding.person(), now);
            }
        });
    }

    private void keep(Actor actor, String verb, Standing standing, UUID person, Instant now) {
        Act.By by = Register.by(actor, standing.role().givers(), where(standing));
        register.keep(by, verb, standing.council(), thing(standing), person, null, now);
    }

    /** Which role, where and for whom, by their numbers. */
    static Act.Thing thing(Standing standing) {
        String place = standing.neighbourhood() == null ? "" : " in " + standing.neighbourhood();
        String party = standing.party() == null ? "" : " for " + standing.party();
        return new Act.Thing("role", standing.role().word() + place + party);
    }

    private static Where where(Standing standing) {
        return new Where(standing.council(), standing.neighbourhood(), standing.party(), null);
    }

    private static void demandOverHolding(Actor actor, Holding holding) {
        boolean own = Objects.equals(actor.person(), holding.person())
                && actor.council() == holding.standing().council();
        if (own) {
            Policy.demandOverOwn(actor, holding.standing().role());
        } else {
            Policy.demandToGive(actor, holding.standing().role(), holding.where());
        }
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                row.getObject("standing_id", UUID.class),
                row.getObject("person_id", UUID.class),
                new Standing(
                        Role.of(row.getString("role")),
                        row.getLong("council_id"),
                        row.getObject("neighbourhood_id", Long.class),
                        row.getObject("party_id", Long.class)),
                row.getTimestamp("begins_at").toInstant(),
                People.instant(row, "until"),
                row.getObject("deputy_for", UUID.class));
    }
}
