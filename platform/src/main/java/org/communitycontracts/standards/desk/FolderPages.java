package org.communitycontracts.standards.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.PlainWords;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.EventWords;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.standards.Promised;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Row;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One report on a desk: what was told, what is promised, what happened, and what can be done now. */
@RestController
class FolderPages {
    private static final String ADDRESS = "/councils/{slug}/desk/{party}/{reference}";

    private final Desks desks;
    private final ToldReports told;
    private final Remarks remarks;
    private final Contracts contracts;
    private final Pages pages;

    FolderPages(Desks desks, ToldReports told, Remarks remarks, Contracts contracts, Pages pages) {
        this.desks = desks;
        this.told = told;
        this.remarks = remarks;
        this.contracts = contracts;
        this.pages = pages;
    }

    /**
     * One promise, as the page tells it.
     *
     * @param due when it is due, in words
     * @param sentences all that its clause says, what follows when it is not kept included
     */
    record PromiseLine(String by, String text, String due, boolean isLate, List<String> sentences) {}

    /** One happening, as the page tells it. */
    record Line(Instant at, String when, String text) {}

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> report(
            @PathVariable String slug,
            @PathVariable String party,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String done,
            Actor actor) {
        return desks.at(actor, slug, party, reference, (desk, folder) -> {
            String home = desk.at("/" + folder.report().reference());
            return pages.page(
                    "standards/desk/report.jte",
                    Map.of(
                            "desk",
                            desk,
                            "folder",
                            folder,
                            "title",
                            title(folder),
                            "done",
                            done,
                            "rows",
                            rows(desk, folder),
                            "promises",
                            folder.promises().stream()
                                    .map(promise -> line(desk, promise))
                                    .toList(),
                            "steps",
                            folder.steps().stream()
                                    .map(step ->
                                            Link.to(desk.words().of("step." + step.word()), home + "/" + step.word()))
                                    .toList(),
                            "lines",
                            lines(desk, folder),
                            "photos",
                            told.photos(folder.report()),
                            "remarks",
                            remarks.list(folder.report())));
        });
    }

    static String title(Folder folder) {
        return Optional.ofNullable(folder.report().title())
                .orElseGet(() -> KindWords.name(new Category(folder.report().category())));
    }

    private PromiseLine line(Desk desk, Promise promise) {
        Promised clock = promise.clock();
        Words words = desk.words();
        Instant due = clock.due();
        String standing = clock.isOpen()
                ? desk.due(due, clock.isHeld())
                : words.of("state." + clock.state().name().toLowerCase(Locale.ROOT));
        String holder = promise.hands().holder();
        String by = holder.equals(clock.party())
                ? clock.by()
                : words.of("promise.handed", clock.by(), nameOf(promise, holder));
        List<String> sentences = contracts
                .find(desk.council().id(), clock.contract(), clock.version())
                .map(file -> PlainWords.of(file, clock.clause()).sentences())
                .orElse(List.of());
        return new PromiseLine(
                by, clock.promise(), standing, clock.isOpen() && due != null && due.isBefore(desk.now()), sentences);
    }

    private static String nameOf(Promise promise, String party) {
        return Optional.ofNullable(promise.contract().parties().get(party))
                .map(Party::name)
                .orElse(party);
    }

    private static List<Row> rows(Desk desk, Folder folder) {
        Words words = desk.words();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                words.of("row.kind"),
                KindWords.name(new Category(folder.report().category()))));
        rows.add(Row.of(words.of("row.place"), desk.place(folder.report().neighbourhood())));
        Told told = folder.told();
        if (told == null) {
            rows.add(Row.of(words.of("row.who"), words.of("who.unknown")));
            return rows;
        }
        rows.add(Row.of(words.of("row.spot"), told.spot()));
        rows.add(Row.of(words.of("row.description"), told.description()));
        if (told.answer() != null) {
            rows.add(Row.of(
                    KindWords.question(new Category(folder.report().category())).orElse(words.of("row.answer")),
                    told.answer()));
        }
        String name = told.who().name();
        rows.add(Row.of(
                words.of("row.who"),
                told.who().known() == Told.KnownTo.NOBODY || name == null ? words.of("who.nobody") : name));
        return rows;
    }

    private static List<Line> lines(Desk desk, Folder folder) {
        return folder.story().stream()
                .map(happening -> new Line(happening.at(), desk.when(happening.at()), EventWords.of(happening.event())))
                .toList();
    }

    /** A photo that came with the report. */
    @GetMapping(ADDRESS + "/photos/{number:[1-5]}.jpg")
    ResponseEntity<byte[]> photo(
            @PathVariable String slug,
            @PathVariable String party,
            @PathVariable String reference,
            @PathVariable int number,
            Actor actor) {
        return desks.at(actor, slug, party, reference, (_, folder) -> jpeg(told.photo(folder.report(), number)));
    }

    /** A photo that came with a happening. */
    @GetMapping(ADDRESS + "/remarks/{number:[0-9][0-9]?[0-9]?}.jpg")
    ResponseEntity<byte[]> remark(
            @PathVariable String slug,
            @PathVariable String party,
            @PathVariable String reference,
            @PathVariable int number,
            Actor actor) {
        return desks.at(actor, slug, party, reference, (_, folder) -> jpeg(remarks.photo(folder.report(), number)));
    }

    private ResponseEntity<byte[]> jpeg(Optional<byte[]> photo) {
        return photo.map(jpeg ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg))
                .orElseGet(pages::notFound);
    }
}
