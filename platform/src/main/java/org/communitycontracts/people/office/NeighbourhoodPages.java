package org.communitycontracts.people.office;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.places.Boundary;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.communitycontracts.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The neighbourhoods of a council: list, open, add streets, postcodes and an outline. */
@RestController
class NeighbourhoodPages {
    private static final String ALL = "/councils/{slug}/office/neighbourhoods";
    private static final int MOST_NAMES = 2_000;

    private final Pages pages;
    private final Offices offices;
    private final Neighbourhoods neighbourhoods;
    private final Ground ground;

    NeighbourhoodPages(Pages pages, Offices offices, Neighbourhoods neighbourhoods, Ground ground) {
        this.pages = pages;
        this.offices = offices;
        this.neighbourhoods = neighbourhoods;
        this.ground = ground;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> list(@PathVariable String slug, @RequestParam(defaultValue = "") String done, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_NEIGHBOURHOODS, office -> page(office, Form.blank("place"), done));
    }

    @PostMapping(ALL)
    ResponseEntity<byte[]> open(@PathVariable String slug, @RequestParam Map<String, String> typed, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_NEIGHBOURHOODS, office -> {
            Form form = Form.of("place", typed);
            String name = form.line("name");
            if (office.neighbourhood(name).isPresent()) {
                form.wrong("name", "place.there");
            }
            Optional<Ground.Plan> plan = plan(form);
            if (form.isWrong()) {
                return page(office, form, "");
            }
            ground.open(actor, office.council().id(), name, plan.orElseThrow(), office.now());
            return office.to("/neighbourhoods?done=place.opened");
        });
    }

    @GetMapping(ALL + "/{place}")
    ResponseEntity<byte[]> one(
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam(defaultValue = "") String done,
            Actor actor) {
        return offices.in(
                slug,
                actor,
                Deed.KEEP_NEIGHBOURHOODS,
                office -> neighbourhoods
                        .find(office.council().id(), place)
                        .map(found -> page(office, found, Form.blank("place"), done))
                        .orElseGet(pages::notFound));
    }

    @PostMapping(ALL + "/{place}")
    ResponseEntity<byte[]> add(
            @PathVariable String slug,
            @PathVariable String place,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        return offices.in(
                slug,
                actor,
                Deed.KEEP_NEIGHBOURHOODS,
                office -> neighbourhoods
                        .find(office.council().id(), place)
                        .map(found -> {
                            Form form = Form.of("place", typed);
                            Optional<Ground.Plan> plan = plan(form);
                            if (plan.isEmpty()) {
                                return page(office, found, form, "");
                            }
                            ground.add(actor, found, plan.get(), office.now());
                            return office.to("/neighbourhoods/" + found.slug() + "?done=place.added");
                        })
                        .orElseGet(pages::notFound));
    }

    private static Optional<Ground.Plan> plan(Form form) {
        List<String> streets = lines(form, "streets");
        List<String> postcodes = lines(form, "postcodes");
        Boundary boundary = boundary(form);
        return form.isWrong() ? Optional.empty() : Optional.of(new Ground.Plan(streets, postcodes, boundary));
    }

    /** One name on each line, or with commas between. */
    private static List<String> lines(Form form, String field) {
        List<String> names = Arrays.stream(form.typed(field).split("[\\n,;]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MOST_NAMES) {
            form.wrong(field, "place.many", MOST_NAMES);
        }
        names.stream()
                .filter(name -> name.length() > 100)
                .findFirst()
                .ifPresent(name -> form.wrong(field, "place.long", name.substring(0, 40)));
        return names;
    }

    private static @Nullable Boundary boundary(Form form) {
        String typed = form.typed("boundary");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Boundary.parse(typed);
        } catch (RuntimeException _) {
            form.wrong("boundary", "place.boundary.wrong");
            return null;
        }
    }

    private ResponseEntity<byte[]> page(Office office, Form form, String done) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/neighbourhoods.jte",
                Map.of("office", office, "form", form, "done", done));
    }

    private ResponseEntity<byte[]> page(Office office, Neighbourhood place, Form form, String done) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/neighbourhood.jte",
                Map.of(
                        "office", office,
                        "place", place,
                        "streets", neighbourhoods.names(place, SearchName.Kind.STREET),
                        "postcodes", neighbourhoods.names(place, SearchName.Kind.POSTCODE),
                        "form", form,
                        "done", done));
    }
}
