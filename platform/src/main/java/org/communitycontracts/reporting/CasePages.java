package org.communitycontracts.reporting;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of one report: the public one, and the one that whoever told it finds by a secret link. */
@RestController
class CasePages {
    private final Words words = Words.beside(CasePages.class);
    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Reports reports;
    private final ToldReports told;
    private final Remarks remarks;
    private final ObjectProvider<Panel> panels;
    private final ObjectProvider<Promises> promises;
    private final OwnAddress here;
    private final Sight sight;
    private final InstantSource clock;

    CasePages(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Reports reports,
            ToldReports told,
            Remarks remarks,
            ObjectProvider<Panel> panels,
            ObjectProvider<Promises> promises,
            OwnAddress here,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.reports = reports;
        this.told = told;
        this.remarks = remarks;
        this.panels = panels;
        this.promises = promises;
        this.here = here;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/councils/{slug}/cases/{reference}")
    ResponseEntity<byte[]> report(@PathVariable String slug, @PathVariable String reference) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> reports.find(found.id(), reference))
                .map(report -> page(council.orElseThrow(), report))
                .orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> page(Council council, Report report) {
        List<Panel.Piece> pieces = pieces(report);
        Optional<String> by = sight.of(council.id(), () -> told.publicName(report));
        return pages.page(
                "reporting/case.jte",
                Map.of("page", page(council, report, pieces), "pieces", pieces, "words", words, "by", by));
    }

    @GetMapping("/councils/{slug}/follow-up/{token}")
    ResponseEntity<byte[]> followUp(@PathVariable String slug, @PathVariable String token) {
        return followed(slug, token, (council, followed) -> {
            List<Panel.Piece> pieces = pieces(followed.report());
            return pages.page(
                    HttpStatus.OK,
                    "reporting/followUp.jte",
                    Map.of(
                            "page",
                            page(council, followed.report(), pieces),
                            "pieces",
                            pieces,
                            "told",
                            followed.told(),
                            "rows",
                            rows(followed.told()),
                            "photos",
                            sight.of(council.id(), () -> told.photos(followed.report())),
                            "remarks",
                            sight.of(council.id(), () -> remarks.list(followed.report())),
                            "here",
                            "/councils/" + slug + "/follow-up/" + token));
        });
    }

    /** A photo that came with the report, for whoever has the secret link. */
    @GetMapping("/councils/{slug}/follow-up/{token}/photos/{number:[1-5]}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable String slug, @PathVariable String token, @PathVariable int number) {
        return followed(
                slug,
                token,
                (council, followed) -> sight.of(council.id(), () -> told.photo(followed.report(), number))
                        .map(jpeg -> ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                .body(jpeg))
                        .orElseGet(pages::notFound));
    }

    /** A photo that came with a happening, for whoever has the secret link. */
    @GetMapping("/councils/{slug}/follow-up/{token}/remarks/{number:[0-9][0-9]?[0-9]?}.jpg")
    ResponseEntity<byte[]> remark(@PathVariable String slug, @PathVariable String token, @PathVariable int number) {
        return followed(
                slug,
                token,
                (council, followed) -> sight.of(council.id(), () -> remarks.photo(followed.report(), number))
                        .map(jpeg -> ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                .body(jpeg))
                        .orElseGet(pages::notFound));
    }

    /** What whoever has just sent a report needs to know. */
    @GetMapping("/councils/{slug}/follow-up/{token}/sent")
    ResponseEntity<byte[]> sent(@PathVariable String slug, @PathVariable String token) {
        return followed(
                slug,
                token,
                (council, followed) -> pages.page(
                        HttpStatus.OK,
                        "reporting/sent.jte",
                        Map.of(
                                "page",
                                page(council, followed.report(), List.of()),
                                "told",
                                followed.told(),
                                "promised",
                                promised(council, followed.report()),
                                "link",
                                here.of("/councils/" + slug + "/follow-up/" + token))));
    }

    private ResponseEntity<byte[]> followed(
            String slug, String token, BiFunction<Council, ToldReports.Followed, ResponseEntity<byte[]>> answer) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> sight.of(found.id(), () -> told.find(found.id(), new Token(token))))
                .map(followed -> answer.apply(council.orElseThrow(), followed))
                .orElseGet(pages::notFound);
    }

    private CasePage page(Council council, Report report, List<Panel.Piece> pieces) {
        Story story = reports.story(report);
        return new CasePage(
                council,
                place(report),
                report,
                StoryLine.listOf(story.toBeTold(), pieces, council, words),
                Joints.into(story.happenings()).findFirst(),
                story.together().size(),
                Asked.in(story.happenings()).isPresent(),
                SaidFixed.in(story.all()).isPresent(),
                words);
    }

    private List<Panel.Piece> pieces(Report report) {
        return panels.orderedStream().map(panel -> panel.show(report)).toList();
    }

    private List<Promises.Promise> promised(Council council, Report report) {
        return promises.orderedStream()
                .flatMap(room -> room.list(council, place(report).orElse(null), clock.instant()).stream())
                .filter(promise -> promise.isAbout(new Category(report.category())))
                .toList();
    }

    private List<Row> rows(Told words) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(this.words.of("told.spot"), words.spot()));
        rows.add(Row.of(this.words.of("told.description"), words.description()));
        if (words.answer() != null) {
            rows.add(Row.of(this.words.of("told.answer"), words.answer()));
        }
        String name = words.who().name();
        rows.add(Row.of(
                this.words.of("told.who"),
                this.words.of("told." + words.who().known().word(), name == null ? "" : name)));
        EmailAddress email = words.who().email();
        if (email != null) {
            rows.add(Row.of(this.words.of("told.email"), email.written()));
        }
        return rows;
    }

    private Optional<Neighbourhood> place(Report report) {
        Long neighbourhood = report.neighbourhood();
        return neighbourhood == null
                ? Optional.empty()
                : Optional.of(neighbourhoods.neighbourhood(report.council(), neighbourhood));
    }
}
