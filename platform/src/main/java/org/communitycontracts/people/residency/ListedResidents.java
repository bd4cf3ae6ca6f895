package org.communitycontracts.people.residency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.acts.Act;
import org.communitycontracts.people.Register;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.store.SiteKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A council's list of who lives where, kept as marks of surname and address: it answers a question, and cannot be read. */
@Repository
public class ListedResidents {
    private final JdbcClient sql;
    private final SiteKey key;
    private final Register register;

    ListedResidents(JdbcClient sql, SiteKey key, Register register) {
        this.sql = sql;
        this.key = key;
        this.register = register;
    }

    /** One line of the list. */
    public record Line(String surname, Address address) {
        /** Reads "surname; house; street; postcode"; empty when a part is missing. */
        static Optional<Line> parse(String line) {
            String[] parts = line.split("[;,\\t]", 2);
            return parts.length == 2 && !parts[0].isBlank()
                    ? Address.parse(parts[1]).map(address -> new Line(parts[0].strip(), address))
                    : Optional.empty();
        }
    }

    /** Takes the place of the list that was there; gives back how many it holds now. */
    public int load(Actor actor, Neighbourhood place, List<Line> lines, Instant now) {
        Policy.demand(actor, Deed.PRINT_CODES, Where.council(place.councilId()).neighbourhood(place.id()));
        List<Household> households = lines.stream()
                .map(line -> line.address().household(key, place.councilId()))
                .toList();
        byte[][] residents = new byte[lines.size()][];
        for (int i = 0; i < residents.length; i++) {
            residents[i] = resident(lines.get(i).surname(), households.get(i));
        }
        return register.inOneStep(() -> {
            sql.sql("delete from people.listed_resident where council_id = :council and neighbourhood_id = :place")
                    .param("council", place.councilId())
                    .param("place", place.id())
                    .update();
            int listed = sql.sql("""
                            insert into people.listed_resident (council_id, neighbourhood_id, resident, household, listed_at)
                            select :council, :place, resident, household, :now
                            from unnest(:residents::bytea[], :households::bytea[]) as line (resident, household)
                            on conflict do nothing""")
                    .param("council", place.councilId())
                    .param("place", place.id())
                    .param("residents", residents)
                    .param(
                            "households",
                            households.stream().map(Household::mark).toArray(byte[][]::new))
                    .param("now", Timestamp.from(now))
                    .update();
            Where where = Where.council(place.councilId()).neighbourhood(place.id());
            Act.By by = Register.by(actor, Deed.PRINT_CODES.roles(), where);
            Act.Thing thing = new Act.Thing("neighbourhood", place.slug());
            register.keep(by, "residents.listed", place.councilId(), thing, null, null, now);
            return listed;
        });
    }

    boolean holds(Neighbourhood place, String surname, Household household) {
        return sql.sql("""
                        select exists (select from people.listed_resident
                        where council_id = :council and neighbourhood_id = :place and resident = :resident)""")
                .param("council", place.councilId())
                .param("place", place.id())
                .param("resident", resident(surname, household))
                .query(Boolean.class)
                .single();
    }

    private byte[] resident(String surname, Household household) {
        return key.mark("listed resident", household.toString(), Household.folded(surname));
    }
}
