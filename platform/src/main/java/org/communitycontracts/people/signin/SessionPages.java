package org.communitycontracts.people.signin;

import java.util.Map;
import java.util.UUID;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in, and how to end it: one by one, or everywhere but here. */
@RestController
class SessionPages {
    private static final String PAGE = "/account/sessions";

    private final Words words = Words.beside(SessionPages.class);
    private final Pages pages;
    private final Sessions sessions;
    private final Moments moments;

    SessionPages(Pages pages, Sessions sessions, Moments moments) {
        this.pages = pages;
        this.sessions = sessions;
        this.moments = moments;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> list(Actor actor) {
        Owner owner = Owner.of(actor);
        return pages.page(
                HttpStatus.OK,
                "people/signin/sessions.jte",
                Map.of(
                        "words", words,
                        "sessions", sessions.list(actor),
                        "here", here(),
                        "moments", moments.of(owner.council())));
    }

    @PostMapping(PAGE + "/{id}/removal")
    ResponseEntity<byte[]> end(Actor actor, @PathVariable UUID id) {
        sessions.end(Owner.of(actor), id);
        return Pages.seeOther(PAGE);
    }

    @PostMapping(PAGE + "/others/removal")
    ResponseEntity<byte[]> endOthers(Actor actor) {
        Owner owner = Owner.of(actor);
        UUID here = here();
        sessions.list(actor).stream()
                .map(Session::id)
                .filter(id -> !id.equals(here))
                .forEach(id -> sessions.end(owner, id));
        return Pages.seeOther(PAGE);
    }

    private UUID here() {
        return sessions.current().orElseThrow().id();
    }
}
