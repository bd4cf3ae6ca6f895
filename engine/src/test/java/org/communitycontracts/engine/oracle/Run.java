package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/** One cycle of one clock on one report, while it is walked through. */
final class Run {
    final View.Promised promised;
    final ClockRule rule;
    final Choice choice;
    final Map<String, String> facts;
    final Instant start;
    final int cycle;

    /** The step after which this cycle came to be; null when it began with the report. */
    Tale.@Nullable Step born;

    /** What was said before this moment is of another case: of the one before a reopening. */
    Instant since = Instant.MIN;

    /** The step with which the case began: a reopening; null when it began with the report. */
    Tale.@Nullable Step rootStep;

    /** The step after which the one before came to be: what was said of the category up to it has had its effect. */
    Tale.@Nullable Step turned;

    /** When that was told with which it began, and when the case began: a pause counts from there on, any other reason from here. */
    Instant told;

    Instant root;

    boolean wasRestarted;

    /** It is a round after the first of a clock that starts anew: what is told of the moment at which it began stopped the one before. */
    boolean isLaterRound;

    /** A move to a slower clause that waits for the resident's word. */
    Tale.@Nullable Step waiting;

    /** Up to this moment changes of category are taken into account already. */
    boolean isMovedAtStart;

    /** It began with a change of category: what was done before is done. */
    boolean isNewlyCovered;

    /** A reason took the case out: no cycle follows. */
    boolean isTakenOut;

    /** Another cycle followed the stop, so no reopening belongs to this one. */
    boolean isLast;

    /** The times for which it was thought to be fixed, until it was reopened. */
    final List<Span> fixed = new ArrayList<>();

    /** Those of them that are not counted: where it was stopped only on another report of the same fault, the time runs on. */
    final List<Span> uncounted = new ArrayList<>();

    /** It was stopped on the report itself, and with that it was stopped that stopped it first. */
    boolean isStoppedHere;

    boolean isFirstStoppedHere;

    /** It is only played to see when it would be due: what turns a case does not turn it. */
    boolean isOnlyPlayed;

    /** The moves that waited for agreement, each from the moment at which it was said; null when there was none any more. */
    final TreeMap<Instant, Optional<Tale.Step>> moves = new TreeMap<>();

    @Nullable
    Instant stopped;

    @Nullable
    Instant ended;

    Verdict.State end = Verdict.State.SUPERSEDED;

    Run(View.Promised promised, ClockRule rule, Choice choice, Map<String, String> facts, Instant start, int cycle) {
        this.promised = promised;
        this.rule = rule;
        this.choice = choice;
        this.facts = Map.copyOf(facts);
        this.start = start;
        this.told = start;
        this.root = start;
        this.cycle = cycle;
    }

    void endAs(Verdict.State state, Instant at) {
        end = state;
        ended = at;
    }

    /** The first stop from a moment on that was reopened; the end of time when there is none. */
    Instant firstStopFrom(Instant moment) {
        return fixed.stream()
                .map(Span::from)
                .filter(at -> !at.isBefore(moment))
                .findFirst()
                .orElse(Instant.MAX);
    }

    boolean closedForGood() {
        return ended != null || isLast;
    }

    /** The same, as the nth cycle of its clock. */
    Run as(int nth) {
        Run same = new Run(promised, rule, choice, facts, start, nth);
        same.born = born;
        same.since = since;
        same.rootStep = rootStep;
        same.turned = turned;
        same.isLaterRound = isLaterRound;
        same.told = told;
        same.root = root;
        same.waiting = waiting;
        same.isMovedAtStart = isMovedAtStart;
        same.isNewlyCovered = isNewlyCovered;
        same.fixed.addAll(fixed);
        same.uncounted.addAll(uncounted);
        same.wasRestarted = wasRestarted;
        return same;
    }

    /** When it was over for good; null while it runs. */
    @Nullable
    Instant closed() {
        return ended == null ? stopped : stopped == null ? ended : Span.earlier(stopped, ended);
    }
}
