package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.contract.Target;

/**
 * What was counted in one window, and the finding that follows: whole numbers, never rounded up (S14).
 *
 * @param window the window
 * @param target what is promised
 * @param kept how many, or how much, was good
 * @param counted out of how many, or how much
 * @param isEnough whether there was enough to judge
 * @param what the sentence that says what was counted, without its full stop
 * @param more what else a reader must know, such as what was left out
 */
record ShareCount(
        WindowSpan window, Target target, long kept, long counted, boolean isEnough, String what, List<String> more) {
    /**
     * @param isSettled false while a case of the window may still change
     */
    Verdict verdict(AsOf asOf, boolean isSettled) {
        Verdict.State state = window.isOver(asOf) && isSettled ? state() : Verdict.State.PENDING;
        return window.clause()
                .verdict(
                        window.subject(),
                        Conclusion.of(state, window.start(), window.end(), why(state))
                                .breachedAt(window.end())
                                .sharing(share()));
    }

    private Verdict.State state() {
        if (!isEnough) {
            return Verdict.State.INSUFFICIENT;
        }
        return isKept() ? Verdict.State.MET : Verdict.State.BREACHED;
    }

    private boolean isKept() {
        return kept * 100 >= target.share() * counted;
    }

    /** The counts as the verdict holds them; minutes or seconds beyond all measure are made smaller, both alike. */
    private Verdict.Share share() {
        long parts = counted / Integer.MAX_VALUE + 1;
        return new Verdict.Share((int) (kept / parts), (int) (counted / parts));
    }

    private List<String> why(Verdict.State state) {
        List<String> steps = new ArrayList<>();
        Words words = window.clause().words(window.countsFrom());
        steps.add(window.clause().says());
        steps.add(window.between(words) + " " + what + ".");
        steps.addAll(more);
        String asked = "The contract asks for " + target.share() + " in 100";
        steps.add(
                switch (state) {
                    case PENDING ->
                        asked + ". The window ends with "
                                + words.day(window.next().minusDays(1)) + ".";
                    case INSUFFICIENT -> tooFew();
                    default ->
                        "That is " + percent() + " in 100. " + asked + ", and "
                                + (state == Verdict.State.MET ? "that was reached." : "that was not reached.");
                });
        return steps;
    }

    private String tooFew() {
        return counted == 0
                ? "So there is nothing to judge by."
                : "The contract asks for at least " + target.minCount()
                        + " before anything is said, so this is too few.";
    }

    /** Two places, cut off: 94.87 is never shown as 95. */
    private String percent() {
        long hundredths = counted == 0 ? 0 : kept * 10_000 / counted;
        String text = String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
