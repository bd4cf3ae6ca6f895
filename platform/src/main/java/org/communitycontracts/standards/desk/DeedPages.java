package org.communitycontracts.standards.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.reporting.Asked;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.EventWords;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.reporting.route.Picture;
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

/** The form of one step about a report, and what is done with it. */
@RestController
class DeedPages {
    private static final String ADDRESS = "/councils/{slug}/desk/{party}/{reference}/{step:[a-z-]+}";
    private static final int LONGEST = 4_000;

    private final Desks desks;
    private final Deeds deeds;
    private final Pages pages;

    DeedPages(Desks desks, Deeds deeds, Pages pages) {
        this.desks = desks;
        this.deeds = deeds;
        this.pages = pages;
    }

    /** One step at one report, from one desk. */
    record Taking(Desk desk, Folder folder, Step step) {
        String back() {
            return desk.at("/" + folder.report().reference());
        }

        String here() {
            return back() + "/" + step.word();
        }

        Words words() {
            return desk.words();
        }

        /** What this step says of one of its fields; what holds for every step where it says nothing of its own. */
        String says(String what) {
            String own = "step." + step.word() + "." + what;
            return words().of(words().has(own) ? own : "step." + what);
        }
    }

    /** What was typed, with what is wrong. */
    record Typed(Field choice, Field words, Field photo) {
        List<Wrong> wrongs() {
            return Stream.of(choice, words, photo)
                    .filter(Field::isWrong)
                    .map(field -> new Wrong(field.id(), String.valueOf(field.error())))
                    .toList();
        }
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> ask(
            @PathVariable String slug,
            @PathVariable String party,
            @PathVariable String reference,
            @PathVariable String step,
            Actor actor) {
        return take(
                actor,
                slug,
                party,
                reference,
                step,
                (taking, isOffered) ->
                        isOffered ? page(HttpStatus.OK, taking, typed(taking, "", "")) : Pages.seeOther(taking.back()));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> take(
            @PathVariable String slug,
            @PathVariable String party,
            @PathVariable String reference,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(name = "words", defaultValue = "") String written,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo,
            Actor actor) {
        return take(
                actor,
                slug,
                party,
                reference,
                step,
                (taking, isOffered) -> isOffered
                        ? done(actor, taking, choice, written.strip(), photo)
                        : page(HttpStatus.CONFLICT, taking, late(typed(taking, choice, written.strip()), taking)));
    }

    private ResponseEntity<byte[]> take(
            Actor actor,
            String slug,
            String party,
            String reference,
            String word,
            BiFunction<Taking, Boolean, ResponseEntity<byte[]>> answer) {
        return desks.at(
                actor,
                slug,
                party,
                reference,
                (desk, folder) -> Step.of(word)
                        .map(step -> answer.apply(
                                new Taking(desk, folder, step), folder.steps().contains(step)))
                        .orElseGet(pages::notFound));
    }

    private ResponseEntity<byte[]> done(
            Actor actor, Taking taking, String choice, String written, @Nullable MultipartFile photo) {
        Typed typed = typed(taking, choice, written);
        String noChoice = null;
        List<String> choices = taking.folder().choices(taking.step());
        String chosen = choices.size() == 1 && choice.isEmpty() ? choices.getFirst() : choice;
        if (!choices.isEmpty() && !choices.contains(chosen)) {
            noChoice = taking.says("choice.none");
        }
        if (taking.step().needs() == Step.Needs.REFERENCE) {
            Optional<Folder> other = desks.find(taking.desk(), chosen.strip());
            noChoice = other.flatMap(found -> notJoined(taking, found))
                    .orElse(other.isEmpty() ? taking.says("choice.none") : null);
            chosen = other.map(found -> found.report().reference()).orElse(chosen);
        }
        String noWords = null;
        if (written.isEmpty() && needsWords(taking.step(), chosen)) {
            noWords = taking.says(chosen.equals(Asked.ASKED) ? "question.none" : "words.none");
        } else if (written.length() > LONGEST) {
            noWords = taking.words().of("step.words.long", LONGEST);
        }
        byte[] jpeg = null;
        String noPhoto = null;
        if (taking.step().takesPhoto() && photo != null && !photo.isEmpty()) {
            switch (Picture.of(bytes(photo))) {
                case Picture.Answer.Refused(String why) ->
                    noPhoto = taking.words().of(why);
                case Picture.Answer.Painted(byte[] painted) -> jpeg = painted;
            }
        }
        if (noChoice != null || noWords != null || noPhoto != null) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    taking,
                    new Typed(
                            typed.choice().withError(noChoice),
                            typed.words().withError(noWords),
                            typed.photo().withError(noPhoto)));
        }
        Deeds.Said said = new Deeds.Said(chosen, written.isEmpty() ? null : written, jpeg);
        return deeds.act(actor, taking.desk(), taking.folder(), taking.step(), said)
                ? Pages.seeOther(taking.back() + "?done=" + taking.step().word())
                : page(HttpStatus.CONFLICT, taking, late(typed, taking));
    }

    /** Why a report cannot be joined with another; a later one joins the earlier, whose clock is the first to run out. */
    private static Optional<String> notJoined(Taking taking, Folder other) {
        Report here = taking.folder().report();
        if (other.report().id() == here.id()) {
            return Optional.of(taking.says("choice.self"));
        }
        if (other.isPrivate()) {
            return Optional.of(taking.says("choice.private"));
        }
        return other.report().madeAt().isAfter(here.madeAt())
                ? Optional.of(taking.says("choice.later"))
                : Optional.empty();
    }

    /** Whoever asks writes the question, and whoever enters a reply writes it down. */
    private static boolean needsWords(Step step, String chosen) {
        return step.needs() == Step.Needs.WORDS || chosen.equals(Asked.ASKED) || chosen.equals(Asked.REPLIED);
    }

    private static Typed late(Typed typed, Taking taking) {
        return new Typed(typed.choice(), typed.words().withError(taking.words().of("step.late")), typed.photo());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Typed typed(Taking taking, String choice, String written) {
        return new Typed(
                Field.named("choice", taking.says("choice")).withValue(choice),
                Field.named("words", taking.says("words"))
                        .withHint(taking.says("words.hint"))
                        .withValue(written),
                Field.named("photo", taking.says("photo")).withHint(taking.says("photo.hint")));
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Taking taking, Typed typed) {
        return pages.page(
                status,
                "standards/desk/step.jte",
                Map.of("taking", taking, "typed", typed, "choices", choices(taking)));
    }

    private static List<Choice> choices(Taking taking) {
        Map<String, String> others = taking.folder().parties();
        return taking.folder().choices(taking.step()).stream()
                .map(value -> {
                    String key = taking.step().word() + "." + value;
                    String text = taking.step() == Step.RECATEGORISE
                            ? KindWords.name(new Category(value))
                            : others.getOrDefault(value, EventWords.of(value));
                    return Choice.of(
                            value, taking.words().has(key) ? taking.words().of(key) : text);
                })
                .toList();
    }
}
