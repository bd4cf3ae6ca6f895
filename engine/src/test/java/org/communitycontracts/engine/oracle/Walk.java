package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One cycle walked from step to step; what it leaves behind are the cycles that follow it.
 *
 * <p>Readings of S8: only a running cycle moves; a later change of category takes the place of one that waits for agreement; an agreed
 * move ends the old cycle at the agreement; the new clause's clock is one that is started and stopped by the same; it belongs to the
 * version in force when it starts; a slower time counts from the report; what is broken already stays broken; a change at the very moment
 * of the start is as if the report had said so. Whether a move is slower is asked of the due moments as they stood then, by whichever
 * version asked earliest, with what had happened by then and the holidays proclaimed before. What is said of the category while a case is
 * thought to be fixed counts from when it was said if the case turns out not to have been; a new count, by a reopening or a restart, is of
 * the category that the case has by then. A restart goes on under the version that judged until then. A reopening told on another report
 * of the same fault begins a new count where this report itself was stopped; where only the other was, the time runs on.
 */
final class Walk {
    private final RespondReading reading;
    private final Tale tale;
    private final Run run;
    private final Map<String, Integer> cycles;
    private final List<Run> next = new ArrayList<>();

    /** What was said of its category while it was thought to be fixed: it was still running then, if it turns out not to have been. */
    private final List<Tale.Step> meanwhile = new ArrayList<>();

    Walk(RespondReading reading, Tale tale, Run run, Map<String, Integer> cycles) {
        this.reading = reading;
        this.tale = tale;
        this.run = run;
        this.cycles = cycles;
    }

    List<Run> walk() {
        boolean isBorn = run.born == null;
        boolean isPastRoot = run.rootStep == null || isBorn;
        for (Tale.Step step : tale.steps()) {
            boolean isMine = isBorn && !step.at().isBefore(run.start);
            boolean isOfTheCase =
                    step.kind() == Tale.Kind.STOP || step.kind() == Tale.Kind.CANCEL || step.kind() == Tale.Kind.REOPEN;
            boolean isBeforeBirth = run.born != null
                    && isPastRoot
                    && !isBorn
                    && isOfTheCase
                    && (run.isNewlyCovered || run.start.isBefore(run.born.at()))
                    && !step.at().isBefore(run.start);
            if (run.closedForGood()) {
                break;
            }
            boolean isReopenedAtBirth = isBeforeBirth
                    && step.kind() == Tale.Kind.REOPEN
                    && step.at().equals(run.start)
                    && run.start.isAfter(run.root);
            if (run.isNewlyCovered
                    && step.kind() == Tale.Kind.CANCEL
                    && step.at().isBefore(run.start)
                    && !step.at().isBefore(run.root)) {
                take(step);
            } else if (isReopenedAtBirth) {
                takeEarlier(step);
            } else if (isMine || isBeforeBirth) {
                take(step);
            } else if (isPastRoot && (run.born == null || run.isNewlyCovered) && run.rule.repeatsUntil() == null) {
                takeEarlier(step);
            }
            isBorn |= step.equals(run.born);
            isPastRoot |= step.equals(run.rootStep);
        }
        return next;
    }

    /** What was done before the clock starts is done when it starts, unless it was taken back before. */
    private void takeEarlier(Tale.Step step) {
        if (step.kind() == Tale.Kind.STOP) {
            stopped(step);
        } else if (step.kind() == Tale.Kind.REOPEN && run.rule.reopen() != null && run.stopped != null) {
            run.fixed.add(new Span(run.stopped, step.at()));
            takeBack();
        }
    }

    private void stopped(Tale.Step step) {
        if (run.stopped == null) {
            run.stopped = step.at();
            run.isFirstStoppedHere = isOwn(step);
        } else if (step.at().equals(run.stopped)) {
            run.isFirstStoppedHere |= isOwn(step);
        }
        run.isStoppedHere |= isOwn(step);
    }

    private void takeBack() {
        run.stopped = null;
        run.isStoppedHere = false;
        meanwhile.clear();
    }

    private boolean isOwn(Tale.Step step) {
        return tale.report().equals(step.told().report());
    }

