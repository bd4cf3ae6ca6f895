package org.communitycontracts.people.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Turning;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who holds which role: by neighbourhood, by party, by role; found by name; and the closed accounts. */
@RestController
class PeoplePages {
    private static final int PAGE = 50;

    private final Pages pages;
    private final Offices offices;
    private final People people;
    private final Standings standings;

    PeoplePages(Pages pages, Offices offices, People people, Standings standings) {
        this.pages = pages;
        this.offices = offices;
        this.people = people;
        this.standings = standings;
    }

    /** A person and those of their roles that the reader asked for and may see, in words. */
    record Entry(Person person, List<String> roles) {}

    @GetMapping("/councils/{slug}/office/people")
    ResponseEntity<byte[]> list(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        return offices.in(slug, actor, office -> {
            Form form = Form.of("find", typed);
            List<Entry> all = entries(office, form);
            int most = Math.max(1, (all.size() + PAGE - 1) / PAGE);
            int open = Math.clamp(page, 1, most);
            Turning turning = Turning.of(open, most, number -> office.at("/people" + query(form, number)));
            return pages.page(
                    HttpStatus.OK,
                    "people/office/people.jte",
                    Map.of(
                            "office", office,
                            "form", form,
                            "roles", roles(),
                            "places", places(office),
                            "parties", parties(office),
                            "count", all.size(),
                            "entries", all.subList((open - 1) * PAGE, Math.min(all.size(), open * PAGE)),
                            "turning", turning));
        });
    }

    private List<Entry> entries(Office office, Form form) {
        long council = office.council().id();
        List<Holding> held = standings.list(council, office.now()).stream()
                .filter(office::sees)
                .filter(holding -> isAskedFor(holding, office, form))
                .toList();
        String text = form.typed("text");
        if (form.typed("role").equals("closed") && office.may(Deed.DISABLE_PERSON)) {
            return entries(people.closed(office.actor(), council), List.of(), office);
        }
        if (!text.isEmpty() && isUnfiltered(form) && office.may(Deed.SEE_PEOPLE)) {
            return entries(people.search(office.actor(), council, text, 4 * PAGE), held, office);
        }
        List<Person> holders = people.holders(office.actor(), council, held).stream()
                .filter(person -> person.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(text.toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return entries(holders, held, office);
    }

    private static List<Entry> entries(List<Person> persons, List<Holding> held, Office office) {
        Names names = office.names();
        return persons.stream()
                .map(person -> new Entry(
                        person,
                        held.stream()
                                .filter(holding -> holding.person().equals(person.id()))
                                .map(holding -> names.tell(holding.standing()))
                                .toList()))
                .toList();
    }

    private static boolean isUnfiltered(Form form) {
        return form.typed("role").isEmpty()
                && form.typed("neighbourhood").isEmpty()
                && form.typed("party").isEmpty();
    }

    private static boolean isAskedFor(Holding holding, Office office, Form form) {
        String role = form.typed("role");
        return (role.isEmpty() || holding.standing().role().word().equals(role))
                && isIn(holding.standing().neighbourhood(), form.typed("neighbourhood"), office)
                && isFor(holding.standing().party(), form.typed("party"), office);
    }

    /** Somebody who acts in all neighbourhoods acts in the one asked for. */
    private static boolean isIn(@Nullable Long where, String asked, Office office) {
        return asked.isEmpty()
                || where == null
                || office.neighbourhood(asked).filter(one -> one.id() == where).isPresent();
    }

    private static boolean isFor(@Nullable Long party, String asked, Office office) {
        if (asked.isEmpty() || party == null) {
            return asked.isEmpty();
        }
        return office.party(asked).filter(one -> one.id() == party).isPresent();
    }

    private static String query(Form form, int page) {
        StringBuilder query = new StringBuilder("?page=" + page);
        for (String field : List.of("text", "role", "neighbourhood", "party")) {
            if (!form.typed(field).isEmpty()) {
                query.append('&')
                        .append(field)
                        .append('=')
                        .append(java.net.URLEncoder.encode(form.typed(field), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }

    private static List<Choice> roles() {
        List<Choice> roles = new ArrayList<>(List.of(Choice.of("", Names.WORDS.of("any"))));
        for (Role role : Role.values()) {
            if (role.held() != Role.Held.SITE) {
                roles.add(Choice.of(role.word(), Names.role(role)));
            }
        }
        roles.add(Choice.of("closed", Names.WORDS.of("people.closed")));
        return roles;
    }

    static List<Choice> places(Office office) {
        List<Choice> places = new ArrayList<>(List.of(Choice.of("", Names.WORDS.of("any"))));
        office.ownNeighbourhoods().forEach(place -> places.add(Choice.of(place.slug(), place.name())));
        return places;
    }

    static List<Choice> parties(Office office) {
        List<Choice> parties = new ArrayList<>(List.of(Choice.of("", Names.WORDS.of("any"))));
        office.ownParties().forEach(party -> parties.add(Choice.of(party.slug(), party.name())));
        return parties;
    }
}
