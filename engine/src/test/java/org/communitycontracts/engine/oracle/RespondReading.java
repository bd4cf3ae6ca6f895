package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Every clock of every clause on one report, walked through from happening to happening.
 *
 * <p>Readings: a clock belongs to the version in force at the event that starts it; a new cycle after a reopening is judged like a new
 * report made at the reopening, under the version then in force; a stop at the moment of the start counts; a cancelling event after the
 * stop changes nothing, one after the due moment still takes the case out. A later version is
 * asked only of a case that was still open when it began, so not of one that was stopped, taken out or superseded by then; which time is
 * chosen for a case is decided by the calendar as it was known when the clock started.
 */
record RespondReading(View view, Groups groups, String report, Map<Verdict, Instant> otherDues, boolean isOfThen) {
    /** More counts than any story of one report can lead to: each needs a happening of its own. */
    private static final int MORE_THAN_CAN_BE = 10_000;

    RespondReading(View view, Groups groups, String report, Map<Verdict, Instant> otherDues) {
        this(view, groups, report, otherDues, false);
    }

    List<Verdict> verdicts() {
        Deque<Run> waiting = new ArrayDeque<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (View.Promised promised : view.promises()) {
            if (promised.duty() instanceof Respond(List<ClockRule> clocks)) {
                clocks.forEach(rule -> begin(promised, rule, waiting));
            }
            if (promised.duty() instanceof Unmeasurable(String kind) && kind.equals("respond")) {
                unmeasurable(promised, verdicts);
            }
        }
        if (waiting.isEmpty()) {
            coveredLater(waiting);
        }
        Map<String, Integer> cycles = new TreeMap<>();
        waiting.forEach(run -> cycles.put(key(run), 1));
        for (int walked = 0; !waiting.isEmpty(); walked++) {
            if (walked > MORE_THAN_CAN_BE) {
                throw new IllegalStateException("Report " + report + " leads from count to count without end");
            }
            Run run = waiting.poll();
            Map<String, Integer> counted = new TreeMap<>(cycles);
            List<Run> next = new Walk(this, tale(run), run, counted).walk();
            RespondReading then = run.end == Verdict.State.SUPERSEDED && run.ended != null ? at(run.ended) : this;
            Better better = then.better(run);
            if (better != null) {
                waiting.addFirst(better.run());
                continue;
            }
            Verdict verdict = verdict(run);
            boolean isTakenOut = run.isTakenOut;
            if (!isTakenOut) {
                cycles.putAll(counted);
            }
            Target target = run.promised.clause().target();
            if (target != null && target.within() != null) {
                otherDues.put(verdict, otherDue(run, target.within()));
            }
            verdicts.add(verdict);
            waiting.addAll(isTakenOut ? List.of() : next);
        }
        return verdicts;
    }

    static String key(Run run) {
        return run.promised.clause().id() + "/" + run.rule.id();
    }

    Tale tale(Run run) {
        return new Tale(view, groups, run.promised.contract(), run.promised.clause(), run.rule, report);
    }

    private void begin(View.Promised promised, ClockRule rule, Deque<Run> waiting) {
        Tale tale = new Tale(view, groups, promised.contract(), promised.clause(), rule, report);
        Happening trigger = tale.trigger();
        if (trigger == null || !promised.contract().equals(view.inForceAt(trigger.at()))) {
            return;
        }
        Map<String, String> facts = view.facts(report, trigger);
        Choice choice = choice(view, promised.clause(), rule, report, facts, trigger.at());
        if (choice != null) {
            Run run = new Walk(this, tale, new Run(promised, rule, choice, facts, trigger.at(), 1), Map.of())
                    .asIfReported();
            if (run != null) {
                waiting.add(run);
            }
        }
    }

    /** A report that no clause covers, until its category changes: nothing is slower than nothing, so that takes effect at once (S8). */
    private void coveredLater(Deque<Run> waiting) {
        for (Happening told : view.of(report)) {
            Map<String, String> facts = new TreeMap<>(view.facts(report));
            facts.putAll(told.facts());
            for (View.Promised promised :
                    told.event().equals("recategorised") ? view.promises() : List.<View.Promised>of()) {
                if (waiting.isEmpty() && promised.duty() instanceof Respond(List<ClockRule> clocks)) {
                    clocks.forEach(rule -> coveredLater(promised, rule, facts, told, waiting));
                }
            }
        }
    }