    private void take(Tale.Step step) {
        if (run.stopped != null) {
            if (step.kind() == Tale.Kind.REOPEN) {
                reopen(step, run.stopped);
            } else if (step.kind() == Tale.Kind.STOP) {
                stopped(step);
            } else if (step.kind() == Tale.Kind.RECATEGORISED || step.kind() == Tale.Kind.AGREED) {
                meanwhile.add(step);
            }
            return;
        }
        switch (step.kind()) {
            case STOP -> stop(step);
            case UNTIL, CANCEL -> run.endAs(Verdict.State.VOID, step.at());
            case ACCEPTED -> restart(step);
            case RECATEGORISED, AGREED -> turn(step);
            case REOPEN -> {}
        }
    }

    private void turn(Tale.Step step) {
        boolean isTakenUp = run.isOnlyPlayed
                || hasTurned(step)
                || (run.isMovedAtStart && !step.at().isAfter(run.start));
        if (isTakenUp) {
            return;
        }
        if (step.kind() == Tale.Kind.AGREED) {
            agree(step);
        } else {
            recategorise(step);
        }
    }

    private boolean hasTurned(Tale.Step step) {
        return run.turned != null && !since(run.turned).contains(step);
    }

    private void stop(Tale.Step step) {
        boolean isOfTheRoundBefore = run.rule.repeatsUntil() != null
                && (step.told().at().isBefore(run.root)
                        || (run.isLaterRound && step.told().at().equals(run.root)));
        if (isOfTheRoundBefore) {
            return;
        }
        stopped(step);
        if (run.rule.repeatsUntil() != null) {
            run.isLast = true;
            boolean isOver = tale.steps().stream()
                    .anyMatch(one -> one.kind() == Tale.Kind.UNTIL && !one.at().isAfter(step.at()));
            Run again = isOver
                    ? null
                    : again(step, reading.view().inForceAt(step.told().at()));
            if (again != null) {
                again.since = step.told().at().minusNanos(1);
                again.root = again.told;
                again.isLaterRound = true;
                follow(again);
            }
        }
    }

    private void reopen(Tale.Step step, Instant stopped) {
        ClockRule.Reopening reopening = run.rule.reopen();
        if (reopening == null) {
            return;
        }
        Instant last = DueWalk.of(
                        reading.view()
                                .hours(
                                        run.choice.calendar(),
                                        Span.earlier(step.at(), step.told().recorded())),
                        List.of())
                .due(stopped, reopening.within());
        boolean isOnlyToldElsewhere = run.isStoppedHere && !isOwn(step);
        if (reopening.resumes() && !step.at().isAfter(last) && !isOnlyToldElsewhere) {
            for (Tale.Step turn : meanwhile) {
                turn(turn);
                if (run.ended != null) {
                    return;
                }
            }
            Span thought = new Span(Span.later(stopped, run.start), step.at());
            run.fixed.add(thought);
            if (run.isFirstStoppedHere) {
                run.uncounted.add(thought);
            }
            takeBack();
            return;
        }
        run.isLast = true;
        Run anew = reading.anew(run, step);
        if (anew != null) {
            followAsItIsByThen(
                    anew,
                    (run.born == null ? tale.steps() : since(run.born))
                            .stream()
                                    .filter(one -> !one.at().isBefore(stopped)
                                            && one.at().isAfter(run.start))
                                    .toList());
        }
    }

    private void restart(Tale.Step step) {
        boolean isRunning = step.at().isAfter(run.start) && !run.isOnlyPlayed;
        if (isRunning
                && run.rule.moves().restarts()
                && !run.wasRestarted
                && !step.at().isAfter(dueAt(step.at()))) {
            run.endAs(Verdict.State.SUPERSEDED, step.at());
            Run again = again(step, run.promised.contract());
            if (again != null) {
                again.root = run.root;
                again.since = run.since;
                again.rootStep = run.rootStep;
                again.wasRestarted = true;
                again.isLaterRound = run.isLaterRound;
                again.fixed.addAll(run.fixed);
                followAsItIsByThen(again, since(step));
            }
        }
    }

    /** The next cycle of the same clock, as a version promises it from then on; null when that promises nothing. */
    private @Nullable Run again(Tale.Step step, @Nullable Contract version) {
        Instant told = step.told().at();
        Map<String, String> facts = new HashMap<>(run.facts);
        facts.putAll(step.told().facts());
        for (View.Promised promised : reading.view().promises()) {
            boolean isSame = promised.contract().equals(version)
                    && promised.clause().id().equals(run.promised.clause().id());
            if (isSame && promised.duty() instanceof Respond(List<ClockRule> clocks)) {
                for (ClockRule rule : clocks) {
                    Choice choice =
                            RespondReading.choice(reading.view(), promised.clause(), rule, tale.report(), facts, told);
                    if (rule.id().equals(run.rule.id()) && choice != null) {
                        Run next = new Run(promised, rule, choice, facts, step.at(), run.cycle + 1);
                        next.born = step;
                        next.told = told;
                        next.wasRestarted = run.wasRestarted;
                        return next;
                    }
                }
            }
        }
        return null;
    }

