package org.communitycontracts.standards.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a party can do about a report on its desk; each is one page with one form. */
enum Step {
    /** To say that it was seen. */
    SEEN(Needs.NOTHING, false),
    /** To take over what another party offers. */
    ACCEPT(Needs.NOTHING, false),
    /** To leave it with the party that offers it, and say why. */
    REFUSE(Needs.WORDS, false),
    /** To write to whoever told it. */
    WRITE(Needs.WORDS, false),
    /** To put it on hold for a reason that its contract allows. */
    HOLD(Needs.CHOICE, false),
    /** To go on after a hold. */
    RESUME(Needs.CHOICE, false),
    /** To say that somebody went to see it. */
    INSPECT(Needs.NOTHING, true),
    /** To say that it endangers nobody any more. */
    MAKE_SAFE(Needs.NOTHING, true),
    /** To say that it is fixed. */
    FIX(Needs.NOTHING, true),
    /** To answer, where an answer is what is promised. */
    ANSWER(Needs.WORDS, false),
    /** To say that it is another kind of problem (S8). */
    RECATEGORISE(Needs.CHOICE, false),
    /** To offer it to another party of the contract. */
    OFFER(Needs.CHOICE, false),
    /** To join it with an earlier report of the same problem. */
    MERGE(Needs.REFERENCE, false),
    /** To part it again, since it is another problem. */
    PART(Needs.WORDS, false),
    /** To close it without a fix, for a reason from a list. */
    CLOSE(Needs.CHOICE, false);

    /** What a form must hold. */
    enum Needs {
        NOTHING,
        WORDS,
        CHOICE,
        REFERENCE
    }

    private final Needs needs;
    private final boolean photo;

    Step(Needs needs, boolean photo) {
        this.needs = needs;
        this.photo = photo;
    }

    Needs needs() {
        return needs;
    }

    /** Whether a photo can come with it. */
    boolean takesPhoto() {
        return photo;
    }

    /** Its word in addresses, and in the keys of words. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Step> of(String word) {
        return Stream.of(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
