package org.communitycontracts.reporting.ending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.Token;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.SaidFixed;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.Picture;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.parts.Choice;
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

/** “Is it fixed?”, asked of whoever has the follow-up link once a service has said so. */
@RestController
class FixPages {
    private static final String ADDRESS = "/councils/{slug}/follow-up/{token}/fixed";
    private static final int LONGEST = 4_000;
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Words words = Words.beside(FixPages.class);
    private final Pages pages;
    private final Councils councils;
    private final ToldReports told;
    private final Reports reports;
    private final Remarks remarks;
    private final Sight sight;
    private final InstantSource clock;

    FixPages(
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

    /** Whose question it is: the council, the report, and where its follow-up page stands. */
    record Asking(Council council, Report report, boolean isUnfixed, String back) {
        String here() {
            return back + "/fixed";
        }
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> ask(@PathVariable String slug, @PathVariable String token) {
        return find(slug, token)
                .map(asking -> isAsked(asking) ? page(HttpStatus.OK, asking, fields("", "")) : back(asking))
                .orElseGet(pages::notFound);
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> answer(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String fixed,
            @RequestParam(name = "words", defaultValue = "") String written,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo) {
        return find(slug, token)
                .map(asking -> answer(asking, fixed, written.strip(), photo))
                .orElseGet(pages::notFound);
    }

    private Optional<Asking> find(String slug, String token) {
        Optional<Council> council = councils.find(slug);
        return council.flatMap(found -> sight.of(found.id(), () -> told.find(found.id(), new Token(token))))
                .map(followed -> new Asking(
                        council.orElseThrow(),
                        followed.report(),
                        SaidFixed.in(reports.story(followed.report()).all())
                                .filter(SaidFixed::isUnfixed)
                                .isPresent(),
                        "/councils/" + slug + "/follow-up/" + token));
    }

    private boolean isAsked(Asking asking) {
        return isOpen(reports.story(asking.report()));
    }

    /** Whether the question still waits for an answer. */
    private static boolean isOpen(Story story) {
        return SaidFixed.in(story.all()).isPresent();
    }

    private ResponseEntity<byte[]> answer(Asking asking, String fixed, String written, @Nullable MultipartFile photo) {
        Map<String, Field> fields = fields(fixed, written);
        @Nullable String noAnswer = fixed.equals(YES) || fixed.equals(NO) ? null : words.of("fixed.none");
        @Nullable
        String noWords = fixed.equals(NO) && written.isEmpty()
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
        if (noAnswer != null || noWords != null || noPhoto != null) {
            fields.computeIfPresent("fixed", (_, field) -> field.withError(noAnswer));
            fields.computeIfPresent("words", (_, field) -> field.withError(noWords));
            @Nullable String wrongPhoto = noPhoto;
            fields.computeIfPresent("photo", (_, field) -> field.withError(wrongPhoto));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, asking, fields);
        }
        Remarks.Entry answer = new Remarks.Entry(
                fixed.equals(YES) ? "confirmed" : "reopened",
                Remarks.RESIDENTS,
                Map.of(),
                written.isEmpty() ? null : written,
                jpeg);
        if (sight.of(
                asking.council().id(), () -> remarks.add(asking.report(), answer, FixPages::isOpen, clock.instant()))) {
            return back(asking);
        }
        fields.computeIfPresent("fixed", (_, field) -> field.withError(words.of("fixed.late")));
        return page(HttpStatus.CONFLICT, asking, fields);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Map<String, Field> fields(String fixed, String written) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("fixed", Field.named("fixed", words.of("answer")).withValue(fixed));
        fields.put(
                "words",
                Field.named("words", words.of("words"))
                        .withHint(words.of("words.hint"))
                        .withValue(written));
        fields.put("photo", Field.named("photo", words.of("photo")).withHint(words.of("photo.hint")));
        return fields;
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Asking asking, Map<String, Field> fields) {
        List<Wrong> wrongs = new ArrayList<>();
        fields.values().forEach(field -> {
            if (field.error() != null) {
                wrongs.add(new Wrong(field.id(), field.error()));
            }
        });
        return pages.page(
                status,
                "reporting/ending/fixed.jte",
                Map.of(
                        "asking",
                        asking,
                        "fields",
                        fields,
                        "wrongs",
                        wrongs,
                        "choices",
                        List.of(Choice.of(YES, words.of("yes")), Choice.of(NO, words.of("no"))),
                        "words",
                        words));
    }

    private static ResponseEntity<byte[]> back(Asking asking) {
        return Pages.seeOther(asking.back());
    }
}
