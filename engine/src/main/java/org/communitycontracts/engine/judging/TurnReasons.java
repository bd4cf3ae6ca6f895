package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.When;

/** Says how a case came to this count and what turned it: which time was chosen for it, changes of category, handovers, duplicates. */
final class TurnReasons {
    private static final String CATEGORY = "category";

    private final Finding finding;
    private final Start start;
    private final Words words;

    TurnReasons(Finding finding, Words words) {
        this.finding = finding;
        this.start = finding.cycle().begun();
        this.words = words;
    }

    /** What led to this count, before its clock is told. */
    List<String> before() {
        List<String> steps = new ArrayList<>();
        if (!finding.promise().rule().id().isEmpty()) {
            steps.add("The clause has clocks of its own for each step; this is the clock “"
                    + finding.promise().rule().id() + "”.");
        }
        tellDuplicate(steps);
        if (!start.moves().isEmpty()) {
            Happening move = start.moves().getLast();
            steps.add(changed(move) + "." + counted(move));
        }
        tellChoice(steps);
        return steps;
    }

    /** What would have turned it but did not. */
    List<String> withoutEffect() {
        return finding.course().withoutEffect().stream()
                .map(turn -> turn.kind() == Turn.Kind.HANDOVER ? noRestart(turn.said()) : noMove(turn.said()))
                .toList();
    }

    /** Who held the case, where it changed hands. */
    List<String> hands() {
        Custodies custodies = finding.custodies();
        List<String> steps = new ArrayList<>();
        for (Happening taking : custodies.between(finding.cycle().start(), finding.heldUntil())) {
            steps.add("“" + taking.by() + "” took the case over from “"
                    + custodies.holderAt(taking.since().minusSeconds(1)) + "” on " + words.moment(taking.since())
                    + ". The contract says that the clock runs on.");
        }
        String kind = Counting.kind(finding.promise().calendar());
        List<String> held =
                finding
                        .custodies()
                        .within(finding.promise().calendar(), finding.cycle().start(), finding.heldUntil())
                        .stream()
                        .map(one -> "“" + one.party() + "” for " + Words.length(one.seconds(), kind))
                        .toList();
        if (!held.isEmpty()) {
            steps.add("The case was held by " + Words.list(held) + ".");
        }
        if (finding.state() == Verdict.State.BREACHED && !custodies.takings().isEmpty()) {
            steps.add("“" + custodies.holderAt(finding.heldUntil())
                    + "” held the case when the time ran out, so it answers for it.");
        }
        return steps;
    }

    /** What took the place of this count; empty while it stands. */
    Optional<String> superseded() {
        Turn turn = finding.course().supersededBy();
        return turn == null
                ? Optional.empty()
                : Optional.of(replaced(turn) + " So another count took the place of this one, which is not counted.");
    }

    private String replaced(Turn turn) {
        Happening said = turn.said();
        return switch (turn.kind()) {
            case CHANGE_OF_CATEGORY -> changed(said) + ".";
            case AGREEMENT ->
                "“" + said.by() + "” agreed to the change of category on " + words.moment(turn.moment()) + ".";
            case HANDOVER ->
                "“" + said.by() + "” took the case over on " + words.moment(turn.moment())
                        + ". The contract says that a handover starts the clock again, once.";
        };
    }

    private String changed(Happening move) {
        String category = move.facts().get(CATEGORY);
        String by = move.by() == null ? "" : " by “" + move.by() + "”";
        return "On " + words.moment(move.at()) + " the case was put "
                + (category == null ? "right" : "into the category “" + category + "”") + by;
    }

    private String counted(Happening move) {
        if (start.trigger().equals(move)) {
            return " The contract says that the clock of the new category counts from there, because of new facts.";
        }
        return start.trigger().at().isAfter(move.at())
                ? ""
                : " The contract says that the clock of the new category counts from the report: what was in it from the first "
                        + "helps nobody later, and more time is given only where somebody who is no provider wants it.";
    }

    private void tellChoice(List<String> steps) {
        Choice choice = finding.promise().choice();
        if (finding.promise().rule().choices().size() > 1) {
            String grounds = Grounds.of(choice.when());
            steps.add("The contract allows different times for different cases, and the first that fits counts: "
                    + choice.within() + ", "
                    + (choice.when().equals(When.ALWAYS) ? "because no other fits." : "because " + grounds + "."));
        }
        if (finding.promise().within().isRange()) {
            steps.add("The contract says " + finding.promise().within()
                    + ": sooner is kept too, and the promise is broken only past the longer time.");
        }
    }

    private void tellDuplicate(List<String> steps) {
        Group group = finding.story().group();
        if (group.isDuplicate()) {
            steps.add("This report is of the same fault as report “" + group.master()
                    + "”, which was made first. The contract says that it keeps its own clock"
                    + (finding.duplicateOf() == null
                            ? "."
                            : ", and that the fault counts once in shares, by the first report."));
        }
        Stop stop = finding.cycle().stop();
        if (stop != null && !finding.story().isOwn(stop.happening())) {
            steps.add("That it was " + Words.event(stop.happening().event()) + " was told on report “"
                    + stop.happening().report() + "”, which is of the same fault, so it counts here too.");
        }
    }

    private String noMove(Happening said) {
        return changed(said)
                + ", which would give more time. The contract says that such a change counts only once somebody who is no provider "
                + "agrees, before the time has run out. That did not happen, so the earlier end stands.";
    }

    private String noRestart(Happening said) {
        return "“" + said.by() + "” took the case over on " + words.moment(said.since())
                + ". The contract lets a handover start the clock again only once, and only before the time has run out, so the clock ran on.";
    }
}
