package org.communitycontracts.people.office;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The people of a council as somebody in its office may see them: what may not be seen is as if it were not there. */
@Component
class Members {
    private final Offices offices;
    private final People people;
    private final Standings standings;
    private final Pages pages;

    Members(Offices offices, People people, Standings standings, Pages pages) {
        this.offices = offices;
        this.people = people;
        this.standings = standings;
        this.pages = pages;
    }

    /** What is done about one person. */
    interface Work {
        ResponseEntity<byte[]> with(Office office, Person person);
    }

    /** What is done about one role of one person. */
    interface RoleWork {
        ResponseEntity<byte[]> with(Office office, Person person, Holding holding);
    }

    ResponseEntity<byte[]> of(String slug, UUID id, Actor actor, Work work) {
        return offices.about(
                slug,
                id,
                actor,
                office -> people.find(office.council().id(), id)
                        .filter(person -> isShown(office, person))
                        .map(person -> work.with(office, person))
                        .orElseGet(pages::notFound));
    }

    ResponseEntity<byte[]> of(String slug, UUID id, UUID holding, Actor actor, RoleWork work) {
        return of(
                slug,
                id,
                actor,
                (office, person) -> shown(office, person).stream()
                        .filter(held -> held.id().equals(holding))
                        .findFirst()
                        .map(held -> work.with(office, person, held))
                        .orElseGet(pages::notFound));
    }

    /** The roles of a person that the actor may see. */
    List<Holding> shown(Office office, Person person) {
        return standings.of(office.council().id(), person.id(), office.now()).stream()
                .filter(holding -> office.sees(holding) || office.isOwn(holding))
                .toList();
    }

    /** Those who could take a role over or stand in for it: everybody with a role that the actor may see. */
    List<Person> others(Office office, Person person) {
        long council = office.council().id();
        return people.holders(office.actor(), council, standings.list(council, office.now())).stream()
                .filter(other -> !other.id().equals(person.id()))
                .toList();
    }

    /** Somebody else with an account, for a reader who sees nobody but knows the address. */
    Optional<Person> other(Office office, Person person, EmailAddress email) {
        return people.find(office.council().id(), email)
                .filter(other -> !other.isClosed() && !other.id().equals(person.id()));
    }

    /** For whom a role stands in, by name. */
    Optional<String> principal(Office office, Holding holding) {
        UUID principal = holding.deputyFor();
        return Optional.ofNullable(principal)
                .flatMap(id -> standings.find(office.council().id(), id))
                .flatMap(held -> people.find(office.council().id(), held.person()))
                .map(Person::name);
    }

    private boolean isShown(Office office, Person person) {
        return person.id().equals(office.actor().person())
                || office.may(Deed.SEE_PEOPLE)
                || (!person.isClosed() && !shown(office, person).isEmpty());
    }
}