    private void coveredLater(
            View.Promised promised, ClockRule rule, Map<String, String> facts, Happening told, Deque<Run> waiting) {
        Happening trigger = new Tale(view, groups, promised.contract(), promised.clause(), rule, report).trigger();
        if (trigger == null || trigger.at().isAfter(told.at()) || view.inForceAt(trigger.at()) == null) {
            return;
        }
        String basis = facts.getOrDefault("basis", rule.moves().fromReport() ? "first_report" : "new_facts");
        Instant start = basis.equals("first_report") ? trigger.at() : told.at();
        Choice choice = choice(view, promised.clause(), rule, report, facts, start);
        if (choice != null && promised.contract().equals(view.inForceAt(start))) {
            Run run = new Run(promised, rule, choice, facts, start, 1);
            run.born = new Tale.Step(Tale.Kind.RECATEGORISED, told.at(), told);
            run.isNewlyCovered = true;
            run.root = trigger.at();
            Run moved = new Walk(this, tale(run), run, Map.of()).asIfReportedAfter(run.born);
            if (moved != null) {
                moved.born = moved.born == null ? run.born : moved.born;
                moved.isNewlyCovered = true;
                moved.root = trigger.at();
                waiting.add(moved);
            }
        }
    }

    /** What a clock allows a case; null when the clause does not cover it or promises it nothing. */
    static @Nullable Choice choice(
            View view, Clause clause, ClockRule rule, String report, Map<String, String> facts, Instant trigger) {
        if (!new Fits(view, report, facts, trigger, view.hours(rule.calendar(), trigger)).asks(clause.when())) {
            return null;
        }
        for (Choice choice : rule.choices()) {
            if (new Fits(view, report, facts, trigger, view.hours(choice.calendar(), trigger)).asks(choice.when())) {
                boolean isUndated = choice.within() != null
                        && choice.within().unit() == Allowance.Unit.PROMISED_DATE
                        && Fits.moment(facts.get("promised")) == null;
                return choice.within() == null || isUndated ? null : choice;
            }
        }
        return null;
    }

    /** The same for a cycle that has begun, if these were its facts: chosen by when that was told with which it began. */
    @Nullable
    Choice choice(View.Promised promised, ClockRule rule, Run run, Map<String, String> facts) {
        return choice(view, promised.clause(), rule, report, facts, run.told);
    }

    /** The version and clause that judge a new report like this one, made at another moment; null when none does. */
    @Nullable
    Run anew(Run run, Tale.Step reopened) {
        Contract contract = view.inForceAt(reopened.at());
        for (View.Promised promised : view.promises()) {
            boolean isSame = promised.contract().equals(contract)
                    && promised.clause().id().equals(run.promised.clause().id());
            if (isSame && promised.duty() instanceof Respond(List<ClockRule> clocks)) {
                for (ClockRule rule : clocks) {
                    Choice choice = choice(view, promised.clause(), rule, report, run.facts, reopened.at());
                    if (rule.id().equals(run.rule.id()) && choice != null) {
                        Run next = new Run(promised, rule, choice, run.facts, reopened.at(), run.cycle + 1);
                        next.born = reopened;
                        next.since = reopened.at();
                        next.rootStep = reopened;
                        next.wasRestarted = run.wasRestarted;
                        return next;
                    }
                }
            }
        }
        return null;
    }

    /** The same report as it stood at an earlier moment; nothing took it out then that does not to this day. */
    RespondReading at(Instant moment) {
        View then = view.until(moment);
        return new RespondReading(then, Groups.of(then), report, new HashMap<>(), true);
    }

    /** When a cycle is due as it stands at a moment, by whichever version asks for it earliest. */
    Instant dueAt(Run run, Instant moment) {
        RespondReading then = at(moment);
        Better better = then.better(run);
        return better == null ? Reckoning.of(then.view, then.tale(run), run).due() : better.due();
    }

    /** The same of a cycle that may follow, once it has been played up to then. */
    Instant dueIfPlayed(Run run, Instant moment) {
        Run played = run.as(run.cycle);
        played.isOnlyPlayed = true;
        played.isNewlyCovered = true;
        RespondReading then = at(moment);
        new Walk(then, then.tale(played), played, new TreeMap<>()).walk();
        return dueAt(played, moment);
    }

    /** A cycle under a later version, and when it is due by that. */
    private record Better(Run run, Instant due) {}

