package org.communitycontracts.engine.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Explains a finding step by step, each step naming what it rests on. */
final class Reasons {
    private final Finding finding;
    private final Cycle cycle;
    private final Calendar calendar;
    private final Words words;
    private final List<String> steps = new ArrayList<>();

    private Reasons(Finding finding) {
        this.finding = finding;
        this.cycle = finding.cycle();
        this.calendar = finding.promise().calendar();
        this.words =
                new Words(calendar.zone(), calendar.date(cycle.trigger().at()).getYear());
    }

    /** The steps, in the order in which a person would work it out. */
    static List<String> of(Finding finding) {
        return new Reasons(finding).steps();
    }

    /** Why a clause that cannot be checked is not judged. */
    static List<String> ofUnmeasurable(Contract contract, Clause clause) {
        return List.of(
                "Version " + contract.version() + " of the contract “" + contract.id()
                        + "” was in force at the start. Clause “" + clause.id() + "” says: “" + clause.text() + "”",
                "The contract promises nothing here that could be checked, so it is shown as not measurable and is not judged.");
    }

    private List<String> steps() {
        TurnReasons turns = new TurnReasons(finding, words);
        tellContract();
        tellRival();
        steps.addAll(turns.before());
        tellStart();
        Instant due = finding.due();
        if (due == null) {
            steps.add("The promised date on the report cannot be read as a date and time, so nothing can be checked.");
            return steps;
        }
        steps.addAll(new Counting(finding, words).steps(promised()));
        steps.addAll(new HoldReasons(finding, words).steps(due));
        steps.addAll(new PleaReasons(finding, words).steps());
        steps.addAll(turns.withoutEffect());
        tellDue(due);
        steps.addAll(turns.hands());
        turns.superseded().ifPresentOrElse(this::tellSuperseded, () -> tellEnd(due));
        return steps;
    }

    private void tellContract() {
        Promise promise = finding.promise();
        steps.add("Version " + promise.contract().version() + " of the contract “"
                + promise.contract().id() + "” " + inForce() + " Clause “"
                + promise.clause().id() + "” says: “" + promise.clause().text() + "”");
    }

    private String inForce() {
        return finding.promise().contract().isInForceAt(cycle.trigger().at())
                ? "was in force at the start."
                : "came into force while the clock of the version before was running.";
    }

    private void tellRival() {
        Finding rival = finding.rival();
        if (rival == null || rival.due() == null) {
            return;
        }
        steps.add("Versions " + finding.promise().contract().version() + " and "
                + rival.promise().contract().version()
                + " were compared, because the newer one gives residents the better "
                + "of the two. Under version " + rival.promise().contract().version() + " the time would end at "
                + words.end(rival.due()) + ", which is no earlier.");
    }

    private void tellStart() {
        String count = cycle.number() == 1 ? "" : ", the start of count " + cycle.number();
        String trigger = Words.event(cycle.trigger().event()) + " on "
                + words.dated(cycle.trigger().at());
        if (!cycle.start().equals(cycle.trigger().at())
                && !cycle.start().equals(finding.promise().contract().begins())) {
            steps.add("The clock started with " + trigger + count + ", which counts from " + words.moment(cycle.start())
                    + ".");
            return;
        }
        steps.add(
                cycle.start().equals(cycle.trigger().at())
                        ? "The clock started with " + trigger + count + "."
                        : "The entry was " + trigger + "; this version’s clock started when it came into force, on "
                                + words.dated(cycle.start()) + ".");
    }

    /** The end before any exclusion moved it. */
    private Instant promised() {
        return Objects.requireNonNull(finding.terms()).promised();
    }

    private void tellDue(Instant due) {
        steps.add(
                finding.state() == Verdict.State.PENDING
                        ? "So there is time until " + words.end(due) + "."
                        : "So the promise was to be kept by " + words.end(due) + ".");
    }

    private void tellSuperseded(String why) {
        steps.add(why);
        tellUsed();
    }

    private void tellEnd(Instant due) {
        Happening cancel = cycle.cancel();
        if (cancel != null) {
            boolean isExcused = finding.pleas().list().stream()
                    .anyMatch(plea -> plea.said().equals(cancel) && plea.excuses(cycle.begun(), due));
            steps.add(
                    isExcused
                            ? "So this case is not counted."
                            : "It was " + Words.event(cancel.event()) + " on " + words.moment(cancel.at())
                                    + ", so this case is not counted.");
            return;
        }
        Stop stop = cycle.stop();
        if (stop != null && stop.isMovedToItsRecord()) {
            steps.add("It was said to be " + Words.event(stop.happening().event()) + " on "
                    + words.moment(stop.happening().at())
                    + ", but that was written down more than 24 hours later, without evidence and without a resident’s word. "
                    + "So it counts from " + words.moment(stop.moment()) + ", when it was written down.");
        }
        steps.add(outcome(stop, due));
        finding.struckOut(due).filter(_ -> cycle.end().isAfter(due)).ifPresent(this::tellStruckOut);
        tellUsed();
    }

    private void tellStruckOut(Happening struck) {
        String because = struck.facts().get("because");
        steps.add("“" + struck.by() + "” struck this breach out on " + words.moment(struck.at())
                + (because == null ? "" : ": " + Words.event(because)) + ". So this case is not counted.");
    }

    private void tellUsed() {
        steps.add("Time used: " + Words.length(finding.used(), Counting.kind(calendar)) + heldInAll() + ".");
    }

    private String outcome(@Nullable Stop stop, Instant due) {
        String event = Words.events(finding.promise().rule().stops());
        String end = words.moment(cycle.end());
        return switch (finding.state()) {
            case MET -> "It was " + event + " on " + end + ", in time: the promise was kept.";
            case BREACHED, VOID ->
                stop == null
                        ? "By " + end + " it was not " + event + ", " + late(due) + ": the promise was not kept."
                        : "It was " + event + " on " + end + ", " + late(due) + ": the promise was not kept.";
            default ->
                "By " + end + " it was not " + event
                        + ", and there was still time: it is not yet known whether the promise will be kept.";
        };
    }

    private String late(Instant due) {
        if (Counting.isElapsed(finding.promise().within())) {
            return Words.length(Duration.between(due, cycle.end()).toSeconds(), "") + " late";
        }
        long seconds = calendar.workingSeconds(due, cycle.end());
        long fullDays = seconds / ((calendar.closes() - calendar.opens()) * 60L);
        String days = fullDays == 0 ? "" : " (" + Words.count(fullDays, "full working day") + ")";
        return seconds == 0
                ? "after the time had run out, though no working time had passed since"
                : Words.length(seconds, Counting.kind(calendar)) + " late" + days;
    }

    private String heldInAll() {
        long held = finding.held();
        return held == 0 ? "" : ", with " + Words.length(held, Counting.kind(calendar)) + " on hold taken out";
    }
}