    private Instant dueAt(Instant moment) {
        return reading.dueAt(run, moment);
    }

    private List<Tale.Step> since(Tale.Step step) {
        List<Tale.Step> steps = tale.steps();
        return steps.subList(steps.indexOf(step) + 1, steps.size());
    }

    /** A new count is of the category that the case has by then: what was said of it since, if it may be taken up. */
    private void followAsItIsByThen(Run anew, List<Tale.Step> since) {
        Walk begun = new Walk(reading, reading.tale(anew), anew, cycles);
        anew.waiting = run.waiting;
        Run is = begun.asIfReported(since.stream()
                .filter(step -> step.kind() == Tale.Kind.RECATEGORISED || step.kind() == Tale.Kind.AGREED)
                .filter(step -> !step.at().isAfter(anew.start))
                .toList());
        if (is != null) {
            is.born = anew.born;
            is.since = anew.since;
            is.rootStep = anew.rootStep;
            is.told = anew.told;
            is.root = anew.root;
            is.wasRestarted = anew.wasRestarted;
            if (is != anew) {
                is.fixed.addAll(anew.fixed);
            }
            follow(is);
        }
    }

    private void follow(Run following) {
        following.turned = lastTurn();
        int cycle = cycles.merge(RespondReading.key(following), 1, Integer::sum);
        next.add(following.as(cycle));
    }

    /** The last step whose word of the category has had its effect; null when there is none. */
    Tale.@Nullable Step lastTurn() {
        return run.born == null || (run.turned != null && since(run.born).contains(run.turned)) ? run.turned : run.born;
    }

    private void recategorise(Tale.Step step) {
        run.waiting = step;
        change(step, tale.isNamedResident(step.told()));
        run.moves.put(step.at(), Optional.ofNullable(run.waiting));
    }

    private void agree(Tale.Step step) {
        if (run.waiting != null) {
            change(step, true);
        }
    }

    /** Takes up the change that waits, if it is no slower or if somebody wills it who may, before the time has run out. */
    private void change(Tale.Step step, boolean isWilled) {
        Tale.Step said = Objects.requireNonNull(run.waiting);
        Map<String, String> facts = moved(said);
        Run fromReport = to(said, facts, true, false);
        Run to = to(said, facts, "first_report".equals(facts.get("basis")), "new_facts".equals(facts.get("basis")));
        if (run.choice.equals(reading.choice(run.promised, run.rule, run, facts))) {
            run.waiting = null;
            return;
        }
        boolean isSlower = to == null || isSlower(to, step.at());
        Instant end = run.stopped == null ? step.at() : run.stopped;
        if (isSlower && (!isWilled || end.isAfter(dueAt(step.at())))) {
            return;
        }
        move(step, isSlower && fromReport != null && isSlower(fromReport, step.at()) ? fromReport : to);
    }

    private Map<String, String> moved(Tale.Step step) {
        Map<String, String> facts = new HashMap<>(run.facts);
        facts.remove("basis");
        facts.putAll(step.told().facts());
        return facts;
    }

    /** A change of category no later than the report is as if the report had said so; null when nobody answers it then. */
    @Nullable
    Run asIfReported() {
        return asIfReported(tale.steps().stream()
                .filter(step -> step.kind() == Tale.Kind.RECATEGORISED || step.kind() == Tale.Kind.AGREED)
                .filter(step -> !step.at().isAfter(run.start))
                .toList());
    }

    /** The same of what is said after a step at the very moment of the start. */
    @Nullable
    Run asIfReportedAfter(Tale.Step first) {
        List<Tale.Step> steps = tale.steps();
        return asIfReported(steps.subList(steps.indexOf(first) + 1, steps.size()).stream()
                .filter(step -> step.kind() == Tale.Kind.RECATEGORISED || step.kind() == Tale.Kind.AGREED)
                .filter(step -> !step.at().isAfter(run.start))
                .toList());
    }

