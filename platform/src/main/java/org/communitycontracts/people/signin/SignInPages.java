package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Post;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Headers;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Watch;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a letter: ask, use the link or type the code, say your name the first time; and signing out. */
@RestController
class SignInPages {
    private final Words words = Words.beside(SignInPages.class);
    private final Pages pages;
    private final Councils councils;
    private final Directories directories;
    private final People people;
    private final SignInLinks links;
    private final SignInLetter letter;
    private final Sessions sessions;
    private final Post post;
    private final Watch watch;
    private final OwnAddress here;
    private final Sight sight;
    private final TransactionOperations together;
    private final InstantSource clock;

    SignInPages(
            Pages pages,
            Councils councils,
            Directories directories,
            People people,
            SignInLinks links,
            SignInLetter letter,
            Sessions sessions,
            Post post,
            Watch watch,
            OwnAddress here,
            Sight sight,
            TransactionOperations together,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.directories = directories;
        this.people = people;
        this.links = links;
        this.letter = letter;
        this.sessions = sessions;
        this.post = post;
        this.watch = watch;
        this.here = here;
        this.sight = sight;
        this.together = together;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> ask(
            @RequestParam(defaultValue = "") String council, @RequestParam(defaultValue = "/account") String onward) {
        return page(HttpStatus.OK, Asking.blank(council, onward));
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> asked(
            @RequestParam(defaultValue = "") String council,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "/account") String onward) {
        Asking asking = Asking.of(council, email, onward, councils);
        if (asking.isWrong()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, asking);
        }
        sight.of(asking.councilNumber());
        Token browser = Token.fresh();
        ask(asking, browser, clock.instant());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sign-in/sent?council=" + asking.councilNumber()))
                .header(HttpHeaders.SET_COOKIE, Browser.cookie(browser, here.isSecure()))
                .build();
    }

    /** The link and its letter are written together or not at all; whether the address is known plays no part. */
    private void ask(Asking asking, Token browser, Instant now) {
        together.executeWithoutResult(
                _ -> links.make(asking.councilNumber(), asking.address(), browser, asking.onward(), now)
                        .ifPresent(secrets -> letter.send(asking, secrets, now)));
    }

    @GetMapping("/sign-in/sent")
    ResponseEntity<byte[]> sent(@RequestParam long council) {
        return sent(HttpStatus.OK, council, null);
    }

    @PostMapping("/sign-in/codes")
    ResponseEntity<byte[]> code(
            @RequestParam long council,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        sight.of(council);
        Redeemed redeemed = links.redeemCode(council, Browser.of(request, here.isSecure()), code, clock.instant());
        return switch (redeemed) {
            case Redeemed.Shown shown -> goOn(shown.proof(), request, response);
            case Redeemed.Refused refused -> {
                watch.refused(request, "code " + refused.why());
                yield sent(HttpStatus.UNPROCESSABLE_CONTENT, council, refused.why());
            }
        };
    }

    /** Opening the link changes nothing: programs that look into letters open links too. */
    @GetMapping("/sign-in/links/{council}/{token}")
    ResponseEntity<byte[]> link(@PathVariable long council, @PathVariable String token) {
        return pages.page(
                HttpStatus.OK, "people/signin/link.jte", Map.of("words", words, "council", council, "token", token));
    }

    @PostMapping("/sign-in/links/{council}/{token}")
    ResponseEntity<byte[]> use(
            @PathVariable long council,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        sight.of(council);
        Redeemed redeemed =
                links.redeem(council, new Token(token), Browser.of(request, here.isSecure()), clock.instant());
        return switch (redeemed) {
            case Redeemed.Shown shown -> goOn(shown.proof(), request, response);
            case Redeemed.Refused refused -> {
                watch.refused(request, "link " + refused.why());
                yield notGood(refused.why());
            }
        };
    }

    @GetMapping("/sign-in/name")
    ResponseEntity<byte[]> name(HttpServletRequest request) {
        return Proofs.find(request)
                .map(_ -> name(HttpStatus.OK, "", null))
                .orElseGet(() -> notGood(Redeemed.Why.NOT_GOOD));
    }

    @PostMapping("/sign-in/name")
    ResponseEntity<byte[]> named(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String age,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Proof> proof = Proofs.find(request);
        if (proof.isEmpty()) {
            return notGood(Redeemed.Why.NOT_GOOD);
        }
        String wrong = FullName.wrong(name);
        if (wrong != null) {
            return name(HttpStatus.UNPROCESSABLE_CONTENT, name, wrong);
        }
        sight.of(proof.get().council());
        AgeBand band = AgeBand.find(age).orElse(AgeBand.NOT_SAID);
        Person person =
                people.open(proof.get().council(), name.strip(), proof.get().email(), band, clock.instant());
        String onward =
                person.age().needsGuardian() ? "/account/guardian" : proof.get().onward();
        return begin(person, onward, request, response);
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> out(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        Headers.forget(response);
        return Pages.seeOther("/");
    }

    private ResponseEntity<byte[]> goOn(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        Optional<Person> known = people.find(proof.council(), proof.email());
        if (known.isEmpty()) {
            Proofs.keep(proof, request);
            return Pages.seeOther("/sign-in/name");
        }
        return known.get().isClosed() ? closed(request) : begin(known.get(), proof.onward(), request, response);
    }

    private ResponseEntity<byte[]> begin(
            Person person, String onward, HttpServletRequest request, HttpServletResponse response) {
        Proofs.forget(request);
        sessions.begin(person, Way.LETTER, request, response);
        return Pages.seeOther(onward);
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Asking asking) {
        List<Council> all = councils.list();
        List<Long> have = directories.councils();
        return pages.page(
                status,
                "people/signin/ask.jte",
                Map.of(
                        "words", words,
                        "asking", asking,
                        "councils", all,
                        "directories",
                                all.stream()
                                        .filter(council -> have.contains(council.id()))
                                        .toList()));
    }

    private ResponseEntity<byte[]> sent(HttpStatus status, long council, Redeemed.@Nullable Why why) {
        String wrong = why == null ? "" : words.of("code." + why.name());
        return pages.page(
                status,
                "people/signin/sent.jte",
                Map.of("words", words, "council", council, "wrong", wrong, "sending", post.isSending()));
    }

    private ResponseEntity<byte[]> name(HttpStatus status, String name, @Nullable String wrong) {
        return pages.page(
                status,
                "people/signin/name.jte",
                Map.of("words", words, "name", name, "wrong", wrong == null ? "" : words.of(wrong), "ages", ages()));
    }

    /** The oldest first: most are. */
    private List<Choice> ages() {
        return Stream.of(AgeBand.ADULT, AgeBand.FROM_16_TO_17, AgeBand.FROM_13_TO_15, AgeBand.UNDER_13)
                .map(band -> Choice.of(band.word(), words.of("name.age." + band.word())))
                .toList();
    }

    private ResponseEntity<byte[]> notGood(Redeemed.Why why) {
        return pages.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "people/signin/refused.jte",
                Map.of("words", words, "why", "link." + why.name()));
    }

    private ResponseEntity<byte[]> closed(HttpServletRequest request) {
        watch.refused(request, "account CLOSED");
        return pages.page(
                HttpStatus.FORBIDDEN, "people/signin/refused.jte", Map.of("words", words, "why", "link.CLOSED"));
    }
}