    /** The same cycle under a later version that began while it ran and asks for it earlier; null when there is none (S11). */
    private @Nullable Better better(Run run) {
        Reckoning reckoning = Reckoning.of(view, tale(run), run);
        Better best = null;
        Instant due = dueAsFound(run, reckoning);
        Instant closed = closed(run, reckoning);
        for (View.Promised later : view.promises()) {
            Instant begins = later.contract().begins();
            boolean isAsked = later.contract().transition() == Contract.Transition.BETTER_FOR_RESIDENT
                    && later.clause().id().equals(run.promised.clause().id())
                    && begins.isAfter(run.start)
                    && (Readings.THE_BETTER_VERSION_JUDGES_BEFORE_IT_BEGINS || !begins.isAfter(view.validAsOf()))
                    && (closed == null || closed.isAfter(begins));
            if (isAsked && later.duty() instanceof Respond(List<ClockRule> clocks)) {
                for (ClockRule rule : clocks) {
                    Choice choice = choice(later, rule, run, run.facts);
                    if (choice != null && rule.id().equals(run.rule.id())) {
                        Run other = under(later, rule, choice, run);
                        other.isOnlyPlayed = true;
                        new Walk(this, tale(other), other, new TreeMap<>()).walk();
                        Instant otherDue = dueAsFound(other, Reckoning.of(view, tale(other), other));
                        boolean wasOver =
                                other.closed() != null && !other.closed().isAfter(begins);
                        if (!wasOver && otherDue.isBefore(due)) {
                            due = otherDue;
                            best = new Better(under(later, rule, choice, run), due);
                        }
                    }
                }
            }
        }
        return best;
    }

    /** When it was over for good, by whatever ended it or took it out; null while it runs. */
    private @Nullable Instant closed(Run run, Reckoning reckoning) {
        Instant closed = run.closed();
        Instant end = closed == null ? view.validAsOf() : closed;
        Instant voided = isOfThen
                ? null
                : new Reasons(view, tale(run), run, reckoning.hours(run.choice.calendar()))
                        .voidFrom(reckoning.due(), end);
        return voided == null ? closed : voided;
    }

    /** When it is due as it is found: of a case taken out, as it stood then. */
    private Instant dueAsFound(Run run, Reckoning reckoning) {
        Instant voided = closed(run, reckoning);
        return voided == null || voided.equals(run.closed())
                ? reckoning.due()
                : Reckoning.of(view, tale(run), takenOut(run, voided)).due();
    }

    private static Run takenOut(Run run, Instant voided) {
        Run cut = run.as(run.cycle);
        cut.fixed.removeIf(one -> one.to().isAfter(voided));
        cut.uncounted.removeIf(one -> one.to().isAfter(voided));
        cut.isTakenOut = true;
        cut.endAs(Verdict.State.VOID, voided);
        return cut;
    }

    private Run under(View.Promised later, ClockRule rule, Choice choice, Run run) {
        Instant begins = later.contract().begins();
        Run other = new Run(later, rule, choice, run.facts, begins, run.cycle);
        other.since = run.since;
        other.rootStep = run.rootStep;
        other.isLaterRound = run.isLaterRound;
        other.told = run.told;
        other.root = run.root;
        other.born = run.born != null && run.born.at().isAfter(begins) ? run.born : null;
        other.turned = other.born == null ? new Walk(this, tale(run), run, Map.of()).lastTurn() : run.turned;
        other.wasRestarted = run.wasRestarted;
        var move = run.moves.lowerEntry(begins);
        other.waiting = move == null ? null : move.getValue().orElse(null);
        other.fixed.addAll(from(begins, run.fixed));
        other.uncounted.addAll(from(begins, run.uncounted));
        return other;
    }

