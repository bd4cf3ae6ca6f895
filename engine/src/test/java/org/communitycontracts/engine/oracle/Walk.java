package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One cycle walked from step to step; what it leaves behind are the cycles that follow it.
 *
 * <p>Readings of S8: only a running cycle moves; a later change of category takes the place of one that waits for agreement; an agreed
 * move ends the old cycle at the agreement; the new clause's clock is the one that is started by the same event; the report stays under
 * its version; a move by a named resident takes effect even after the old due moment.
 */
final class Walk {
    private final RespondReading reading;
    private final Tale tale;
    private final Run run;
    private final Map<String, Integer> cycles;
    private final List<Run> next = new ArrayList<>();

    /** A move to a slower clause that waits for the resident's word. */
    private Tale.@Nullable Step waiting;

    Walk(RespondReading reading, Tale tale, Run run, Map<String, Integer> cycles) {
        this.reading = reading;
        this.tale = tale;
        this.run = run;
        this.cycles = cycles;
    }

    List<Run> walk() {
        boolean isBorn = run.born == null;
        for (Tale.Step step : tale.steps()) {
            boolean isMine = isBorn && !step.at().isBefore(run.start);
            boolean isOfTheCase = step.kind() == Tale.Kind.STOP || step.kind() == Tale.Kind.CANCEL;
            boolean isBeforeBirth = run.born != null
                    && !isBorn
                    && isOfTheCase
                    && run.start.isBefore(run.born.at())
                    && !step.at().isBefore(run.start);
            if (run.closedForGood()) {
                break;
            }
            if (isMine || isBeforeBirth) {
                take(step);
            } else if (run.born == null && run.rule.repeatsUntil() == null) {
                takeEarlier(step);
            }
            isBorn |= step.equals(run.born);
        }
        return next;
    }

    /** What was done before the clock starts is done when it starts, unless it was taken back before. */
    private void takeEarlier(Tale.Step step) {
        if (step.kind() == Tale.Kind.STOP && run.stopped == null) {
            run.stopped = step.at();
        } else if (step.kind() == Tale.Kind.REOPEN && run.rule.reopen() != null) {
            run.stopped = null;
        }
    }

    private void take(Tale.Step step) {
        if (run.stopped != null) {
            if (step.kind() == Tale.Kind.REOPEN) {
                reopen(step, run.stopped);
            }
            return;
        }
        switch (step.kind()) {
            case STOP -> stop(step);
            case UNTIL, CANCEL -> run.endAs(Verdict.State.VOID, step.at());
            case ACCEPTED -> restart(step);
            case RECATEGORISED -> recategorise(step);
            case AGREED -> agree(step);
            case REOPEN -> {}
        }
    }

    private void stop(Tale.Step step) {
        run.stopped = step.at();
        if (run.rule.repeatsUntil() != null) {
            run.isLast = true;
            boolean isOver = tale.steps().stream()
                    .anyMatch(one -> one.kind() == Tale.Kind.UNTIL && !one.at().isAfter(step.at()));
            if (!isOver) {
                follow(run.again(step));
            }
        }
    }

    private void reopen(Tale.Step step, Instant stopped) {
        ClockRule.Reopening reopening = run.rule.reopen();
        if (reopening == null) {
            return;
        }
        Instant last = DueWalk.of(reading.view().hours(run.choice.calendar()), List.of())
                .due(stopped, reopening.within());
        if (reopening.resumes() && !step.at().isAfter(last)) {
            run.fixed.add(new Span(stopped, step.at()));
            run.stopped = null;
            return;
        }
        run.isLast = true;
        Run anew = reading.anew(run, step);
        if (anew != null) {
            follow(anew);
        }
    }

    private void restart(Tale.Step step) {
        if (run.rule.moves().restarts() && !run.wasRestarted && !step.at().isAfter(dueAt(step.at()))) {
            run.endAs(Verdict.State.SUPERSEDED, step.at());
            Run again = run.again(step);
            again.wasRestarted = true;
            follow(again);
        }
    }

    private Instant dueAt(Instant moment) {
        return Reckoning.of(reading.view(), tale, run, moment).due();
    }

    private void follow(Run following) {
        int cycle = cycles.merge(RespondReading.key(following), 1, Integer::sum);
        next.add(following.as(cycle));
    }

    private void recategorise(Tale.Step step) {
        Map<String, String> facts = moved(step);
        boolean isFromReport = "first_report".equals(facts.get("basis"));
        boolean isFromEvent = "new_facts".equals(facts.get("basis"));
        Run to = to(step, facts, isFromReport, isFromEvent);
        waiting = null;
        if (to != null && isSamePlace(to)) {
            return;
        }
        boolean isSlower = to == null
                || Reckoning.of(reading.view(), reading.tale(to), to, step.at())
                        .due()
                        .isAfter(dueAt(step.at()));
        if (isSlower && !tale.isNamedResident(step.told())) {
            waiting = step;
            return;
        }
        move(step, to);
    }

    private boolean isSamePlace(Run to) {
        return to.promised.equals(run.promised) && to.rule.equals(run.rule) && to.choice.equals(run.choice);
    }

    private Map<String, String> moved(Tale.Step step) {
        Map<String, String> facts = new HashMap<>(run.facts);
        facts.remove("basis");
        facts.putAll(step.told().facts());
        return facts;
    }

    private void agree(Tale.Step step) {
        if (waiting != null && !step.at().isAfter(dueAt(step.at()))) {
            Run to = to(waiting, moved(waiting), true, false);
            move(step, to);
        }
    }

    private void move(Tale.Step step, @Nullable Run to) {
        run.endAs(Verdict.State.SUPERSEDED, step.at());
        if (to != null) {
            to.born = step;
            follow(to);
        }
    }

    /** The cycle under the clause that covers the new category; null when none does. */
    private @Nullable Run to(Tale.Step step, Map<String, String> facts, boolean isFromReport, boolean isFromEvent) {
        for (View.Promised promised : reading.view().promises()) {
            if (!promised.contract().equals(run.promised.contract())
                    || !(promised.duty() instanceof Respond(List<ClockRule> clocks))) {
                continue;
            }
            for (ClockRule rule : clocks) {
                boolean counts = rule.starts().stream().anyMatch(run.rule.starts()::contains);
                boolean fromReport =
                        isFromReport || (!isFromEvent && rule.moves().fromReport());
                Instant start = fromReport ? reportOf(rule) : step.at();
                Choice choice = RespondReading.choice(reading.view(), promised.clause(), rule, tale.report(), facts, start);
                if (counts && choice != null) {
                    return new Run(promised, rule, choice, facts, start, 1);
                }
            }
        }
        return null;
    }

    private Instant reportOf(ClockRule rule) {
        return tale.own().stream()
                .filter(one -> rule.starts().contains(one.event()))
                .findFirst()
                .orElseThrow()
                .at();
    }
}
