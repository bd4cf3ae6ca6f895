package org.communitycontracts.people.signin;

import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Workplaces;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own first page: who they are here, what they may do, and the way out. */
@RestController
class AccountPages {
    private final Words words = Words.beside(AccountPages.class);
    private final Pages pages;
    private final People people;
    private final Factors factors;
    private final ObjectProvider<Workplaces> workplaces;

    AccountPages(Pages pages, People people, Factors factors, ObjectProvider<Workplaces> workplaces) {
        this.pages = pages;
        this.people = people;
        this.factors = factors;
        this.workplaces = workplaces;
    }

    @GetMapping("/account")
    ResponseEntity<byte[]> account(Actor actor) {
        Policy.demand(actor, Deed.SEE_PERSON, Where.council(actor.council()).about(actor.person()));
        Optional<Person> person = people.find(actor.council(), java.util.Objects.requireNonNull(actor.person()));
        return pages.page(
                HttpStatus.OK,
                "people/signin/account.jte",
                Map.of(
                        "words",
                        words,
                        "person",
                        person.orElseThrow(),
                        "actor",
                        actor,
                        "workplaces",
                        workplaces
                                .orderedStream()
                                .flatMap(room -> room.of(actor).stream())
                                .toList(),
                        "factors",
                        factors.hasAny(Owner.of(actor))));
    }
}
