package org.communitycontracts.reporting.route;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.communitycontracts.people.Token;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Found;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.Search;
import org.communitycontracts.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a report begins: the place is found, and what to do in an emergency is said before anything is asked. */
@RestController
class StartPages {
    private static final int LONGEST_NEAR = 80;

    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Search search;
    private final Drafts drafts;
    private final InstantSource clock;

    StartPages(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Search search,
            Drafts drafts,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.search = search;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Where is it? Of one place found, its page follows at once. */
    @GetMapping("/report")
    ResponseEntity<byte[]> where(@RequestParam(required = false) @Nullable String q) {
        Found found = Found.of(q == null ? "" : q, search);
        return found.hits().size() == 1
                ? to(address(found.hits().getFirst(), found.asked()))
                : pages.page("reporting/route/where.jte", Map.of("found", found, "asked", q != null));
    }

    /** The beginning of a report at a place that was found; the street or postcode that was looked for goes along. */
    static String address(Search.Hit hit, String asked) {
        boolean isNear = hit.neighbourhood() != null && !hit.found().equals(hit.name());
        return hit.address() + "/report" + (isNear ? "?near=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) : "");
    }

    @GetMapping("/councils/{slug}/report")
    ResponseEntity<byte[]> council(Actor actor, @PathVariable String slug) {
        return councils.find(slug)
                .map(council -> pages.page(
                        HttpStatus.OK,
                        "reporting/route/council.jte",
                        Map.of(
                                "council",
                                council,
                                "places",
                                neighbourhoods.list(council.id()),
                                "mayEnter",
                                mayEnter(actor, council, null))))
                .orElseGet(pages::notFound);
    }

    @PostMapping("/councils/{slug}/report")
    ResponseEntity<byte[]> beginElsewhere(
            Actor actor, @PathVariable String slug, @RequestParam(name = "for", defaultValue = "") String whom) {
        return councils.find(slug)
                .map(council -> begin(actor, council, null, "", !whom.isEmpty()))
                .orElseGet(pages::notFound);
    }

    @GetMapping("/councils/{slug}/{place}/report")
    ResponseEntity<byte[]> start(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String near) {
        return at(
                slug,
                place,
                (council, found) -> pages.page(
                        HttpStatus.OK,
                        "reporting/route/start.jte",
                        Map.of(
                                "council",
                                council,
                                "place",
                                found,
                                "near",
                                shortened(near),
                                "mayEnter",
                                mayEnter(actor, council, found))));
    }

    @PostMapping("/councils/{slug}/{place}/report")
    ResponseEntity<byte[]> begin(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String near,
            @RequestParam(name = "for", defaultValue = "") String whom) {
        return at(slug, place, (council, found) -> begin(actor, council, found, shortened(near), !whom.isEmpty()));
    }

    private ResponseEntity<byte[]> begin(
            Actor actor, Council council, @Nullable Neighbourhood place, String near, boolean isForAnother) {
        Draft draft = Draft.begun(place == null ? "" : place.slug(), near, isForAnother);
        Route route = new Route(council, place, Token.fresh(), draft, List.of(), List.of());
        if (isForAnother) {
            Policy.demand(actor, Deed.ENTER_FOR_ANOTHER, route.whose());
        }
        drafts.keep(council.id(), route.token(), draft, clock.instant());
        return to(route.address(route.next()));
    }

    private static boolean mayEnter(Actor actor, Council council, @Nullable Neighbourhood place) {
        Where whose = Where.council(council.id()).neighbourhood(place == null ? null : place.id());
        return Policy.ask(actor, Deed.ENTER_FOR_ANOTHER, whose).isAllowed();
    }

    private static String shortened(String near) {
        return near.length() > LONGEST_NEAR ? "" : near;
    }

    private ResponseEntity<byte[]> at(
            String slug, String place, BiFunction<Council, Neighbourhood, ResponseEntity<byte[]>> answer) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> neighbourhoods.find(found.id(), place))
                .map(found -> answer.apply(council.orElseThrow(), found))
                .orElseGet(pages::notFound);
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
