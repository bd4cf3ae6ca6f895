package org.communitycontracts.people.office;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Row;

/**
 * A person's page: what stands on it, and what the reader may do there.
 *
 * @param facts name, address and state of the account
 * @param roles each with its term and what can be done about it
 */
record PersonView(Person person, List<Row> facts, List<RoleRow> roles, List<Link> deeds, boolean mayReopen) {
    /** A role as the page tells it. */
    record RoleRow(String role, List<String> about, List<Link> deeds) {}

    static PersonView of(Office office, Person person, List<Holding> holdings, Members members) {
        return new PersonView(
                person,
                facts(office, person),
                holdings.stream().map(holding -> row(office, holding, members)).toList(),
                deeds(office, person, holdings),
                person.isClosed() && !person.isErased() && office.may(Deed.DISABLE_PERSON));
    }

    private static List<Row> facts(Office office, Person person) {
        Words words = office.words();
        List<Row> facts = new ArrayList<>();
        if (office.may(Deed.SEE_PEOPLE) || person.id().equals(office.actor().person())) {
            facts.add(Row.of(words.of("person.email"), person.email().written()));
        }
        facts.add(Row.of(words.of("person.since"), office.day(person.openedAt())));
        if (person.closedAt() != null) {
            facts.add(Row.of(words.of("person.closed"), office.day(person.closedAt())));
        }
        return facts;
    }

    private static RoleRow row(Office office, Holding holding, Members members) {
        Words words = office.words();
        List<String> about = new ArrayList<>();
        about.add(words.of("role.since", office.day(holding.since())));
        if (holding.until() != null) {
            about.add(words.of("role.until", office.lastDay(holding.until())));
        }
        members.principal(office, holding).ifPresent(name -> about.add(words.of("role.deputy.for", name)));
        List<Link> deeds = new ArrayList<>();
        String here = "/people/" + holding.person() + "/roles/" + holding.id();
        boolean own = office.isOwn(holding);
        if (own || office.gives(holding.standing())) {
            if (holding.mayHaveDeputy()) {
                deeds.add(Link.to(words.of("role.deputy"), office.at(here + "/deputy")));
            }
            deeds.add(Link.to(words.of(own ? "role.down" : "role.end"), office.at(here + "/end")));
        }
        return new RoleRow(office.tell(holding.standing()), about, deeds);
    }

    private static List<Link> deeds(Office office, Person person, List<Holding> holdings) {
        Words words = office.words();
        List<Link> deeds = new ArrayList<>();
        String here = "/people/" + person.id();
        boolean isOther = !person.id().equals(office.actor().person());
        if (!person.isClosed()) {
            open(office, person, holdings, deeds);
        }
        if (office.may(Deed.ERASE_PERSON) && isOther && !person.isErased()) {
            deeds.add(Link.to(words.of("erase.link"), office.at(here + "/erase")));
        }
        return deeds;
    }

    private static void open(Office office, Person person, List<Holding> holdings, List<Link> deeds) {
        Words words = office.words();
        String here = "/people/" + person.id();
        boolean isOther = !person.id().equals(office.actor().person());
        if (!office.rolesToGive().isEmpty()) {
            deeds.add(Link.to(words.of("role.give"), office.at(here + "/roles")));
        }
        if (holdings.stream().anyMatch(holding -> office.gives(holding.standing()))) {
            deeds.add(Link.to(words.of("handover.link"), office.at(here + "/hand-over")));
        }
        if (office.may(Deed.TAKE_LOCKS_AWAY) && isOther) {
            deeds.add(Link.to(words.of("locks.link"), office.at(here + "/locks")));
        }
        if (office.may(Deed.DISABLE_PERSON) && isOther) {
            deeds.add(Link.to(words.of("close.link"), office.at(here + "/close")));
        }
    }
}
