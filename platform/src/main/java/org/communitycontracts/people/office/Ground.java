package org.communitycontracts.people.office;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.communitycontracts.acts.Act;
import org.communitycontracts.people.Register;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Boundary;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens councils and neighbourhoods, and keeps the act of it. */
@Component
public class Ground {
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Register register;

    Ground(Councils councils, Neighbourhoods neighbourhoods, Register register) {
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.register = register;
    }

    /**
     * What a neighbourhood is found by, and where it lies.
     *
     * @param boundary null when nobody has drawn it
     */
    public record Plan(
            List<String> streets,
            List<String> postcodes,
            @Nullable Boundary boundary) {
        public Plan {
            streets = List.copyOf(streets);
            postcodes = List.copyOf(postcodes);
        }
    }

    /** Opens a council whose figures are those of its own reports; the rows of council 0 are in sight. */
    public Council open(Actor actor, String slug, String name, ZoneId zone, Instant now) {
        Policy.demand(actor, Deed.OPEN_COUNCIL, Where.SITE);
        return register.inOneStep(() -> {
            Council council =
                    councils.open(actor, slug, name, zone, false, null, Names.WORDS.of("council.source", name));
            Act.By by = Register.by(actor, Deed.OPEN_COUNCIL.roles(), Where.SITE);
            register.keep(by, "council.opened", actor.council(), new Act.Thing("council", slug), null, null, now);
            return council;
        });
    }

    /** Opens a neighbourhood. */
    public Neighbourhood open(Actor actor, long council, String name, Plan plan, Instant now) {
        Policy.demand(actor, Deed.KEEP_NEIGHBOURHOODS, Where.council(council));
        return register.inOneStep(() -> {
            Neighbourhood opened = neighbourhoods.open(actor, council, name, plan.boundary());
            names(actor, opened, plan);
            keep(actor, "neighbourhood.opened", opened, now);
            return opened;
        });
    }

    /** Adds to what a neighbourhood is found by, and draws it anew when an outline is given. */
    public void add(Actor actor, Neighbourhood place, Plan plan, Instant now) {
        Policy.demand(actor, Deed.KEEP_NEIGHBOURHOODS, Where.council(place.councilId()));
        register.inOneStep(() -> {
            names(actor, place, plan);
            Boundary boundary = plan.boundary();
            if (boundary != null) {
                neighbourhoods.draw(actor, place, boundary);
            }
            keep(actor, "neighbourhood.corrected", place, now);
        });
    }

    private void names(Actor actor, Neighbourhood place, Plan plan) {
        plan.streets().forEach(street -> neighbourhoods.nameFor(actor, place, street, SearchName.Kind.STREET));
        plan.postcodes().forEach(code -> neighbourhoods.nameFor(actor, place, code, SearchName.Kind.POSTCODE));
    }

    private void keep(Actor actor, String verb, Neighbourhood place, Instant now) {
        Act.By by = Register.by(actor, Deed.KEEP_NEIGHBOURHOODS.roles(), Where.council(place.councilId()));
        Act.Thing thing = new Act.Thing("neighbourhood", place.slug());
        register.keep(by, verb, place.councilId(), thing, null, null, now);
    }
}
