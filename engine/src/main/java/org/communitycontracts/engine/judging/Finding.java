package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.clock.DayCount;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one cycle of one promise, before it is put into words.
 *
 * @param promise the promise, on the calendar as it was known
 * @param written the promise as the contract writes it, with every holiday that is known today
 * @param story what had happened to the report, as far as it was known
 * @param cycle what happened
 * @param pleas what was pleaded under the exclusions of the clause
 * @param terms by when it was to be kept; null when the promised date cannot be read
 * @param asOf when the question is asked
 * @param rival the finding of another version with which this one was compared, and which it beat; null when there was none
 * @param course how this count took turns: what ended it, and what did not
 */
record Finding(
        Promise promise,
        Promise written,
        Timeline story,
        Cycle cycle,
        Pleas pleas,
        @Nullable Terms terms,
        AsOf asOf,
        @Nullable Finding rival,
        Turns course) {
    /**
     * What turned a count, or tried to.
     *
     * @param supersededBy the entry with which another count took its place; null while it stands
     * @param withoutEffect the entries that would have turned it but did not
     */
    record Turns(@Nullable Turn supersededBy, List<Turn> withoutEffect) {
        static final Turns NONE = new Turns(null, List.of());
    }

    Verdict.State state() {
        if (course.supersededBy() != null) {
            return Verdict.State.SUPERSEDED;
        }
        if (cycle.cancel() != null) {
            return Verdict.State.VOID;
        }
        Instant due = due();
        if (due == null) {
            return Verdict.State.UNMEASURABLE;
        }
        if (isOver()) {
            return struckOut(due).isPresent() ? Verdict.State.VOID : Verdict.State.BREACHED;
        }
        return cycle.stop() == null ? Verdict.State.PENDING : Verdict.State.MET;
    }

    /** Whether the time had run out before it was stopped. */
    boolean isOver() {
        Instant due = due();
        return due != null && cycle.end().isAfter(due);
    }

    /**
     * Whether what was found stood by a moment, so that a holiday proclaimed then changes nothing any more (S13): it was stopped or taken
     * out by then, or broken before it, also when the breach was struck out since. It is closed when that happened, whenever it was
     * written down, so nobody gains by writing late; and a stop that a reopening took back closed nothing.
     */
    boolean isClosedBy(Instant moment) {
        Instant due = due();
        boolean isBrokenBefore = due != null && isOver() && moment.isAfter(due) && moment.isAfter(cycle.start());
        return isBrokenBefore || (cycle.isClosedBy(moment) && !cycle.start().isAfter(moment));
    }

    /** The last moment at which the promise is kept; null when the promised date cannot be read. */
    @Nullable
    Instant due() {
        return terms == null ? null : terms.due();
    }

    /** What strikes a breach out again (S19); empty when nothing does. */
    Optional<Happening> struckOut(Instant breached) {
        List<Happening> own = story.own(StrikeOut.EVENT).toList();
        return own.isEmpty()
                ? Optional.empty()
                : new StrikeOut(promise.contract(), promise.clause(), clock(), cycle.number()).find(own, breached);
    }

    private @Nullable String clock() {
        return promise.rule().id().isEmpty() ? null : promise.rule().id();
    }

    /** Whether it would be a breach if it had not been struck out. */
    boolean isStruckOut() {
        Instant due = due();
        return cycle.cancel() == null
                && due != null
                && isOver()
                && struckOut(due).isPresent();
    }

    Custodies custodies() {
        return Custodies.of(story, promise);
    }

    /** The days that were counted, of a promise in days. */
    DayCount days() {
        return promise.clock().days(cycle.start(), cycle.holds(promise.clock()));
    }

    long used() {
        return promise.clock().used(cycle.start(), cycle.end(), cycle.holds());
    }

    long held() {
        return promise.clock().held(cycle.start(), cycle.end(), cycle.holds());
    }

    boolean isDueBefore(Finding other) {
        Instant due = due();
        Instant theirs = other.due();
        return due != null && theirs != null && due.isBefore(theirs);
    }

    /** The end of the time for which it matters who held the case: the stop, the due moment or the question, whichever came first. */
    Instant heldUntil() {
        Instant due = due();
        return due == null || cycle.end().isBefore(due) ? cycle.end() : due;
    }

    Finding against(Finding beaten) {
        return new Finding(promise, written, story, cycle, pleas, terms, asOf, beaten, course);
    }

    /** The same, seen among the reports of one fault as they are joined at the moment of the question. */
    Finding among(Group group) {
        return new Finding(promise, written, story.among(group), cycle, pleas, terms, asOf, rival, course);
    }

    Finding turned(Turns turns) {
        return new Finding(promise, written, story, cycle, pleas, terms, asOf, rival, turns);
    }

    /** The report of which this one is a duplicate, where such count once; null when this one counts itself. */
    @Nullable
    String duplicateOf() {
        return story.group().isDuplicate() && !promise.rule().moves().separate()
                ? story.group().master()
                : null;
    }

    Verdict verdict() {
        Instant due = due();
        boolean broken = state() == Verdict.State.BREACHED;
        Custodies custodies = custodies();
        return new Verdict(
                promise.clause().id(),
                promise.contract().id(),
                promise.contract().version(),
                story.report(),
                clock(),
                cycle.number(),
                state(),
                cycle.start(),
                due,
                cycle.stop() == null ? null : cycle.stop().moment(),
                used(),
                held(),
                broken ? due : null,
                broken && due != null ? custodies.holderAt(due) : null,
                custodies.within(promise.calendar(), cycle.start(), heldUntil()),
                duplicateOf(),
                null,
                cycle.holdsByDay(promise.calendar()).stretches(),
                Reasons.of(this));
    }
}
