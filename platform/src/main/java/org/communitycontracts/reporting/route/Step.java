package org.communitycontracts.reporting.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.communitycontracts.web.Words;

/** The questions of a report in the order in which they are asked, one on each page, and the names of their boxes. */
enum Step {
    /** Who told it, when it is entered for somebody else. */
    TELLER("route", "teller", "contact", "said"),
    SPOT("spot"),
    KIND("kind"),
    /** Whether somebody has reported it already. */
    ALREADY("already"),
    DETAILS("description"),
    /** What the service needs to know of such a problem. */
    MORE("answer"),
    PHOTOS("photos"),
    /** Whether it may stand on the public pages. */
    SEEN("seen"),
    WHO("who", "name"),
    NEWS("email"),
    CHECK();

    static final Words WORDS = Words.beside(Step.class);

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> boxes;

    Step(String... boxes) {
        this.boxes = List.of(boxes);
    }

    static Optional<Step> find(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    /** Its name in addresses and in the keys of words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> boxes() {
        return boxes;
    }

    /** Whether this question is asked of such a report. */
    boolean isFor(Route route) {
        Draft draft = route.draft();
        boolean isNew = draft.same().isEmpty();
        return switch (this) {
            case TELLER -> draft.isForAnother();
            case WHO -> isNew && !draft.isForAnother();
            case ALREADY -> !route.likely().isEmpty();
            case MORE -> isNew && WORDS.has("more." + draft.category().word());
            case SEEN -> isNew && !draft.category().isPrivate();
            case DETAILS, PHOTOS -> isNew;
            case SPOT, KIND, NEWS, CHECK -> true;
        };
    }

    /** Whether there is nothing left to ask here. */
    boolean isAnswered(Draft draft) {
        return !boxes.isEmpty() && draft.has(boxes.getFirst());
    }
}
