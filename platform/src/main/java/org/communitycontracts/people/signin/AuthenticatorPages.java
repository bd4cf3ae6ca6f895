package org.communitycontracts.people.signin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.People;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The authenticator app of a person: set up, confirmed by its first code, removed; and the codes on paper beside it. */
@RestController
class AuthenticatorPages {
    private static final String PAGE = "/account/authenticator";

    private final Words words = Words.beside(AuthenticatorPages.class);
    private final Pages pages;
    private final People people;
    private final Factors factors;
    private final Authenticators authenticators;
    private final RecoveryCodes paper;
    private final LockChanges locks;
    private final InstantSource clock;

    AuthenticatorPages(
            Pages pages,
            People people,
            Factors factors,
            Authenticators authenticators,
            RecoveryCodes paper,
            LockChanges locks,
            InstantSource clock) {
        this.pages = pages;
        this.people = people;
        this.factors = factors;
        this.authenticators = authenticators;
        this.paper = paper;
        this.locks = locks;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> page(Actor actor) {
        Owner owner = Owner.of(actor);
        Optional<Secret> waiting = authenticators.waiting(owner);
        if (waiting.isPresent() && locks.mayChange(owner)) {
            return setUp(HttpStatus.OK, owner, waiting.get(), "");
        }
        return pages.page(
                HttpStatus.OK,
                "people/signin/authenticator.jte",
                Map.of(
                        "words", words,
                        "there", authenticators.has(owner),
                        "mayChange", locks.mayChange(owner),
                        "left", paper.left(owner)));
    }

    @PostMapping(PAGE)
    ResponseEntity<byte[]> begin(Actor actor) {
        Owner owner = Owner.of(actor);
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        authenticators.prepare(owner, clock.instant());
        return Pages.seeOther(PAGE);
    }

    @PostMapping(PAGE + "/codes")
    ResponseEntity<byte[]> confirm(Actor actor, @RequestParam(defaultValue = "") String code) {
        Owner owner = Owner.of(actor);
        Optional<Secret> waiting = authenticators.waiting(owner);
        if (waiting.isEmpty()) {
            return Pages.seeOther(PAGE);
        }
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        Factors.Taken[] taken = {Factors.Taken.WRONG};
        boolean added = locks.make(owner, "factor.added", "authenticator", () -> {
            taken[0] = factors.confirm(owner, code);
            return taken[0] == Factors.Taken.RIGHT;
        });
        return added
                ? codes(paper.make(owner, clock.instant()))
                : setUp(HttpStatus.UNPROCESSABLE_CONTENT, owner, waiting.get(), words.of("second." + taken[0].name()));
    }

    @PostMapping(PAGE + "/removal")
    ResponseEntity<byte[]> remove(Actor actor) {
        Owner owner = Owner.of(actor);
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        locks.make(owner, "factor.removed", "authenticator", () -> {
            paper.remove(owner);
            return authenticators.remove(owner);
        });
        return Pages.seeOther(PAGE);
    }

    /** The codes stand on this answer and nowhere else. */
    @PostMapping("/account/recovery-codes")
    ResponseEntity<byte[]> renew(Actor actor) {
        Owner owner = Owner.of(actor);
        if (!authenticators.has(owner) || !locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        List<String> made = new java.util.ArrayList<>();
        locks.make(owner, "factor.added", "recovery-codes", () -> made.addAll(paper.make(owner, clock.instant())));
        return codes(made);
    }

    private ResponseEntity<byte[]> setUp(HttpStatus status, Owner owner, Secret secret, String wrong) {
        String account = people.find(owner.council(), owner.person())
                .orElseThrow()
                .email()
                .written();
        return pages.page(
                status,
                "people/signin/authenticatorNew.jte",
                Map.of(
                        "words", words,
                        "secret", secret,
                        "link", secret.link(account),
                        "square", Square.of(secret.link(account)),
                        "wrong", wrong));
    }

    private ResponseEntity<byte[]> codes(List<String> made) {
        return pages.page(HttpStatus.OK, "people/signin/recoveryCodes.jte", Map.of("words", words, "codes", made));
    }
}
