package org.communitycontracts.people.office;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitycontracts.acts.ActList;
import org.communitycontracts.acts.Kept;
import org.communitycontracts.people.People;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of acts of a council, newest first, in words. */
@RestController
class RecordPages {
    private static final int AT_ONCE = 50;

    private final Pages pages;
    private final Offices offices;
    private final ActList acts;
    private final People people;

    RecordPages(Pages pages, Offices offices, ActList acts, People people) {
        this.pages = pages;
        this.offices = offices;
        this.acts = acts;
        this.people = people;
    }

    @GetMapping("/councils/{slug}/office/record")
    ResponseEntity<byte[]> record(
            @PathVariable String slug, @RequestParam(defaultValue = "") String before, Actor actor) {
        return offices.in(slug, actor, Deed.SEE_ACTS, office -> {
            long council = office.council().id();
            List<Kept> kept = asked(council, before);
            Map<UUID, String> names = people.names(
                    council,
                    kept.stream()
                            .flatMap(act -> Stream.of(ActLine.person(act, "who"), ActLine.person(act, "whom")))
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .distinct()
                            .toList());
            return pages.page(
                    HttpStatus.OK,
                    "people/office/record.jte",
                    Map.of(
                            "office",
                            office,
                            "lines",
                            kept.stream()
                                    .map(act -> ActLine.of(act, office, names))
                                    .toList(),
                            "older",
                            kept.size() < AT_ONCE ? "" : older(office, kept.getLast())));
        });
    }

    private static String older(Office office, Kept last) {
        return office.at("/record?before=" + last.at() + "_" + last.id());
    }

    /** What stands before an act, named as {@link #older} names it; the latest when it names none. */
    private List<Kept> asked(long council, String before) {
        try {
            String[] last = before.split("_", 2);
            return acts.before(council, Instant.parse(last[0]), UUID.fromString(last[last.length - 1]), AT_ONCE);
        } catch (DateTimeException | IllegalArgumentException _) {
            return acts.latest(council, AT_ONCE);
        }
    }
}
