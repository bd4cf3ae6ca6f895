package org.communitycontracts.people.residency;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a person lives, as they show it themselves: by postcode, by the code of a letter, by the council's list. */
@RestController
class ResidencyPages {
    private static final String HOME = "/account/residency";

    private final Words words = Words.beside(ResidencyPages.class);
    private final Pages pages;
    private final Neighbourhoods neighbourhoods;
    private final Residencies residencies;
    private final InstantSource clock;

    ResidencyPages(Pages pages, Neighbourhoods neighbourhoods, Residencies residencies, InstantSource clock) {
        this.pages = pages;
        this.neighbourhoods = neighbourhoods;
        this.residencies = residencies;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ResponseEntity<byte[]> where(Actor actor) {
        Policy.demand(actor, Deed.SHOW_RESIDENCY, Where.council(actor.council()).about(actor.person()));
        List<Residency> shown = residencies.of(actor.council(), Objects.requireNonNull(actor.person()));
        return pages.page(
                HttpStatus.OK,
                "people/residency/where.jte",
                Map.of("words", words, "shown", shown, "places", neighbourhoods.list(actor.council())));
    }

    @GetMapping(HOME + "/{place}")
    ResponseEntity<byte[]> place(Actor actor, @PathVariable String place) {
        return in(actor, place, found -> ways(HttpStatus.OK, found, Tried.nothing()));
    }

    @PostMapping(HOME + "/{place}/postcode")
    ResponseEntity<byte[]> postcode(
            Actor actor,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String house) {
        return in(
                actor,
                place,
                found -> came(
                        residencies.byPostcode(actor, found, postcode, house, clock.instant()),
                        found,
                        Tried.nothing().with("postcode", postcode).with("house", house)));
    }

    @PostMapping(HOME + "/{place}/code")
    ResponseEntity<byte[]> code(Actor actor, @PathVariable String place, @RequestParam(defaultValue = "") String code) {
        return in(
                actor,
                place,
                found -> came(
                        residencies.byLetter(actor, found, code, clock.instant()),
                        found,
                        Tried.nothing().with("code", code)));
    }

    @PostMapping(HOME + "/{place}/list")
    ResponseEntity<byte[]> list(
            Actor actor,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String surname,
            @RequestParam(name = "list-postcode", defaultValue = "") String postcode,
            @RequestParam(name = "list-house", defaultValue = "") String house) {
        return in(
                actor,
                place,
                found -> came(
                        residencies.byList(actor, found, surname, postcode, house, clock.instant()),
                        found,
                        Tried.nothing()
                                .with("surname", surname)
                                .with("list-postcode", postcode)
                                .with("list-house", house)));
    }

    @PostMapping(HOME + "/{place}/moves")
    ResponseEntity<byte[]> moveAway(Actor actor, @PathVariable String place) {
        return in(actor, place, found -> {
            residencies.moveAway(actor, found, clock.instant());
            return home();
        });
    }

    private ResponseEntity<byte[]> in(
            Actor actor, String place, Function<Neighbourhood, ResponseEntity<byte[]>> answer) {
        Policy.demand(actor, Deed.SHOW_RESIDENCY, Where.council(actor.council()).about(actor.person()));
        Optional<Neighbourhood> found = neighbourhoods.find(actor.council(), place);
        return found.map(answer).orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> came(Residencies.Outcome outcome, Neighbourhood place, Tried tried) {
        return switch (outcome) {
            case Residencies.Outcome.Shown _ -> home();
            case Residencies.Outcome.Refused refused ->
                ways(HttpStatus.UNPROCESSABLE_CONTENT, place, tried.refused(refused.because()));
        };
    }

    private ResponseEntity<byte[]> ways(HttpStatus status, Neighbourhood place, Tried tried) {
        return pages.page(status, "people/residency/ways.jte", Map.of("words", words, "place", place, "tried", tried));
    }

    private static ResponseEntity<byte[]> home() {
        return Pages.seeOther(HOME);
    }
}