    private @Nullable Run asIfReported(List<Tale.Step> steps) {
        run.isMovedAtStart = true;
        for (int i = 0; i < steps.size(); i++) {
            Tale.Step step = steps.get(i);
            boolean isChange = step.kind() == Tale.Kind.RECATEGORISED;
            run.waiting = isChange ? step : run.waiting;
            if (run.waiting != null) {
                Run to = to(moved(run.waiting), run.start);
                if (!isChange || tale.isNamedResident(step.told()) || (to != null && !isSlowerFromTheStart(to))) {
                    return to == null
                            ? null
                            : new Walk(reading, reading.tale(to), to, cycles)
                                    .asIfReported(steps.subList(i + 1, steps.size()));
                }
            }
        }
        return run;
    }

    /** Where no clause covers the new category, the next change to one that is covered begins a new count. */
    private void coveredAgain(Tale.Step left) {
        Map<String, String> facts = moved(run.waiting == null ? left : run.waiting);
        boolean isAfter = false;
        for (Tale.Step step : tale.steps()) {
            if (isAfter && step.kind() == Tale.Kind.RECATEGORISED) {
                facts.remove("basis");
                facts.putAll(step.told().facts());
                String basis = facts.get("basis");
                Run to = to(step, facts, "first_report".equals(basis), "new_facts".equals(basis));
                if (to != null) {
                    to.born = step;
                    to.root = run.root;
                    to.since = run.since;
                    to.rootStep = run.rootStep;
                    to.isNewlyCovered = true;
                    follow(to);
                    return;
                }
            }
            isAfter |= step.equals(left);
        }
    }

    private boolean isSlowerFromTheStart(Run to) {
        return reading.dueIfPlayed(to, run.start).isAfter(reading.dueIfPlayed(run, run.start));
    }

    private boolean isSlower(Run to, Instant moment) {
        return reading.dueIfPlayed(to, moment).isAfter(dueAt(moment));
    }

    private void move(Tale.Step step, @Nullable Run to) {
        run.endAs(Verdict.State.SUPERSEDED, step.at());
        Run moved = to == null ? null : new Walk(reading, reading.tale(to), to, cycles).asIfReportedAfter(step);
        if (moved != null) {
            moved.born = step;
            moved.root = run.root;
            moved.since = run.since;
            moved.rootStep = run.rootStep;
            moved.isNewlyCovered = true;
            follow(moved);
        } else {
            coveredAgain(step);
        }
    }

    /** The cycle under the clause that covers the new category; null when none does. */
    private @Nullable Run to(Tale.Step step, Map<String, String> facts, boolean isFromReport, boolean isFromEvent) {
        for (View.Promised promised : reading.view().promises()) {
            if (!(promised.duty() instanceof Respond(List<ClockRule> clocks))) {
                continue;
            }
            for (ClockRule rule : clocks) {
                boolean counts = isAlike(rule);
                boolean fromReport =
                        isFromReport || (!isFromEvent && rule.moves().fromReport());
                Instant start = fromReport ? run.root : step.at();
                Choice choice =
                        RespondReading.choice(reading.view(), promised.clause(), rule, tale.report(), facts, start);
                boolean isInForce = promised.contract().equals(reading.view().inForceAt(start));
                if (counts && isInForce && choice != null) {
                    return new Run(promised, rule, choice, facts, start, 1);
                }
            }
        }
        return null;
    }

    /** The same count under the clause that covers the new category: its own if that does. */
    private @Nullable Run to(Map<String, String> facts, Instant start) {
        Run other = null;
        for (View.Promised promised : reading.view().promises()) {
            if (!promised.contract().equals(reading.view().inForceAt(start))
                    || !(promised.duty() instanceof Respond(List<ClockRule> clocks))) {
                continue;
            }
            for (ClockRule rule : clocks) {
                Choice choice =
                        RespondReading.choice(reading.view(), promised.clause(), rule, tale.report(), facts, start);
                if (choice != null && isAlike(rule)) {
                    Run to = new Run(promised, rule, choice, facts, start, 1);
                    if (promised.equals(run.promised) && rule.id().equals(run.rule.id())) {
                        return to;
                    }
                    other = other == null ? to : other;
                }
            }
        }
        return other;
    }

    /** Started and stopped by the same. */
    private boolean isAlike(ClockRule rule) {
        return rule.starts().stream().anyMatch(run.rule.starts()::contains)
                && rule.stops().stream().anyMatch(run.rule.stops()::contains);
    }
}
