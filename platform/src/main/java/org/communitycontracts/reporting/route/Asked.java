package org.communitycontracts.reporting.route;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.residency.Telling;
import org.communitycontracts.people.signin.FullName;
import org.communitycontracts.post.Letter;
import org.communitycontracts.reporting.Told;
import org.communitycontracts.web.parts.Choice;
import org.communitycontracts.web.parts.Field;
import org.communitycontracts.web.parts.Wrong;

/** One question of a report: its boxes with what was typed, and what is wrong with that. */
final class Asked {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 3_000;

    private final Route route;
    private final Step step;
    private final Map<String, String> typed;
    private final Map<String, String> wrongs = new LinkedHashMap<>();

    private Asked(Route route, Step step, Map<String, String> typed) {
        this.route = route;
        this.step = step;
        this.typed = typed;
    }

    /** As it is asked, with what was answered before. */
    static Asked of(Route route, Step step) {
        Map<String, String> before = new LinkedHashMap<>(route.draft().answers());
        before.put("spot", route.draft().spot());
        return new Asked(route, step, before);
    }

    /** As it was sent. */
    static Asked of(Route route, Step step, Map<String, String> sent, InstantSource clock) {
        Map<String, String> typed = new LinkedHashMap<>();
        step.boxes().forEach(box -> typed.put(box, clean(sent.getOrDefault(box, ""))));
        Asked asked = new Asked(route, step, typed);
        asked.check(clock.instant());
        return asked;
    }

    /** Without signs that neither people nor the database can read. */
    private static String clean(String text) {
        StringBuilder plain = new StringBuilder();
        text.replace("\r\n", "\n")
                .strip()
                .codePoints()
                .filter(sign -> sign == '\n' || !Character.isISOControl(sign))
                .filter(sign -> Character.getType(sign) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private void check(Instant now) {
        switch (step) {
            case TELLER -> checkTeller(now);
            case SPOT -> must("spot", LONGEST_LINE);
            case KIND -> mustBeOneOf("kind", Kinds.choices(route));
            case DETAILS -> must("description", LONGEST_TEXT);
            case MORE -> may("answer", LONGEST_LINE);
            case SEEN -> mustBeOneOf("seen", choices("seen"));
            case WHO -> checkWho();
            case NEWS -> checkEmail("email");
            case ALREADY -> mustBeLikely();
            case PHOTOS, CHECK -> {}
        }
    }

    private void checkTeller(Instant now) {
        mustBeOneOf("route", choices("route"));
        may("teller", LONGEST_LINE);
        may("contact", LONGEST_LINE);
        if (typed("teller").isEmpty() && !typed("contact").isEmpty()) {
            wrong("teller", "teller.nameless");
        }
        if (Said.parse(typed("said"), route.council().zone(), now).isEmpty()) {
            wrong("said", "said.wrong");
        }
    }

    /** Somebody else may have ended the other report while this page was read. */
    private void mustBeLikely() {
        boolean isLikely =
                route.likely().stream().anyMatch(report -> report.reference().equals(typed("already")));
        if (!isLikely && !typed("already").equals(Draft.DIFFERENT)) {
            wrong("already", "already.wrong");
        }
    }

    private void checkWho() {
        mustBeOneOf("who", choices("who"));
        if (!typed("who").equals(Told.KnownTo.NOBODY.word()) && !wrongs.containsKey("who")) {
            String wrong = FullName.wrong(typed("name"));
            if (wrong != null) {
                wrong("name", wrong);
            }
        }
    }

    private void checkEmail(String box) {
        boolean isOne = EmailAddress.parse(typed(box))
                .filter(email -> Letter.isAddress(email.written()))
                .isPresent();
        if (!typed(box).isEmpty() && !isOne) {
            wrong(box, box + ".wrong");
        }
    }

    private void must(String box, int most) {
        if (typed(box).isEmpty()) {
            wrong(box, box + ".missing");
        }
        may(box, most);
    }

    private void may(String box, int most) {
        int length = typed(box).codePointCount(0, typed(box).length());
        if (length > most) {
            wrongs.putIfAbsent(box, Step.WORDS.of("long", most, length - most));
        }
    }

    private void mustBeOneOf(String box, List<Choice> choices) {
        if (choices.stream().noneMatch(choice -> choice.value().equals(typed(box)))) {
            wrong(box, box + ".missing");
        }
    }

    private void wrong(String box, String key) {
        wrongs.putIfAbsent(box, Step.WORDS.of(key));
    }

    private String typed(String box) {
        return typed.getOrDefault(box, "");
    }

    boolean isWrong() {
        return !wrongs.isEmpty();
    }

    List<Wrong> wrongs() {
        List<Wrong> all = new ArrayList<>();
        wrongs.forEach((box, text) -> all.add(new Wrong(box, text)));
        return all;
    }

    /** What was answered. */
    Map<String, String> answers() {
        return Map.copyOf(typed);
    }

    Step step() {
        return step;
    }

    /** The question as the title of its page. */
    String title() {
        return switch (step) {
            case MORE -> Step.WORDS.of("more." + route.draft().category().word());
            case SPOT -> Step.WORDS.of(route.place() == null ? "spot.anywhere" : "spot", route.where());
            default -> Step.WORDS.of(step.word());
        };
    }

    /** Whether its one box is the question itself, and not one of several under a heading. */
    boolean isOneBox() {
        return step.boxes().size() == 1;
    }

    List<Box> boxes() {
        return step.boxes().stream().map(this::box).toList();
    }

    private Box box(String name) {
        Field bare = Field.named(name, isOneBox() ? title() : Step.WORDS.of(name + ".label"))
                .withValue(typed(name))
                .withError(wrongs.get(name));
        String hint = name + ".hint";
        Field field = Step.WORDS.has(hint) ? bare.withHint(Step.WORDS.of(hint)) : bare;
        return switch (name) {
            case "kind" -> new Box(Box.Kind.CHOICE, field, Kinds.choices(route));
            case "seen", "who", "route" -> new Box(Box.Kind.CHOICE, field, choices(name));
            case "description" -> Box.of(Box.Kind.TEXT, field);
            case "email" -> Box.of(Box.Kind.EMAIL, field);
            default -> Box.of(Box.Kind.LINE, field);
        };
    }

    /** The choices of a box that are the same everywhere. */
    static List<Choice> choices(String box) {
        return switch (box) {
            case "seen" -> worded(box, List.of("public", "private"));
            case "who" ->
                worded(
                        box,
                        List.of(
                                Told.KnownTo.NOBODY.word(),
                                Told.KnownTo.SERVICES.word(),
                                Told.KnownTo.EVERYBODY.word()));
            case "route" ->
                worded(
                        box,
                        java.util.Arrays.stream(Telling.Route.values())
                                .map(Telling.Route::word)
                                .toList());
            default -> throw new IllegalArgumentException("Nothing is chosen in " + box);
        };
    }

    private static List<Choice> worded(String box, List<String> values) {
        return values.stream()
                .map(value -> {
                    String key = box + "." + value;
                    Choice choice = Choice.of(value, Step.WORDS.of(key));
                    return Step.WORDS.has(key + ".hint") ? choice.withHint(Step.WORDS.of(key + ".hint")) : choice;
                })
                .toList();
    }
}
