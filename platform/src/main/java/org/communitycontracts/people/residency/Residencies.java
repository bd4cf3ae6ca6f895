package org.communitycontracts.people.residency;

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
import org.communitycontracts.people.Register;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.SiteKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is shown to live where. A postcode makes a resident; a letter's code, a council's list or a coordinator's word makes a
 * verified one. Ten wrong tries a day and no more are taken from that person until the day is over.
 */
@Repository
public class Residencies {
    private static final int WRONG_TRIES_A_DAY = 10;

    private final JdbcClient sql;
    private final SiteKey key;
    private final Neighbourhoods neighbourhoods;
    private final Standings standings;
    private final Register register;

    Residencies(JdbcClient sql, SiteKey key, Neighbourhoods neighbourhoods, Standings standings, Register register) {
        this.sql = sql;
        this.key = key;
        this.neighbourhoods = neighbourhoods;
        this.standings = standings;
        this.register = register;
    }

    /** What came of showing it. */
    public sealed interface Outcome {
        record Shown(Evidence evidence) implements Outcome {}

        /** No, and why; the key of its words. */
        record Refused(String because) implements Outcome {}
    }

    /** Says where one lives: a whole postcode within the boundary, and the house. */
    public Outcome byPostcode(Actor actor, Neighbourhood place, String postcode, String house, Instant now) {
        UUID person = self(actor, place);
        Optional<Household> household = Household.of(key, place.councilId(), postcode, house);
        if (household.isEmpty()) {
            return new Outcome.Refused(Household.isPostcode(postcode) ? "house.missing" : "postcode.wrong");
        }
        if (!neighbourhoods.holdsPostcode(place, postcode)) {
            return new Outcome.Refused("postcode.outside");
        }
        return shown(actor, person, place.councilId(), place.id(), Evidence.POSTCODE, household.get(), null, now);
    }

    /** Types the code of a letter. */
    public Outcome byLetter(Actor actor, Neighbourhood place, String code, Instant now) {
        UUID person = self(actor, place);
        if (isTired(place.councilId(), person, now)) {
            return new Outcome.Refused("tries");
        }
        Optional<AddressCodes.Used> used = new AddressCodes(sql, key, register).use(place, code, person, now);
        if (used.isEmpty()) {
            return wrong(place.councilId(), person, now, "code.wrong");
        }
        return shown(
                actor,
                person,
                place.councilId(),
                place.id(),
                Evidence.LETTER,
                used.get().household(),
                null,
                now);
    }

    /** Asks the council's list for a surname at an address. */
    public Outcome byList(
            Actor actor, Neighbourhood place, String surname, String postcode, String house, Instant now) {
        UUID person = self(actor, place);
        if (isTired(place.councilId(), person, now)) {
            return new Outcome.Refused("tries");
        }
        Optional<Household> household = Household.of(key, place.councilId(), postcode, house);
        if (household.isEmpty()) {
            return new Outcome.Refused(Household.isPostcode(postcode) ? "house.missing" : "postcode.wrong");
        }
        if (!new ListedResidents(sql, key, register).holds(place, surname, household.get())) {
            return wrong(place.councilId(), person, now, "list.unknown");
        }
        return shown(actor, person, place.councilId(), place.id(), Evidence.LIST, household.get(), null, now);
    }

    /** A coordinator gives their word for somebody; for themselves it counts nothing. */
    public Outcome byWord(Actor actor, Neighbourhood place, UUID person, Instant now) {
        Policy.demand(
                actor,
                Deed.VOUCH_FOR_RESIDENCY,
                Where.council(place.councilId()).neighbourhood(place.id()).about(person));
        if (person.equals(actor.person())) {
            return new Outcome.Refused("word.self");
        }
        return shown(actor, person, place.councilId(), place.id(), Evidence.WORD, null, actor.person(), now);
    }

