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
    private final Instant asOf;
    private final List<Hold> held = new ArrayList<>();
    private final List<Hold> heldSinceReopening = new ArrayList<>();
    private final Map<ClockRule.PauseRule, Hold> waiting = new LinkedHashMap<>();
    private @Nullable Stop stop;
    private @Nullable Happening cancel;
    private @Nullable Happening next;

    private Replay(Promise promise, Timeline story, Instant asOf) {
        this.promise = promise;
        this.rule = promise.rule();
        this.story = story;
        this.asOf = asOf;
    }

    /**
     * The cycle that begins with one entry of the story.
     *
     * @param story what had happened and was known
     * @param asOf the moment of the question
     */
    static Cycle cycle(Promise promise, Timeline story, Start start, Instant asOf) {
        return new Replay(promise, story, asOf).play(start);
    }

    private Cycle play(Start start) {
        boolean running = false;
        for (Happening happening : inOrder()) {
            if (!running && happening.equals(start.trigger())) {
                running = true;
                continue;
            }
            if (running || start.number() == 1) {
                takeStopsAndHolds(happening);
            }
            if (running) {
                takeChange(happening);
            }
            if (cancel != null || next != null) {
                break;
            }
        }
        return settled(start);
    }

    private Cycle settled(Start start) {
        if (cancel != null || !isStoppedAt(asOf)) {
            stop = null;
        }
        Instant end = cancel != null ? cancel.at() : stop != null ? stop.moment() : asOf;
        settleHolds(end, stop == null && cancel == null ? Hold.Ending.RUNNING : Hold.Ending.CLOSED);
        return new Cycle(start, held, stop, cancel, end, next);
    }

    /** At equal times: the start, the stop, a reply before a question, then reopening and cancelling. */
    private List<Happening> inOrder() {
        return story.happenings().stream()
                .sorted(Comparator.comparing(Happening::at).thenComparingInt(this::rank))
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
        return rule.pauses().stream().anyMatch(pause -> pause.from().equals(event)) ? 3 : 4;
    }

    private void takeStopsAndHolds(Happening happening) {
        if (rule.stops().contains(happening.event())) {
            Stop said = Stop.of(happening, promise.contract(), story);
            stop = stop == null || said.moment().isBefore(stop.moment()) ? said : stop;
        }
        for (ClockRule.PauseRule pause : rule.pauses()) {
            if (pause.to().equals(happening.event())) {
                endWaiting(pause, happening.at());
            }
            if (pause.from().equals(happening.event())) {
                beginWaiting(pause, happening);
            }
        }
    }

    /** A hold begins when it is said to, but not before it was written down; asked again meanwhile, it is the same hold. */
    private void beginWaiting(ClockRule.PauseRule pause, Happening asked) {
        Instant from = asked.recorded().isAfter(asked.at()) ? asked.recorded() : asked.at();
        Hold first = waiting.get(pause);
        if (first == null || from.isBefore(first.from())) {
            Instant longest = promise.clock(pause.atMost()).due(from, Holds.NONE);
            waiting.put(pause, new Hold(asked, from, longest, Hold.Ending.RUN_OUT));
        }
    }

    private void endWaiting(ClockRule.PauseRule pause, Instant answered) {
        Hold hold = waiting.remove(pause);
        if (hold != null) {
            heldSinceReopening.add(hold.cutAt(answered, Hold.Ending.ANSWERED));
        }
    }

    private void takeChange(Happening happening) {
        if (rule.cancel().contains(happening.event()) && !isStoppedAt(happening.at())) {
            cancel = happening;
        } else if (happening.event().equals(ClockRule.Reopening.EVENT)
                && rule.reopen() != null
                && !promise.contract().isProvider(happening.by())) {
            reopen(rule.reopen(), happening);
        }
    }

    private boolean isStoppedAt(Instant moment) {
        return stop != null && !stop.moment().isAfter(moment);
    }

    private void reopen(ClockRule.Reopening reopening, Happening reopened) {
        if (stop == null) {
            return;
        }
        if (!isStoppedAt(reopened.at())) {
            stop = null; // said to be stopped, but gainsaid before that counted
            return;
        }
        Instant stopped = stop.moment();
        Instant last = promise.clock(reopening.within()).due(stopped, Holds.NONE);
        if (!reopening.resumes() || reopened.at().isAfter(last)) {
            next = reopened;
            return;
        }
        settleHolds(stopped, Hold.Ending.CLOSED);
        held.add(new Hold(stop.happening(), stopped, reopened.at(), Hold.Ending.REOPENED));
        stop = null;
    }

    /** Ends what still waits and cuts off what reaches beyond the end; what was only said after it is left out. */
    private void settleHolds(Instant end, Hold.Ending why) {
        heldSinceReopening.addAll(waiting.values());
        waiting.clear();
        heldSinceReopening.stream()
                .filter(hold -> hold.began().at().isBefore(end))
                .map(hold -> hold.cutAt(end, why))
                .sorted(Comparator.comparing(Hold::from).thenComparing(Hold::to))
                .forEach(held::add);
        heldSinceReopening.clear();
    }
}
