package org.communitycontracts.standards.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.Party;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.standards.desk.Worklist.Part;
import org.communitycontracts.standards.desk.Worklist.Question;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Field;
import org.communitycontracts.web.parts.Turning;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of what lies on a desk, what is due first standing first; its filters stand in the address. */
@RestController
class DeskPages {
    private static final int SIZE = 25;
    private static final String ALL = "all";

    private final Desks desks;
    private final Worklist worklist;
    private final Pages pages;

    DeskPages(Desks desks, Worklist worklist, Pages pages) {
        this.desks = desks;
        this.worklist = worklist;
        this.pages = pages;
    }

    @GetMapping("/councils/{slug}/desk")
    ResponseEntity<byte[]> own(@PathVariable String slug, Actor actor) {
        return desks.of(
                actor,
                slug,
                own -> own.parties().size() == 1
                        ? Pages.seeOther(at(own, own.parties().getFirst()))
                        : pages.page(
                                "standards/desk/desks.jte",
                                Map.of(
                                        "council",
                                        own.council(),
                                        "desks",
                                        own.parties().stream()
                                                .map(party -> Link.to(party.name(), at(own, party)))
                                                .toList())));
    }

    private static String at(Desks.Own own, Party party) {
        return "/councils/" + own.council().slug() + "/desk/" + party.slug();
    }

    /** Leads to a report whose reference somebody has at hand, or says that it does not lie here. */
    @GetMapping("/councils/{slug}/desk/{party}/find")
    ResponseEntity<byte[]> find(
            @PathVariable String slug,
            @PathVariable String party,
            @RequestParam(defaultValue = "") String reference,
            Actor actor) {
        return desks.at(
                actor,
                slug,
                party,
                desk -> desks.find(desk, reference.strip())
                        .map(folder ->
                                Pages.seeOther(desk.at("/" + folder.report().reference())))
                        .orElseGet(() -> pages.page(
                                "standards/desk/find.jte",
                                Map.of("desk", desk, "field", reference(desk, reference.strip())))));
    }

    private static Field reference(Desk desk, String typed) {
        Field field = Field.named("reference", desk.words().of("find"))
                .withHint(desk.words().of("find.hint"))
                .withValue(typed);
        return typed.isEmpty() ? field : field.withError(desk.words().of("find.none"));
    }

    /** One report in the list. */
    record Line(String address, String title, String text, String due, List<String> tags, boolean isLate) {}

    /** One part of the desk, as the list of parts shows it; those in which nothing lies are left out. */
    record Tab(String address, String text, boolean isHere) {}

    @GetMapping("/councils/{slug}/desk/{party}")
    ResponseEntity<byte[]> list(
            @PathVariable String slug,
            @PathVariable String party,
            @RequestParam(defaultValue = ALL) String part,
            @RequestParam(defaultValue = ALL) String kind,
            @RequestParam(defaultValue = ALL) String place,
            @RequestParam(defaultValue = "1") String page,
            Actor actor) {
        return desks.at(actor, slug, party, desk -> {
            Question question = new Question(
                    desk.council().id(),
                    desk.party().slug(),
                    Part.of(part),
                    kind.equals(ALL) ? null : kind,
                    place.matches("[0-9]{1,18}") ? Long.valueOf(place) : null,
                    desk.now(),
                    desk.tomorrow(),
                    page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1,
                    SIZE);
            return list(desk, question);
        });
    }

    private ResponseEntity<byte[]> list(Desk desk, Question question) {
        Worklist.Counts counts = worklist.counts(question);
        long count = worklist.count(question);
        List<Line> lines =
                worklist.page(question).stream().map(work -> line(desk, work)).toList();
        List<Tab> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (part == Part.ALL || part == question.part() || counts.of(part) > 0) {
                parts.add(new Tab(
                        desk.at("?part=" + part.word() + filters(question)),
                        desk.words().of("part." + part.word(), counts.of(part)),
                        part == question.part()));
            }
        }
        int last = (int) Math.max(1, (count + SIZE - 1) / SIZE);
        return pages.page(
                "standards/desk/list.jte",
                Map.of(
                        "desk",
                        desk,
                        "parts",
                        parts,
                        "part",
                        question.part().word(),
                        "count",
                        count,
                        "lines",
                        lines,
                        "kinds",
                        kinds(desk, question),
                        "places",
                        places(desk, question),
                        "turning",
                        Turning.of(
                                Math.min(question.page(), last),
                                last,
                                number -> desk.at(
                                        "?part=" + question.part().word() + filters(question) + "&page=" + number))));
    }

    private static String filters(Question question) {
        String kind = question.category() == null
                ? ""
                : "&kind=" + URLEncoder.encode(question.category(), StandardCharsets.UTF_8);
        return kind + (question.neighbourhood() == null ? "" : "&place=" + question.neighbourhood());
    }

    private static Line line(Desk desk, Work work) {
        List<String> tags = new ArrayList<>();
        boolean isLate = work.due() != null && work.due().isBefore(desk.now()) && !work.isHeld();
        if (work.isOffered()) {
            tags.add(desk.words().of("tag.offered"));
        } else if (isLate) {
            tags.add(desk.words().of("tag.late"));
        }
        if (work.isHeld()) {
            tags.add(desk.words().of("tag.held"));
        }
        if (work.isPrivate()) {
            tags.add(desk.words().of("tag.private"));
        }
        return new Line(
                desk.at("/" + work.reference()),
                Optional.ofNullable(work.title()).orElseGet(() -> KindWords.name(new Category(work.category()))),
                desk.words().of("line", desk.place(work.neighbourhood()), work.reference()),
                work.contract() == null
                        ? desk.words().of("due.unpromised", desk.when(work.madeAt()))
                        : desk.due(work.due(), work.isHeld()),
                tags,
                isLate);
    }

    /** A choice among all kinds that lie on the desk. */
    record Filter(Field field, List<Choice> choices) {}

    private Filter kinds(Desk desk, Question question) {
        List<Choice> choices =
                new ArrayList<>(List.of(Choice.of(ALL, desk.words().of("kind.all"))));
        worklist.categories(question.council(), question.party())
                .forEach(kind -> choices.add(Choice.of(kind, KindWords.name(new Category(kind)))));
        return new Filter(
                Field.named("kind", desk.words().of("kind"))
                        .withValue(Optional.ofNullable(question.category()).orElse(ALL)),
                choices);
    }

    private static Filter places(Desk desk, Question question) {
        List<Choice> choices =
                new ArrayList<>(List.of(Choice.of(ALL, desk.words().of("place.all"))));
        desk.places().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .forEach(place -> choices.add(Choice.of(place.getKey().toString(), place.getValue())));
        Long here = question.neighbourhood();
        return new Filter(
                Field.named("place", desk.words().of("place")).withValue(here == null ? ALL : here.toString()),
                choices);
    }
}
