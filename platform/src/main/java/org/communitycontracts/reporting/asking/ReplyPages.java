package org.communitycontracts.reporting.asking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.reporting.Asked;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.Picture;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Field;
import org.communitycontracts.web.parts.Wrong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The page on which whoever has the follow-up link answers what the service asks. */
@RestController
class ReplyPages {
    private static final String ADDRESS = "/councils/{slug}/follow-up/{token}/reply";
    private static final int LONGEST = 4_000;

    private final Words words = Words.beside(ReplyPages.class);
    private final Pages pages;
    private final Councils councils;
    private final ToldReports told;
    private final Reports reports;
    private final Remarks remarks;
    private final Sight sight;
    private final InstantSource clock;

    ReplyPages(
            Pages pages,
            Councils councils,
            ToldReports told,
            Reports reports,
            Remarks remarks,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.told = told;
        this.reports = reports;
        this.remarks = remarks;
        this.sight = sight;
        this.clock = clock;
    }

    /** Who is asked what: the council, the report, the service's own words, and where the report's follow-up page stands. */
    record Asking(Council council, Report report, String question, String back) {
        String here() {
            return back + "/reply";
        }
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> ask(@PathVariable String slug, @PathVariable String token) {
        return find(slug, token)
                .map(asking -> waits(reports.story(asking.report()))
                        ? page(HttpStatus.OK, asking, answer(""), photo())
                        : Pages.seeOther(asking.back()))
                .orElseGet(pages::notFound);
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> reply(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(name = "words", defaultValue = "") String written,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo) {
        return find(slug, token)
                .map(asking -> reply(asking, written.strip(), photo))
                .orElseGet(pages::notFound);
    }

    private static boolean waits(Story story) {
        return Asked.in(story.happenings()).isPresent();
    }

    private Optional<Asking> find(String slug, String token) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> sight.of(
                found.id(),
                () -> told.find(found.id(), new Token(token))
                        .map(followed -> new Asking(
                                found,
                                followed.report(),
                                question(followed.report()),
                                "/councils/" + slug + "/follow-up/" + token))));
    }

    private String question(Report report) {
        return remarks.list(report).stream()
                .filter(remark -> remark.event().equals(Asked.ASKED))
                .map(remark -> Optional.ofNullable(remark.words()).orElse(""))
                .reduce("", (_, later) -> later);
    }

    private ResponseEntity<byte[]> reply(Asking asking, String written, @Nullable MultipartFile photo) {
        @Nullable
        String noWords = written.isEmpty()
                ? words.of("words.none")
                : written.length() > LONGEST ? words.of("words.long", LONGEST) : null;
        byte @Nullable [] jpeg = null;
        @Nullable String noPhoto = null;
        if (photo != null && !photo.isEmpty()) {
            switch (Picture.of(bytes(photo))) {
                case Picture.Answer.Refused(String why) -> noPhoto = words.of(why);
                case Picture.Answer.Painted(byte[] painted) -> jpeg = painted;
            }
        }
        if (noWords != null || noPhoto != null) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    asking,
                    answer(written).withError(noWords),
                    photo().withError(noPhoto));
        }
        Remarks.Entry entry = new Remarks.Entry(Asked.REPLIED, Remarks.RESIDENTS, Map.of(), written, jpeg);
        if (sight.of(
                asking.council().id(), () -> remarks.add(asking.report(), entry, ReplyPages::waits, clock.instant()))) {
            return Pages.seeOther(asking.back());
        }
        return page(HttpStatus.CONFLICT, asking, answer(written).withError(words.of("words.late")), photo());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Field answer(String written) {
        return Field.named("words", words.of("words"))
                .withHint(words.of("words.hint"))
                .withValue(written);
    }

    private Field photo() {
        return Field.named("photo", words.of("photo")).withHint(words.of("photo.hint"));
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Asking asking, Field answer, Field photo) {
        List<Wrong> wrongs = Stream.of(answer, photo)
                .filter(Field::isWrong)
                .map(field -> new Wrong(field.id(), String.valueOf(field.error())))
                .toList();
        return pages.page(
                status,
                "reporting/asking/reply.jte",
                Map.of("asking", asking, "answer", answer, "photo", photo, "wrongs", wrongs, "words", words));
    }
}
