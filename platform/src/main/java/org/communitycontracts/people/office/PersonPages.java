package org.communitycontracts.people.office;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.people.privacy.Erasure;
import org.communitycontracts.people.signin.LostLocks;
import org.communitycontracts.people.signin.Sessions;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person's page in the office, and what an administrator does with the account: closed, opened, its lost locks, erased. */
@RestController
class PersonPages {
    private static final String ONE = "/councils/{slug}/office/people/{id}";

    private final Pages pages;
    private final Members members;
    private final People people;
    private final Standings standings;
    private final Sessions sessions;
    private final LostLocks lost;
    private final Erasure erasure;

    PersonPages(
            Pages pages,
            Members members,
            People people,
            Standings standings,
            Sessions sessions,
            LostLocks lost,
            Erasure erasure) {
        this.pages = pages;
        this.members = members;
        this.people = people;
        this.standings = standings;
        this.sessions = sessions;
        this.lost = lost;
        this.erasure = erasure;
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            Actor actor) {
        return members.of(slug, id, actor, (office, person) -> {
            List<Holding> holdings = members.shown(office, person);
            return pages.page(
                    HttpStatus.OK,
                    "people/office/person.jte",
                    Map.of("office", office, "view", PersonView.of(office, person, holdings, members), "done", done));
        });
    }

    @GetMapping(ONE + "/close")
    ResponseEntity<byte[]> askToClose(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return whole(slug, id, actor, (office, person) -> close(office, person, Form.blank("close")));
    }

    @PostMapping(ONE + "/close")
    ResponseEntity<byte[]> close(
            @PathVariable String slug, @PathVariable UUID id, @RequestParam Map<String, String> typed, Actor actor) {
        return whole(slug, id, actor, (office, person) -> {
            Form form = Form.of("close", typed);
            String why = form.line("why");
            if (person.id().equals(actor.person())) {
                form.wrong("why", "close.own");
            }
            if (form.isWrong()) {
                return close(office, person, form);
            }
            people.close(actor, office.council().id(), id, why, office.now());
            sessions.endAll(office.council().id(), id);
            return office.to("/people/" + id + "?done=account.closed");
        });
    }

    @PostMapping(ONE + "/reopen")
    ResponseEntity<byte[]> reopen(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return whole(slug, id, actor, (office, person) -> {
            people.reopen(actor, office.council().id(), id, office.now());
            return office.to("/people/" + id + "?done=account.reopened");
        });
    }

    @GetMapping(ONE + "/locks")
    ResponseEntity<byte[]> askToTakeLocksAway(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return locks(slug, id, actor, (office, person) -> locks(office, person, Form.blank("locks")));
    }

    @PostMapping(ONE + "/locks")
    ResponseEntity<byte[]> takeLocksAway(
            @PathVariable String slug, @PathVariable UUID id, @RequestParam Map<String, String> typed, Actor actor) {
        return locks(slug, id, actor, (office, person) -> {
            Form form = Form.of("locks", typed);
            String why = form.line("why");
            if (person.id().equals(actor.person())) {
                form.wrong("why", "locks.own");
            }
            if (form.isWrong()) {
                return locks(office, person, form);
            }
            lost.takeAway(actor, person, why, office.now());
            return office.to("/people/" + id + "?done=locks.taken");
        });
    }

    @GetMapping(ONE + "/erase")
    ResponseEntity<byte[]> askToErase(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return erasing(
                slug,
                id,
                actor,
                (office, person) -> pages.page(
                        HttpStatus.OK,
                        "people/office/confirm.jte",
                        Map.of("office", office, "confirm", Confirm.erasureOf(person, office))));
    }

    @PostMapping(ONE + "/erase")
    ResponseEntity<byte[]> erase(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return erasing(slug, id, actor, (office, person) -> {
            erasure.erase(actor, person, office.now());
            return office.to("/people/" + id + "?done=account.erased");
        });
    }

    private ResponseEntity<byte[]> erasing(String slug, UUID id, Actor actor, Members.Work work) {
        return members.of(slug, id, actor, (office, person) -> {
            Policy.demand(actor, Deed.ERASE_PERSON, office.whole());
            return work.with(office, person);
        });
    }

    private ResponseEntity<byte[]> locks(String slug, UUID id, Actor actor, Members.Work work) {
        return members.of(slug, id, actor, (office, person) -> {
            Policy.demand(actor, Deed.TAKE_LOCKS_AWAY, office.whole());
            return work.with(office, person);
        });
    }

    private ResponseEntity<byte[]> locks(Office office, Person person, Form form) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/locks.jte",
                Map.of("office", office, "person", person, "form", form));
    }

    private ResponseEntity<byte[]> whole(String slug, UUID id, Actor actor, Members.Work work) {
        return members.of(slug, id, actor, (office, person) -> {
            Policy.demand(actor, Deed.DISABLE_PERSON, office.whole());
            return work.with(office, person);
        });
    }

    private ResponseEntity<byte[]> close(Office office, Person person, Form form) {
        int roles =
                standings.of(office.council().id(), person.id(), office.now()).size();
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/close.jte",
                Map.of("office", office, "person", person, "form", form, "roles", roles));
    }
}
