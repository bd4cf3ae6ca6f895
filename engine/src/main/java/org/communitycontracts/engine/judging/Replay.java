package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.ClockRule;
import org.jspecify.annotations.Nullable;

/** Plays a story through one promise, entry by entry, and finds one cycle of its clock. */
final class Replay {
    private final Promise promise;
    private final ClockRule rule;
    private final Timeline story;
    private final Start start;
    private final Instant asOf;
    private final List<Hold> held = new ArrayList<>();
    private final List<Hold> heldSinceReopening = new ArrayList<>();
    private final Map<ClockRule.PauseRule, List<Happening>> waiting = new LinkedHashMap<>();
    private @Nullable Stop stop;
    private final List<Instant> stopsToldHere = new ArrayList<>();
    private @Nullable Happening cancel;
    private @Nullable Start next;

    private Replay(Promise promise, Timeline story, Start start, Instant asOf) {
        this.promise = promise;
        this.rule = promise.rule();
        this.story = story;
        this.start = start;
        this.asOf = asOf;
    }

    /**
     * The cycle that begins with one entry of the story.
     *
     * @param story what had happened and was known
     * @param excluded the holds that exclusions bring
     * @param asOf the moment of the question
     */
    static Cycle cycle(Promise promise, Timeline story, Start start, List<Hold> excluded, Instant asOf) {
        Replay replay = new Replay(promise, story, start, asOf);
        replay.play();
        return replay.settled(excluded);
    }

    private void play() {
        boolean running = false;
        for (Happening happening : inOrder()) {
            if (cancel != null || next != null) {
                takeReply(happening); // how long a hold would have lasted that was not over
                continue;
            }
            if (!running && happening.equals(start.root())) {
                running = true;
                continue;
            }
            if (running || !start.afresh()) {
                takeStopsAndHolds(happening);
            }
            if (running) {
                takeChange(happening);
            } else if (isReopening(happening)) {
                takeBackAt(happening); // what was done before the clock started was taken back before it did
            }
        }
    }

    private Cycle settled(List<Hold> excluded) {
        if (cancel != null || !isStoppedAt(asOf)) {
            stop = null;
        }
        Instant end = cancel != null ? cancel.at() : stop != null ? stop.moment() : asOf;
        heldSinceReopening.addAll(excluded);
        settleHolds(end, stop == null && cancel == null ? Hold.Ending.RUNNING : Hold.Ending.CLOSED);
        return new Cycle(start, held, stop, cancel, end, next == null ? nextRound() : next);
    }

    /** The next count of a clock that starts anew with each stop, until the event that ends it all. */
    private @Nullable Start nextRound() {
        String until = rule.repeatsUntil();
        Stop last = stop;
        if (until == null || last == null) {
            return null;
        }
        boolean isOver = story.happenings().stream()
                .anyMatch(happening ->
                        happening.event().equals(until) && !happening.at().isAfter(last.moment()));
        return isOver ? null : start.anew(last.happening(), last.moment());
    }