    private static List<Span> from(Instant begins, List<Span> fixed) {
        return fixed.stream()
                .filter(one -> one.from().isBefore(begins))
                .map(one -> one.cut(begins, Instant.MAX))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private void unmeasurable(View.Promised promised, List<Verdict> verdicts) {
        Happening first = view.of(report).stream()
                .filter(one -> one.event().equals("reported"))
                .findFirst()
                .orElse(null);
        if (first == null || !promised.contract().equals(view.inForceAt(first.at()))) {
            return;
        }
        OpenHours hours = view.hours(Found.dayAndNight(promised.contract().zone()));
        if (new Fits(view, view.facts(report), first.at(), hours)
                .asks(promised.clause().when())) {
            verdicts.add(Found.of(promised, report)
                    .state(Verdict.State.UNMEASURABLE)
                    .times(first.at(), null, null)
                    .verdict());
        }
    }

    private Verdict verdict(Run run) {
        Tale tale = tale(run);
        Instant closed = run.closed();
        Instant end = closed == null ? view.validAsOf() : closed;
        Reckoning reckoning = Reckoning.of(view, tale, run);
        Instant due = reckoning.due();
        Verdict.State state = run.ended != null
                ? run.end
                : end.isAfter(due)
                        ? Verdict.State.BREACHED
                        : run.stopped != null ? Verdict.State.MET : Verdict.State.PENDING;
        Instant voided = new Reasons(view, tale, run, reckoning.hours(run.choice.calendar())).voidFrom(due, end);
        if (voided != null) {
            state = Verdict.State.VOID;
            run.isTakenOut = true;
            end = voided;
            reckoning = Reckoning.of(view, tale, takenOut(run, voided));
            due = reckoning.due();
        } else if (state == Verdict.State.SUPERSEDED) {
            RespondReading then = at(java.util.Objects.requireNonNull(run.ended));
            reckoning = Reckoning.of(then.view, then.tale(run), run);
            due = reckoning.due();
        }
        OpenHours hours = reckoning.hours(run.choice.calendar());
        List<Span> open = hours.between(run.start, end);
        boolean isBroken = state == Verdict.State.BREACHED;
        String master = groups.master(report, view.validAsOf());
        Verdict verdict = Found.of(run.promised, report)
                .clock(run.rule.id().isEmpty() ? null : run.rule.id())
                .cycle(run.cycle)
                .state(state)
                .times(run.start, due, voided == null ? run.stopped : null)
                .time(
                        Span.seconds(Span.without(Span.without(open, run.uncounted), reckoning.holds())),
                        Span.seconds(Span.both(open, reckoning.holds())))
                .broken(isBroken ? due : null, isBroken ? holder(run, tale, due) : null)
                .custody(custody(run, tale, hours, Span.earlier(end, due)))
                .duplicateOf(run.rule.moves().separate() || master.equals(report) ? null : master)
                .verdict();
        return isBroken && StruckOut.of(view, run.promised, verdict, due) != null ? Found.voided(verdict) : verdict;
    }

    /**
     * When the time of a percentile is over: the same time for each case, from its start on the calendar of its clock, without what was
     * held. What gives one case more time or another does not move it; nor does a holiday proclaimed after it was over or the case done.
     */
    private Instant otherDue(Run run, Allowance within) {
        Calendar calendar = run.rule.choices().stream()
                .filter(choice -> choice.within() != null)
                .reduce((one, later) -> later)
                .orElseThrow()
                .calendar();
        List<Span> holds = Reckoning.of(view, tale(run), run).holdsFor(within.unit());
        Instant due = DueWalk.of(new OpenHours(calendar, Instant.MIN), holds).due(run.start, within);
        Instant closed = run.closed();
        Instant end = closed == null ? view.validAsOf() : closed;
        for (Instant proclaimed : calendar.holidays().stream()
                .map(Holiday::known)
                .filter(known -> !known.isAfter(view.knownAsOf()))
                .distinct()
                .sorted()
                .toList()) {
            boolean isOver = end.isAfter(due) && proclaimed.isAfter(due);
            boolean isDone = closed != null && !proclaimed.isBefore(closed);
            if (!proclaimed.isBefore(run.start) && (isOver || isDone)) {
                break;
            }
            due = DueWalk.of(new OpenHours(calendar, proclaimed), holds).due(run.start, within);
        }
        return due;
    }

    private static String holder(Run run, Tale tale, Instant moment) {
        return tale.accepted().stream()
                .filter(one -> !Tale.since(one).isAfter(moment))
                .reduce((one, later) -> later)
                .map(one -> String.valueOf(one.by()))
                .orElseGet(() -> run.promised.clause().by().id());
    }

    /** Who held it how long, from the start until the stop or the due moment; empty when it did not change hands in that time. */
    private static List<Verdict.Custody> custody(Run run, Tale tale, OpenHours hours, Instant end) {
        Instant start = run.start;
        List<Verdict.Custody> custody = new ArrayList<>();
        List<Instant> cuts = new ArrayList<>(List.of(start));
        tale.accepted().stream()
                .map(Tale::since)
                .filter(at -> at.isAfter(start) && at.isBefore(end))
                .sorted()
                .forEach(cuts::add);
        if (cuts.size() == 1) {
            return custody;
        }
        cuts.add(end);
        Map<String, Long> seconds = new java.util.LinkedHashMap<>();
        for (int i = 1; i < cuts.size(); i++) {
            seconds.merge(
                    holder(run, tale, cuts.get(i - 1)),
                    Span.seconds(hours.between(cuts.get(i - 1), cuts.get(i))),
                    Long::sum);
        }
        seconds.forEach((party, held) -> custody.add(new Verdict.Custody(party, held)));
        return custody;
    }
}
