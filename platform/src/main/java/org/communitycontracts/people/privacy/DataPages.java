package org.communitycontracts.people.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.signin.FullName;
import org.communitycontracts.people.signin.LockChanges;
import org.communitycontracts.people.signin.Sessions;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.store.Inventory;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Row;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own data, which somebody who reads their letters alone cannot take or erase where there is a second factor: see what is kept, take it along, correct it, have it erased; and for everybody, why and how long. */
@RestController
class DataPages {
    private static final String HOME = "/account/data";

    private final Words words = Words.beside(DataPages.class);
    private final Pages pages;
    private final People people;
    private final Export export;
    private final Erasure erasure;
    private final Sessions sessions;
    private final LockChanges locks;
    private final Inventory inventory;
    private final InstantSource clock;

    DataPages(
            Pages pages,
            People people,
            Export export,
            Erasure erasure,
            Sessions sessions,
            LockChanges locks,
            Inventory inventory,
            InstantSource clock) {
        this.pages = pages;
        this.people = people;
        this.export = export;
        this.erasure = erasure;
        this.sessions = sessions;
        this.locks = locks;
        this.inventory = inventory;
        this.clock = clock;
    }

    @GetMapping("/privacy")
    ResponseEntity<byte[]> notice() {
        return pages.page(HttpStatus.OK, "people/privacy/notice.jte", Map.of("words", words, "kept", kept()));
    }

    @GetMapping(HOME)
    ResponseEntity<byte[]> seen(Actor actor) {
        Person person = self(actor, Deed.SEE_PERSON);
        Map<String, List<Map<String, Object>>> rows = export.rows(person);
        List<Row> counts = inventory.tables().stream()
                .filter(table -> rows.containsKey(table.full()))
                .map(table -> Row.of(
                        capital(table.what()),
                        words.count(
                                        "seen.rows",
                                        rows.getOrDefault(table.full(), List.of())
                                                .size())
                                + " " + words.of("seen.kept", table.kept())))
                .toList();
        return pages.page(
                HttpStatus.OK, "people/privacy/seen.jte", Map.of("words", words, "person", person, "counts", counts));
    }

    @GetMapping(HOME + "/all.json")
    ResponseEntity<byte[]> taken(Actor actor) {
        Person person = self(actor, Deed.SEE_PERSON);
        if (!locks.isSure(actor)) {
            return LockChanges.showFirst(HOME);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-data.json")
                                .build()
                                .toString())
                .body(export.json(person, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(HOME + "/corrected")
    ResponseEntity<byte[]> correct(Actor actor) {
        Person person = self(actor, Deed.CORRECT_PERSON);
        return correct(HttpStatus.OK, person.name(), person.age().word(), "");
    }

    @PostMapping(HOME + "/corrected")
    ResponseEntity<byte[]> corrected(
            Actor actor, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String age) {
        Person person = self(actor, Deed.CORRECT_PERSON);
        String wrong = FullName.wrong(name);
        if (wrong != null) {
            return correct(HttpStatus.UNPROCESSABLE_CONTENT, name, age, words.of(wrong));
        }
        people.correct(
                actor,
                person,
                name.strip(),
                Optional.of(age).flatMap(AgeBand::find).orElse(AgeBand.NOT_SAID),
                clock.instant());
        return Pages.seeOther(HOME);
    }

    @GetMapping(HOME + "/erased")
    ResponseEntity<byte[]> ask(Actor actor) {
        Person person = self(actor, Deed.ERASE_PERSON);
        if (!locks.isSure(actor)) {
            return LockChanges.showFirst(HOME + "/erased");
        }
        return pages.page(HttpStatus.OK, "people/privacy/erase.jte", Map.of("words", words, "person", person));
    }

    @PostMapping(HOME + "/erased")
    ResponseEntity<byte[]> erased(Actor actor, HttpServletRequest request) {
        Person person = self(actor, Deed.ERASE_PERSON);
        if (!locks.isSure(actor)) {
            return LockChanges.showFirst(HOME + "/erased");
        }
        erasure.erase(actor, person, clock.instant());
        sessions.leave(request);
        return pages.page(HttpStatus.OK, "people/privacy/erased.jte", Map.of("words", words));
    }

    private Person self(Actor actor, Deed deed) {
        Policy.demand(actor, deed, Where.council(actor.council()).about(actor.person()));
        return people.find(actor.council(), Objects.requireNonNull(actor.person()))
                .orElseThrow();
    }

    /** What is kept of people, and until when. */
    private List<Row> kept() {
        return inventory.tables().stream()
                .filter(table -> table.isPersonal())
                .map(table -> Row.of(capital(table.what()), capital(table.kept()) + "."))
                .toList();
    }

    private ResponseEntity<byte[]> correct(HttpStatus status, String name, String age, String wrong) {
        List<Choice> ages = Stream.of(
                        AgeBand.ADULT, AgeBand.FROM_16_TO_17, AgeBand.FROM_13_TO_15, AgeBand.UNDER_13, AgeBand.NOT_SAID)
                .map(band -> Choice.of(band.word(), words.of("age." + band.word())))
                .toList();
        return pages.page(
                status,
                "people/privacy/correct.jte",
                Map.of("words", words, "name", name, "age", age, "ages", ages, "wrong", wrong));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
