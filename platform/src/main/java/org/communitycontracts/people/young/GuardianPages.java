package org.communitycontracts.people.young;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Guardians;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Token;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Letter;
import org.communitycontracts.post.Post;
import org.communitycontracts.store.Sight;
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

/** A child asks a guardian by letter; the guardian, who needs no account, consents by its link and can take it back there. */
@RestController
class GuardianPages {
    private static final String OWN = "/account/guardian";
    private static final String LINK = "/guardian/{council}/{token}";

    private final Words words = Words.beside(GuardianPages.class);
    private final Pages pages;
    private final People people;
    private final Guardians guardians;
    private final Councils councils;
    private final Post post;
    private final OwnAddress here;
    private final Sight sight;
    private final InstantSource clock;

    GuardianPages(
            Pages pages,
            People people,
            Guardians guardians,
            Councils councils,
            Post post,
            OwnAddress here,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.people = people;
        this.guardians = guardians;
        this.councils = councils;
        this.post = post;
        this.here = here;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping(OWN)
    ResponseEntity<byte[]> own(Actor actor) {
        return own(HttpStatus.OK, self(actor), "", "");
    }

    @PostMapping(OWN)
    ResponseEntity<byte[]> ask(Actor actor, @RequestParam(defaultValue = "") String email) {
        Person child = self(actor);
        Optional<EmailAddress> guardian = EmailAddress.parse(email).filter(typed -> Letter.isAddress(typed.written()));
        if (guardian.isEmpty() || guardian.get().folded().equals(child.email().folded())) {
            return own(HttpStatus.UNPROCESSABLE_CONTENT, child, email, "own.email.wrong");
        }
        Optional<Token> token = guardians.ask(child, guardian.get(), clock.instant());
        if (token.isEmpty()) {
            return own(HttpStatus.UNPROCESSABLE_CONTENT, child, email, "own.tries");
        }
        write(child, guardian.get(), token.get());
        return pages.page(HttpStatus.OK, "people/young/asked.jte", Map.of("words", words));
    }

    @GetMapping(LINK)
    ResponseEntity<byte[]> link(@PathVariable long council, @PathVariable String token) {
        return of(council, token, (asked, child) -> page(council, token, asked, child));
    }

    @PostMapping(LINK)
    ResponseEntity<byte[]> consent(@PathVariable long council, @PathVariable String token) {
        return of(council, token, (_, _) -> {
            guardians.consent(council, new Token(token), clock.instant());
            return Pages.seeOther("/guardian/" + council + "/" + new Token(token).secret());
        });
    }

    @PostMapping(LINK + "/withdraw")
    ResponseEntity<byte[]> withdraw(@PathVariable long council, @PathVariable String token) {
        return of(council, token, (_, child) -> {
            guardians.withdraw(council, new Token(token), clock.instant());
            return pages.page(
                    HttpStatus.OK, "people/young/withdrawn.jte", Map.of("words", words, "name", child.name()));
        });
    }

    private ResponseEntity<byte[]> of(
            long council, String token, BiFunction<Guardians.Asked, Person, ResponseEntity<byte[]>> work) {
        sight.of(council);
        Optional<Guardians.Asked> asked = guardians.find(council, new Token(token), clock.instant());
        Optional<Person> child = asked.flatMap(found -> people.find(council, found.child()));
        return child.isEmpty()
                ? pages.page(HttpStatus.UNPROCESSABLE_CONTENT, "people/young/gone.jte", Map.of("words", words))
                : work.apply(asked.orElseThrow(), child.get());
    }

    private void write(Person child, EmailAddress guardian, Token token) {
        String link = here.of("/guardian/" + child.council() + "/" + token.secret());
        String text = words.of("letter.text", child.name(), council(child.council()), link);
        post.send(Letter.of(child.council(), guardian.written(), words.of("letter.subject"), text), clock.instant());
    }

    private String council(long council) {
        return councils.list().stream()
                .filter(each -> each.id() == council)
                .map(each -> each.name())
                .findFirst()
                .orElse("");
    }

    private Person self(Actor actor) {
        Policy.demand(actor, Deed.SEE_PERSON, Where.council(actor.council()).about(actor.person()));
        return people.find(actor.council(), Objects.requireNonNull(actor.person()))
                .orElseThrow();
    }

    private ResponseEntity<byte[]> own(HttpStatus status, Person child, String email, String wrong) {
        return pages.page(
                status,
                "people/young/own.jte",
                Map.of(
                        "words",
                        words,
                        "needed",
                        child.age().needsGuardian(),
                        "given",
                        guardians.hasConsented(child.council(), child.id()),
                        "email",
                        email,
                        "wrong",
                        wrong.isEmpty() ? "" : words.of(wrong)));
    }

    private ResponseEntity<byte[]> page(long council, String token, Guardians.Asked asked, Person child) {
        return pages.page(
                HttpStatus.OK,
                "people/young/guardian.jte",
                Map.of(
                        "words", words,
                        "child", child.name(),
                        "council", council(council),
                        "action", "/guardian/" + council + "/" + new Token(token).secret(),
                        "given", asked.given()));
    }
}
