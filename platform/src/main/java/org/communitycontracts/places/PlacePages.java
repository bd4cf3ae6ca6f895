package org.communitycontracts.places;

import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way in: the first page, the search, a council, a neighbourhood. */
@RestController
class PlacePages {
    private final Words words = Words.beside(PlacePages.class);
    private final Pages pages;
    private final Areas areas;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Search search;
    private final List<Panel> panels;

    PlacePages(
            Pages pages,
            Areas areas,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Search search,
            ObjectProvider<Panel> panels) {
        this.pages = pages;
        this.areas = areas;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.search = search;
        this.panels = panels.orderedStream().toList();
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return pages.page("places/home.jte", Map.of("words", words, "areas", areas.list()));
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(@RequestParam(defaultValue = "") String q) {
        Found found = Found.of(q, search);
        return pages.page(HttpStatus.OK, "places/search.jte", Map.of("words", words, "found", found));
    }

    @GetMapping("/councils/{slug}")
    ResponseEntity<byte[]> council(@PathVariable String slug) {
        return councils.find(slug).map(this::page).orElseGet(pages::notFound);
    }

    @GetMapping("/councils/{slug}/{place}")
    ResponseEntity<byte[]> neighbourhood(@PathVariable String slug, @PathVariable String place) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> neighbourhoods.find(found.id(), place))
                .map(found -> page(council.orElseThrow(), found))
                .orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> page(Council council) {
        List<Content> pieces =
                panels.stream().flatMap(panel -> panel.show(council).stream()).toList();
        List<Neighbourhood> places = neighbourhoods.list(council.id());
        Map<Long, String> notes = new HashMap<>();
        panels.forEach(panel -> notes.putAll(panel.notes(council)));
        return pages.page(
                "places/council.jte",
                Map.of("words", words, "council", council, "places", places, "pieces", pieces, "notes", notes));
    }

    private ResponseEntity<byte[]> page(Council council, Neighbourhood place) {
        List<Content> pieces = panels.stream()
                .flatMap(panel -> panel.show(council, place).stream())
                .toList();
        return pages.page(
                "places/neighbourhood.jte",
                Map.of("words", words, "council", council, "place", place, "pieces", pieces));
    }
}
