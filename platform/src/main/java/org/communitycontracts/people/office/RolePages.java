package org.communitycontracts.people.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.parts.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Giving a role, ending it or laying it down, naming a deputy, and handing all over when somebody leaves. */
@RestController
class RolePages {
    private static final String ALL = "/councils/{slug}/office/people/{id}/roles";
    private static final String ONE = ALL + "/{role}";
    private static final String HAND_OVER = "/councils/{slug}/office/people/{id}/hand-over";

    private final Pages pages;
    private final Members members;
    private final Standings standings;

    RolePages(Pages pages, Members members, Standings standings) {
        this.pages = pages;
        this.members = members;
        this.standings = standings;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> offer(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return open(slug, id, actor, (office, person) -> give(office, person, Form.blank("offer")));
    }

    @PostMapping(ALL)
    ResponseEntity<byte[]> give(
            @PathVariable String slug, @PathVariable UUID id, @RequestParam Map<String, String> typed, Actor actor) {
        return open(slug, id, actor, (office, person) -> {
            Form form = Form.of("offer", typed);
            Optional<Offer> offer = Offer.read(form, office);
            if (offer.isEmpty()) {
                return give(office, person, form);
            }
            standings.give(actor, id, offer.get().standing(), offer.get().until(), office.now());
            return office.to("/people/" + id + "?done=role.given");
        });
    }

    @GetMapping(ONE + "/end")
    ResponseEntity<byte[]> askToEnd(
            @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID role, Actor actor) {
        return members.of(
                slug,
                id,
                role,
                actor,
                (office, person, holding) -> pages.page(
                        HttpStatus.OK,
                        "people/office/confirm.jte",
                        Map.of("office", office, "confirm", Confirm.endOf(holding, person, office))));
    }

    @PostMapping(ONE + "/end")
    ResponseEntity<byte[]> end(@PathVariable String slug, @PathVariable UUID id, @PathVariable UUID role, Actor actor) {
        return members.of(slug, id, role, actor, (office, person, holding) -> {
            standings.end(actor, holding, office.now());
            return office.to(
                    members.shown(office, person).isEmpty() ? "/people" : "/people/" + id + "?done=role.ended");
        });
    }

    @GetMapping(ONE + "/deputy")
    ResponseEntity<byte[]> askForDeputy(
            @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID role, Actor actor) {
        return members.of(
                slug,
                id,
                role,
                actor,
                (office, person, holding) -> deputy(office, person, holding, Form.blank("deputy")));
    }

    @PostMapping(ONE + "/deputy")
    ResponseEntity<byte[]> deputise(
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID role,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        return members.of(slug, id, role, actor, (office, person, holding) -> {
            Form form = Form.of("deputy", typed);
            Optional<Person> next = chosen(form, office, person);
            var day = Offer.day(form, "until", office);
            if (form.isWrong()) {
                return deputy(office, person, holding, form);
            }
            standings.deputise(actor, next.orElseThrow().id(), holding, office.endOf(day.orElseThrow()), office.now());
            return office.to("/people/" + id + "?done=role.deputised");
        });
    }

    @GetMapping(HAND_OVER)
    ResponseEntity<byte[]> askToHandOver(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return open(slug, id, actor, (office, person) -> handOver(office, person, Form.blank("handover")));
    }

    @PostMapping(HAND_OVER)
    ResponseEntity<byte[]> handOver(
            @PathVariable String slug, @PathVariable UUID id, @RequestParam Map<String, String> typed, Actor actor) {
        return open(slug, id, actor, (office, person) -> {
            Form form = Form.of("handover", typed);
            Optional<Person> next = chosen(form, office, person);
            if (form.isWrong()) {
                return handOver(office, person, form);
            }
            UUID to = next.orElseThrow().id();
            standings.handOver(actor, givable(office, person), to, office.now());
            return office.to("/people/" + to + "?done=role.handed-over");
        });
    }

    /** A closed account gets no roles. */
    private ResponseEntity<byte[]> open(String slug, UUID id, Actor actor, Members.Work work) {
        return members.of(
                slug, id, actor, (office, person) -> person.isClosed() ? pages.notFound() : work.with(office, person));
    }

    private Optional<Person> chosen(Form form, Office office, Person leaver) {
        List<Person> others = members.others(office, leaver);
        Optional<Person> next = others.isEmpty()
                ? form.emailIn("email").flatMap(email -> members.other(office, leaver, email))
                : others.stream()
                        .filter(other -> other.id().toString().equals(form.typed("person")))
                        .findFirst();
        if (next.isEmpty()) {
            form.wrong(others.isEmpty() ? "email" : "person", others.isEmpty() ? "person.unknown" : "person.missing");
        }
        return next;
    }

    private List<Holding> givable(Office office, Person person) {
        return members.shown(office, person).stream()
                .filter(holding -> office.gives(holding.standing()))
                .toList();
    }

    private ResponseEntity<byte[]> give(Office office, Person person, Form form) {
        return pages.page(
                status(form), "people/office/give.jte", Map.of("office", office, "person", person, "form", form));
    }

    private ResponseEntity<byte[]> deputy(Office office, Person person, Holding holding, Form form) {
        return pages.page(
                status(form),
                "people/office/deputy.jte",
                Map.of(
                        "office", office,
                        "person", person,
                        "holding", holding,
                        "others", choices(office, person),
                        "form", form));
    }

    private ResponseEntity<byte[]> handOver(Office office, Person person, Form form) {
        List<String> roles = givable(office, person).stream()
                .map(holding -> office.tell(holding.standing()))
                .toList();
        return pages.page(
                status(form),
                "people/office/handOver.jte",
                Map.of(
                        "office", office,
                        "person", person,
                        "roles", roles,
                        "others", choices(office, person),
                        "form", form));
    }

    private List<Choice> choices(Office office, Person person) {
        List<Choice> others = new java.util.ArrayList<>(List.of(Choice.of("", Names.WORDS.of("choose"))));
        members.others(office, person)
                .forEach(other -> others.add(Choice.of(other.id().toString(), other.name())));
        return others;
    }

    private static HttpStatus status(Form form) {
        return form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }
}