    /** What shows where a person lives, the strongest first. */
    public List<Residency> of(long council, UUID person) {
        return sql
                .sql("""
                        select council_id, residency_id, person_id, neighbourhood_id, evidence, household, shown_at
                        from people.residency where council_id = :council and person_id = :person and ended_at is null""")
                .param("council", council)
                .param("person", person)
                .query(Residencies::residency)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Residency::evidence).reversed())
                .toList();
    }

    /** The household of a person in a neighbourhood, by the strongest evidence that names an address. */
    public Optional<Household> household(long council, UUID person, long neighbourhood) {
        return of(council, person).stream()
                .filter(shown -> shown.neighbourhood() == neighbourhood)
                .flatMap(shown -> Optional.ofNullable(shown.household()).stream())
                .findFirst();
    }

    /** Says that one lives there no more; what was done while one did stays done. */
    public void moveAway(Actor actor, Neighbourhood place, Instant now) {
        UUID person = self(actor, place);
        register.inOneStep(() -> {
            sql.sql("""
                            update people.residency set ended_at = :now
                            where council_id = :council and person_id = :person and neighbourhood_id = :place and ended_at is null""")
                    .param("council", place.councilId())
                    .param("person", person)
                    .param("place", place.id())
                    .param("now", Timestamp.from(now))
                    .update();
            standings.endAsResident(place.councilId(), person, place.id(), now);
            Act.Thing thing = new Act.Thing("neighbourhood", place.slug());
            register.keep(new Act.By("person", person), "residency.ended", place.councilId(), thing, person, null, now);
        });
    }

    private static UUID self(Actor actor, Neighbourhood place) {
        Policy.demand(
                actor,
                Deed.SHOW_RESIDENCY,
                Where.council(place.councilId()).neighbourhood(place.id()).about(actor.person()));
        return java.util.Objects.requireNonNull(actor.person());
    }

    private Outcome shown(
            Actor actor,
            UUID person,
            long council,
            long neighbourhood,
            Evidence evidence,
            @Nullable Household household,
            @Nullable UUID by,
            Instant now) {
        sql.sql("""
                        insert into people.residency (council_id, residency_id, person_id, neighbourhood_id, evidence, household,
                            shown_at, vouched_by)
                        values (:council, :id, :person, :place, :evidence, :household, :now, :by)
                        on conflict (council_id, person_id, neighbourhood_id, evidence) where ended_at is null
                        do update set household = excluded.household, shown_at = excluded.shown_at""")
                .param("council", council)
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("place", neighbourhood)
                .param("evidence", evidence.word())
                .param("household", household == null ? null : household.mark(), Types.BINARY)
                .param("now", Timestamp.from(now))
                .param("by", by, Types.OTHER)
                .update();
        Role role = evidence.verifies() ? Role.VERIFIED_RESIDENT : Role.RESIDENT;
        standings.giveAsResident(actor, person, new Standing(role, council, neighbourhood, null), now);
        return new Outcome.Shown(evidence);
    }

    private boolean isTired(long council, UUID person, Instant now) {
        return sql.sql("""
                        select count(*) >= :most from people.residency_try
                        where council_id = :council and person_id = :person and tried_at > :day""")
                .param("council", council)
                .param("person", person)
                .param("day", Timestamp.from(now.minus(Duration.ofDays(1))))
                .param("most", WRONG_TRIES_A_DAY)
                .query(Boolean.class)
                .single();
    }

    private Outcome wrong(long council, UUID person, Instant now, String because) {
        sql.sql("insert into people.residency_try (council_id, person_id, tried_at) values (:council, :person, :now)")
                .param("council", council)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
        return new Outcome.Refused(because);
    }

    private static Residency residency(ResultSet row, int number) throws SQLException {
        byte[] household = row.getBytes("household");
        return new Residency(
                row.getObject("residency_id", UUID.class),
                row.getLong("council_id"),
                row.getObject("person_id", UUID.class),
                row.getLong("neighbourhood_id"),
                Evidence.of(row.getString("evidence")),
                household == null ? null : new Household(household),
                row.getTimestamp("shown_at").toInstant());
    }
}