    /** At equal times: the start, the stop, a reply before a question, then reopening and cancelling; of two alike the own first. */
    private List<Happening> inOrder() {
        return story.happenings().stream()
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparingInt(this::rank)
                        .thenComparing(told -> !story.isOwn(told)))
                .toList();
    }

    private int rank(Happening happening) {
        String event = happening.event();
        if (rule.starts().contains(event)) {
            return 0;
        }
        if (rule.stops().contains(event)) {
            return 1;
        }
        if (rule.pauses().stream().anyMatch(pause -> pause.to().equals(event))) {
            return 2;
        }
        if (rule.pauses().stream().anyMatch(pause -> pause.from().equals(event))) {
            return 3;
        }
        return event.equals(ClockRule.Reopening.EVENT) ? 4 : 5;
    }

    private void takeStopsAndHolds(Happening happening) {
        if (rule.stops().contains(happening.event()) && !isBeforeARepeatingClock(happening)) {
            Stop said = Stop.of(happening, promise.contract(), story);
            stop = stop == null || isBefore(said, stop) ? said : stop;
            if (story.isOwn(happening)) {
                stopsToldHere.add(said.moment());
            }
        }
        takeReply(happening);
        for (ClockRule.PauseRule pause : pauses(happening)) {
            if (pause.from().equals(happening.event())) {
                waiting.computeIfAbsent(pause, _ -> new ArrayList<>()).add(happening);
            }
        }
    }

    /** What holds up another report of the same fault holds up nothing here. */
    private List<ClockRule.PauseRule> pauses(Happening happening) {
        return story.isOwn(happening) ? rule.pauses() : List.of();
    }

    private void takeReply(Happening happening) {
        for (ClockRule.PauseRule pause : pauses(happening)) {
            if (pause.to().equals(happening.event())) {
                endWaiting(pause, happening.at());
            }
        }
    }

    /**
     * A clock that starts anew with each stop starts anew with none that came before it ran at all; and what is told of the very moment
     * at which a round began stopped the one before.
     */
    private boolean isBeforeARepeatingClock(Happening stopped) {
        Instant began = start.root().at();
        return rule.repeatsUntil() != null
                && (stopped.at().isBefore(began)
                        || (start.afresh() && stopped.at().equals(began)));
    }

    private void endWaiting(ClockRule.PauseRule pause, Instant answered) {
        holds(pause).forEach(hold -> heldSinceReopening.add(hold.cutAt(answered, Hold.Ending.ANSWERED)));
        waiting.remove(pause);
    }

    /**
     * What waits for an answer. A hold begins when it is said to, but not before it was written down; asked again meanwhile, it is the
     * same hold, and asked again after it ran out, it is another.
     */
    private List<Hold> holds(ClockRule.PauseRule pause) {
        List<Hold> holds = new ArrayList<>();
        for (Happening asked : waiting.getOrDefault(pause, List.of()).stream()
                .sorted(Comparator.comparing(Happening::since))
                .toList()) {
            Instant from = asked.since();
            if (holds.isEmpty() || !from.isBefore(holds.getLast().to())) {
                Instant longest = promise.clock(pause.atMost()).due(from, Holds.NONE);
                holds.add(new Hold(asked, from, longest, Hold.Ending.RUN_OUT));
            }
        }
        return holds;
    }

    private void takeChange(Happening happening) {
        if (endsTheCase(happening.event()) && !isStoppedAt(happening.at())) {
            cancel = happening;
        } else if (rule.reopen() != null && isReopening(happening)) {
            reopen(rule.reopen(), happening);
        }
    }

    private boolean isReopening(Happening happening) {
        return happening.event().equals(ClockRule.Reopening.EVENT)
                && rule.reopen() != null
                && rule.repeatsUntil() == null
                && !promise.contract().isProvider(happening.by());
    }

    private boolean endsTheCase(String event) {
        return rule.cancel().contains(event) || event.equals(rule.repeatsUntil());
    }

    private boolean isStoppedAt(Instant moment) {
        return stop != null && !stop.moment().isAfter(moment);
    }

    /**
     * A reopening told on another report of the same fault begins a new count where this report itself was stopped, and where it was
     * stopped only by the other it runs on and no time is taken out, since being joined may move no due moment later (S10).
     */
    private void reopen(ClockRule.Reopening reopening, Happening reopened) {
        if (stop == null) {
            return;
        }
        if (!isStoppedAt(reopened.at()) || isBeforeTheCount(reopened)) {
            takeBackAt(reopened);
            return;
        }
        Instant stopped = stop.moment();
        Instant last = promise.clock(reopening.within(), known(reopened)).due(stopped, Holds.NONE);
        boolean isToldElsewhere =
                !story.isOwn(reopened) && stopsToldHere.stream().anyMatch(moment -> !moment.isAfter(reopened.at()));
        if (!reopening.resumes() || reopened.at().isAfter(last) || isToldElsewhere) {
            next = start.anew(reopened, reopened.at());
            return;
        }
        settleHolds(stopped, Hold.Ending.CLOSED);
        if (story.isOwn(stop.happening())) {
            held.add(new Hold(stop.happening(), stopped, reopened.at(), Hold.Ending.REOPENED));
        }
        takeBackStops();
    }

    /** Whether a case that has moved was reopened before this count of it began: then what was done before is not done. */
    private boolean isBeforeTheCount(Happening reopened) {
        return start.moment().isAfter(start.root().at()) && !reopened.at().isAfter(start.moment());
    }

    /** When it could be known that a reopening came in time: a holiday proclaimed by then counts in its favour (S13). */
    private static Instant known(Happening reopened) {
        return reopened.recorded().isBefore(reopened.at()) ? reopened.recorded() : reopened.at();
    }

    /** Of two stops at one moment the report's own is the first. */
    private boolean isBefore(Stop said, Stop other) {
        return said.moment().isBefore(other.moment())
                || (said.moment().equals(other.moment())
                        && story.isOwn(said.happening())
                        && !story.isOwn(other.happening()));
    }

    /** What was done is not done, or was only said to be: gainsaid before it counted. Where it counted, it ended what was on hold. */
    private void takeBackAt(Happening reopened) {
        if (stop != null && isStoppedAt(reopened.at())) {
            settleHolds(stop.moment(), Hold.Ending.CLOSED);
        }
        takeBackStops();
    }

    private void takeBackStops() {
        held.replaceAll(Hold::over); // what a stop ended stays ended
        stop = null;
        stopsToldHere.clear();
    }

    /** Ends what still waits and cuts off what reaches beyond the end; what was only said after it is left out. */
    private void settleHolds(Instant end, Hold.Ending why) {
        waiting.keySet().forEach(pause -> heldSinceReopening.addAll(holds(pause)));
        waiting.clear();
        heldSinceReopening.stream()
                .filter(hold -> hold.began().at().isBefore(end))
                .map(hold -> hold.seenUntil(end, why))
                .filter(hold -> !hold.excluded()
                        || hold.goesOnAfter(latest(hold.from(), start.trigger().at())))
                .filter(hold ->
                        start.root().equals(start.trigger()) || hold.lasts().isAfter(start.moment()))
                .sorted(Comparator.comparing(Hold::from).thenComparing(Hold::to))
                .forEach(held::add);
        heldSinceReopening.clear();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
