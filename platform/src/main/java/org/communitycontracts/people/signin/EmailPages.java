package org.communitycontracts.people.signin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A new address for an account: asked for, shown to be theirs by a letter there, and told of by a letter to the old one. */
@RestController
class EmailPages {
    private static final String PAGE = "/account/email";

    private final Words words = Words.beside(EmailPages.class);
    private final Pages pages;
    private final EmailChanges changes;
    private final LockChanges locks;
    private final Tries tries;
    private final Post post;
    private final OwnAddress here;
    private final InstantSource clock;

    EmailPages(
            Pages pages,
            EmailChanges changes,
            LockChanges locks,
            Tries tries,
            Post post,
            OwnAddress here,
            InstantSource clock) {
        this.pages = pages;
        this.changes = changes;
        this.locks = locks;
        this.tries = tries;
        this.post = post;
        this.here = here;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> ask(Actor actor) {
        return page(HttpStatus.OK, Owner.of(actor), "", "");
    }

    /** Whether the address has an account already plays no part in the answer. */
    @PostMapping(PAGE)
    ResponseEntity<byte[]> asked(Actor actor, @RequestParam(defaultValue = "") String email) {
        Owner owner = Owner.of(actor);
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        Optional<EmailAddress> address = EmailAddress.parse(email).filter(typed -> Letter.isAddress(typed.written()));
        if (address.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, owner, email, words.of("ask.email.wrong"));
        }
        write(owner, address.get(), clock.instant());
        return told(HttpStatus.OK, "email.sent");
    }

    @GetMapping(PAGE + "/{token}")
    ResponseEntity<byte[]> link(Actor actor, @PathVariable String token) {
        Owner.of(actor);
        return pages.page(HttpStatus.OK, "people/signin/emailLink.jte", Map.of("words", words, "token", token));
    }

    @PostMapping(PAGE + "/{token}")
    ResponseEntity<byte[]> use(Actor actor, @PathVariable String token) {
        Owner owner = Owner.of(actor);
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE + "/" + token);
        }
        boolean changed = locks.make(
                owner,
                "email.changed",
                "email",
                () -> changes.take(owner, new Token(token), clock.instant())
                        .filter(email -> changes.put(owner, email))
                        .isPresent());
        return changed ? Pages.seeOther("/account") : told(HttpStatus.UNPROCESSABLE_CONTENT, "email.refused");
    }

    private void write(Owner owner, EmailAddress email, Instant now) {
        if (tries.take(owner.council(), SignInLinks.LETTERS_AN_HOUR, now, "letter", email.folded())) {
            Token token = changes.ask(owner, email, now);
            String link = here.of(PAGE + "/" + token.secret());
            post.send(
                    Letter.of(
                            owner.council(),
                            email.written(),
                            words.of("email.letter.subject"),
                            words.of("email.letter.text", link)),
                    now);
        }
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Owner owner, String email, String wrong) {
        return pages.page(
                status,
                "people/signin/email.jte",
                Map.of("words", words, "mayChange", locks.mayChange(owner), "email", email, "wrong", wrong));
    }

    private ResponseEntity<byte[]> told(HttpStatus status, String what) {
        return pages.page(status, "people/signin/told.jte", Map.of("words", words, "what", what));
    }
}
