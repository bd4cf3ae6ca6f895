package org.communitycontracts.people.residency;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
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

/** What coordinators and the council do about residency: print letters with codes, keep the list, give their word. */
@RestController
class ResidencyDesk {
    private final Words words = Words.beside(ResidencyDesk.class);
    private final Pages pages;
    private final OwnAddress here;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final People people;
    private final Residencies residencies;
    private final AddressCodes codes;
    private final ListedResidents listed;
    private final InstantSource clock;

    ResidencyDesk(
            Pages pages,
            OwnAddress here,
            Councils councils,
            Neighbourhoods neighbourhoods,
            People people,
            Residencies residencies,
            AddressCodes codes,
            ListedResidents listed,
            InstantSource clock) {
        this.pages = pages;
        this.here = here;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.people = people;
        this.residencies = residencies;
        this.codes = codes;
        this.listed = listed;
        this.clock = clock;
    }

    @GetMapping("/councils/{slug}/office/{place}/letters")
    ResponseEntity<byte[]> letters(Actor actor, @PathVariable String slug, @PathVariable String place) {
        return at(actor, Deed.PRINT_CODES, slug, place, found -> form("letters", found, Lines.blank()));
    }

    @PostMapping("/councils/{slug}/office/{place}/letters")
    ResponseEntity<byte[]> print(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String lines) {
        return at(actor, Deed.PRINT_CODES, slug, place, found -> {
            Lines<Address> read = Lines.of(lines, Address::parse, "wrong.address", words);
            return read.isWrong()
                    ? form("letters", found, read)
                    : pages.page(
                            HttpStatus.OK,
                            "people/residency/letters.jte",
                            Map.of(
                                    "words",
                                    words,
                                    "place",
                                    found,
                                    "site",
                                    here.of("/sign-in"),
                                    "letters",
                                    codes.print(actor, found, read.read(), clock.instant())));
        });
    }

    @GetMapping("/councils/{slug}/office/{place}/list")
    ResponseEntity<byte[]> list(Actor actor, @PathVariable String slug, @PathVariable String place) {
        return at(actor, Deed.PRINT_CODES, slug, place, found -> form("list", found, Lines.blank()));
    }

    @PostMapping("/councils/{slug}/office/{place}/list")
    ResponseEntity<byte[]> load(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String lines) {
        return at(actor, Deed.PRINT_CODES, slug, place, found -> {
            Lines<ListedResidents.Line> read = Lines.of(lines, ListedResidents.Line::parse, "wrong.line", words);
            if (read.isWrong()) {
                return form("list", found, read);
            }
            int kept = listed.load(actor, found, read.read(), clock.instant());
            return done(found, words.of("list.kept", found.name(), kept));
        });
    }

    @GetMapping("/councils/{slug}/office/{place}/word")
    ResponseEntity<byte[]> word(Actor actor, @PathVariable String slug, @PathVariable String place) {
        return at(actor, Deed.VOUCH_FOR_RESIDENCY, slug, place, found -> word(HttpStatus.OK, found, "", ""));
    }

    @PostMapping("/councils/{slug}/office/{place}/word")
    ResponseEntity<byte[]> give(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String email) {
        return at(actor, Deed.VOUCH_FOR_RESIDENCY, slug, place, found -> {
            Optional<Person> person = EmailAddress.parse(email).flatMap(known -> people.find(found.councilId(), known));
            if (person.isEmpty()) {
                return word(HttpStatus.UNPROCESSABLE_CONTENT, found, email, words.of("word.unknown"));
            }
            return switch (residencies.byWord(actor, found, person.get().id(), clock.instant())) {
                case Residencies.Outcome.Shown _ ->
                    done(found, words.of("word.given", person.get().name()));
                case Residencies.Outcome.Refused refused ->
                    word(HttpStatus.UNPROCESSABLE_CONTENT, found, email, words.of("refused." + refused.because()));
            };
        });
    }

    /** Asks the policy before anything is looked up, so that a stranger learns nothing of what there is. */
    private ResponseEntity<byte[]> at(
            Actor actor, Deed deed, String slug, String place, Function<Neighbourhood, ResponseEntity<byte[]>> answer) {
        Optional<Neighbourhood> found =
                councils.find(slug).flatMap(council -> neighbourhoods.find(council.id(), place));
        Policy.demand(
                actor,
                deed,
                found.map(one -> Where.council(one.councilId()).neighbourhood(one.id()))
                        .orElse(Where.council(actor.council())));
        return found.map(answer).orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> form(String what, Neighbourhood place, Lines<?> lines) {
        return pages.page(
                lines.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/residency/lines.jte",
                Map.of("words", words, "what", what, "action", path(place, what), "place", place, "lines", lines));
    }

    private ResponseEntity<byte[]> word(HttpStatus status, Neighbourhood place, String email, String wrong) {
        return pages.page(
                status,
                "people/residency/word.jte",
                Map.of("words", words, "action", path(place, "word"), "place", place, "email", email, "wrong", wrong));
    }

    private ResponseEntity<byte[]> done(Neighbourhood place, String said) {
        return pages.page(
                HttpStatus.OK,
                "people/residency/done.jte",
                Map.of("words", words, "place", place, "said", said, "council", councils.council(place.councilId())));
    }

    private String path(Neighbourhood place, String what) {
        return "/councils/" + councils.council(place.councilId()).slug() + "/office/" + place.slug() + "/" + what;
    }
}
