package org.communitycontracts.people.office;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inviting many people at once: paste a list, look it over, send. */
@RestController
class ManyPages {
    private static final String MANY = "/councils/{slug}/office/invitations/many";

    private final Pages pages;
    private final Offices offices;
    private final Invitations invitations;
    private final Standings standings;
    private final People people;
    private final Inviting inviting;

    ManyPages(
            Pages pages,
            Offices offices,
            Invitations invitations,
            Standings standings,
            People people,
            Inviting inviting) {
        this.pages = pages;
        this.offices = offices;
        this.invitations = invitations;
        this.standings = standings;
        this.people = people;
        this.inviting = inviting;
    }

    @GetMapping(MANY)
    ResponseEntity<byte[]> blank(@PathVariable String slug, Actor actor) {
        return offices.in(slug, actor, office -> paste(office, ""));
    }

    /** Reads the list and shows what would be sent; nothing is sent yet. */
    @PostMapping(MANY)
    ResponseEntity<byte[]> check(@PathVariable String slug, @RequestParam(defaultValue = "") String list, Actor actor) {
        return offices.in(slug, actor, office -> {
            GuestList read = read(office, list);
            return read.faults().isEmpty() ? look(office, list, read) : paste(office, list, read);
        });
    }

    @PostMapping(MANY + "/send")
    ResponseEntity<byte[]> send(@PathVariable String slug, @RequestParam(defaultValue = "") String list, Actor actor) {
        return offices.in(slug, actor, office -> {
            GuestList read = read(office, list);
            if (!read.faults().isEmpty()) {
                return paste(office, list, read);
            }
            inviting.invite(office, read.guests());
            return office.to("/invitations?done=invitation.many");
        });
    }

    private GuestList read(Office office, String list) {
        long council = office.council().id();
        List<Holding> held = standings.list(council, office.now());
        Map<UUID, EmailAddress> emails = people.holders(office.actor(), council, held).stream()
                .collect(Collectors.toMap(Person::id, Person::email));
        Map<Holding, EmailAddress> known = held.stream()
                .filter(holding -> emails.containsKey(holding.person()))
                .collect(Collectors.toMap(holding -> holding, holding -> emails.get(holding.person())));
        return GuestList.read(list, office, invitations.list(council), known);
    }

    private ResponseEntity<byte[]> paste(Office office, String list) {
        return pages.page(HttpStatus.OK, "people/office/many.jte", Map.of("office", office, "list", list));
    }

    private ResponseEntity<byte[]> paste(Office office, String list, GuestList read) {
        return pages.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "people/office/many.jte",
                Map.of("office", office, "list", list, "faults", read.faults()));
    }

    private ResponseEntity<byte[]> look(Office office, String list, GuestList read) {
        return pages.page(
                HttpStatus.OK, "people/office/manyCheck.jte", Map.of("office", office, "list", list, "read", read));
    }
}
