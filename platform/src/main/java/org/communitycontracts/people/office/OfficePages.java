package org.communitycontracts.people.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitations;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.Standings;
import org.communitycontracts.people.signin.Directories;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Task;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The office's first page: what is set up, and what to do next. */
@RestController
class OfficePages {
    private final Pages pages;
    private final Offices offices;
    private final Standings standings;
    private final Invitations invitations;
    private final Directories directories;

    OfficePages(Pages pages, Offices offices, Standings standings, Invitations invitations, Directories directories) {
        this.pages = pages;
        this.offices = offices;
        this.standings = standings;
        this.invitations = invitations;
        this.directories = directories;
    }

    @GetMapping("/councils/{slug}/office")
    ResponseEntity<byte[]> overview(@PathVariable String slug, Actor actor) {
        return offices.in(
                slug,
                actor,
                office -> pages.page(
                        HttpStatus.OK, "people/office/overview.jte", Map.of("office", office, "tasks", tasks(office))));
    }

    private List<Task> tasks(Office office) {
        List<Holding> held = standings.list(office.council().id(), office.now()).stream()
                .filter(office::sees)
                .toList();
        List<Task> tasks = new ArrayList<>();
        if (office.may(Deed.KEEP_NEIGHBOURHOODS)) {
            tasks.add(counted(office, "neighbourhoods", office.neighbourhoods().size()));
        }
        if (office.may(Deed.KEEP_PARTIES)) {
            tasks.add(counted(office, "parties", (int)
                    office.parties().stream().filter(party -> !party.hasEnded()).count()));
        }
        tasks.add(counted(office, "people", (int)
                held.stream().map(Holding::person).distinct().count()));
        tasks.add(waiting(office));
        if (office.may(Deed.SEE_PEOPLE)) {
            tasks.add(withoutCoordinator(office, held));
            tasks.add(withoutSignatory(office, held));
        }
        if (office.may(Deed.KEEP_DIRECTORY)) {
            boolean entered = directories.find(office.council().id()).isPresent();
            tasks.add(link(office, "directory", words(office, entered ? "task.done" : "task.directory.none"), true));
        }
        if (office.may(Deed.KEEP_PROGRAM_KEYS)) {
            tasks.add(link(office, "programs", "", true));
        }
        if (office.may(Deed.SEE_ACTS)) {
            tasks.add(link(office, "record", "", true));
        }
        return tasks;
    }

    private static String words(Office office, String key) {
        return office.words().of(key);
    }

    private static Task link(Office office, String what, String state, boolean done) {
        Words words = office.words();
        return new Task(
                words.of("task." + what), office.at("/" + what), words.of("task." + what + ".hint"), state, done);
    }

    private static Task counted(Office office, String what, int count) {
        Words words = office.words();
        return new Task(
                words.of("task." + what),
                office.at("/" + what),
                words.of("task." + what + ".hint"),
                count == 0 ? words.of("task.todo") : words.count("task." + what + ".count", count),
                count > 0);
    }

    private Task waiting(Office office) {
        long count = invitations.list(office.council().id()).stream()
                .filter(office::sees)
                .count();
        Words words = office.words();
        return new Task(
                words.of("task.invitations"),
                office.at("/invitations"),
                words.of("task.invitations.hint"),
                count == 0 ? words.of("task.invitations.none") : words.count("task.invitations.count", count),
                true);
    }

    private static Task withoutCoordinator(Office office, List<Holding> held) {
        List<String> without = office.neighbourhoods().stream()
                .filter(place -> held.stream().noneMatch(holding -> coordinates(holding, place)))
                .map(Neighbourhood::name)
                .toList();
        return missing(office, "coordinators", without, office.neighbourhoods().isEmpty());
    }

    private static boolean coordinates(Holding holding, Neighbourhood place) {
        Long where = holding.standing().neighbourhood();
        return holding.standing().role() == Role.COORDINATOR && (where == null || where == place.id());
    }

    private static Task withoutSignatory(Office office, List<Holding> held) {
        List<Party> standing =
                office.parties().stream().filter(party -> !party.hasEnded()).toList();
        List<String> without = standing.stream()
                .filter(party -> held.stream().noneMatch(holding -> signs(holding, party)))
                .map(Party::name)
                .toList();
        return missing(office, "signatories", without, standing.isEmpty());
    }

    private static boolean signs(Holding holding, Party party) {
        Role role = holding.standing().role();
        Long whom = holding.standing().party();
        return (role == Role.PROVIDERS_SIGNATORY || role == Role.RESIDENTS_SIGNATORY)
                && whom != null
                && whom == party.id();
    }

    private static Task missing(Office office, String what, List<String> without, boolean none) {
        Words words = office.words();
        boolean done = without.isEmpty() && !none;
        String hint = without.isEmpty()
                ? words.of("task." + what + ".hint")
                : words.of("task." + what + ".missing", some(words, without));
        return new Task(
                words.of("task." + what),
                office.at("/invitations/new"),
                hint,
                words.of(done ? "task.done" : "task.todo"),
                done);
    }

    /** The first five names, and how many more. */
    private static String some(Words words, List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(5, names.size())));
        return names.size() <= 5 ? first : words.of("task.more", first, names.size() - 5);
    }
}
