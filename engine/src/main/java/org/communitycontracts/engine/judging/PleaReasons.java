package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Exclusion;

/** Says what was pleaded under the exclusions of a clause: the rule, who had to show it, what bore it out and what it did. */
final class PleaReasons {
    private final Finding finding;
    private final Words words;

    PleaReasons(Finding finding, Words words) {
        this.finding = finding;
        this.words = words;
    }

    List<String> steps() {
        List<String> steps = new ArrayList<>();
        Cycle cycle = finding.cycle();
        for (Plea plea : finding.pleas().list()) {
            if (plea.stands() && isTold(plea, cycle)) {
                steps.add(rule(plea) + proof(plea) + contest(plea) + effect(plea));
            } else if (isTold(plea, cycle) && plea.exclusion().needs() != Exclusion.Needs.FACTS) {
                steps.add(said(plea) + fault(plea));
            }
        }
        return steps;
    }

    private static boolean isTold(Plea plea, Cycle cycle) {
        Instant end =
                cycle.end().isAfter(cycle.start()) ? cycle.end() : cycle.start().plusSeconds(1);
        return plea.touches(cycle.start(), end);
    }

    private String rule(Plea plea) {
        Exclusion exclusion = plea.exclusion();
        String reason = Words.event(exclusion.because());
        return switch (exclusion.effect()) {
            case VOID -> "The contract says that " + reason + " takes a case out of the count" + needs(exclusion);
            case PAUSE -> "The contract says that " + reason + " stops the clock" + needs(exclusion);
            case EXTEND ->
                "The contract says that " + reason + " gives more time" + atMost(exclusion) + needs(exclusion);
            case SWITCH -> "The contract says that after " + reason + " another time is allowed" + needs(exclusion);
        };
    }

    private static String atMost(Exclusion exclusion) {
        return exclusion.atMost() == null ? "" : ", at most " + exclusion.atMost() + " in all,";
    }

    private static String needs(Exclusion exclusion) {
        String decided = exclusion.decidedBy() == null ? "" : ", and “" + exclusion.decidedBy() + "” accepts it";
        return switch (exclusion.needs()) {
            case EVIDENCE -> " when there is evidence" + decided + ".";
            case DECLARED_NOTICE -> " when a notice declares it" + decided + ".";
            case AGREEMENT -> " when somebody who is no provider agrees in time" + decided + ".";
            case TOLD -> " when the resident is told in time" + decided + ".";
            case FACTS -> " when " + Grounds.of(exclusion.when()) + ".";
        };
    }

    /** Rule S16: the burden of proof lies with the party that it helps. */
    private String proof(Plea plea) {
        String party = "“" + finding.promise().clause().by().id() + "”";
        return " It helps " + party + ", so it was for " + party + " to show it: " + shown(plea) + accepted(plea);
    }

    private String shown(Plea plea) {
        Happening said = plea.said();
        String when = words.moment(said.at());
        return switch (plea.exclusion().needs()) {
            case EVIDENCE -> "evidence was given for " + when + writtenDown(said) + ".";
            case DECLARED_NOTICE ->
                "a notice was declared" + by(said) + " on " + words.moment(said.since()) + days(plea) + ".";
            case AGREEMENT -> "“" + said.by() + "” agreed on " + words.moment(said.since()) + ".";
            case TOLD -> "the resident was told on " + words.moment(said.since()) + ".";
            case FACTS -> "the report itself says so.";
        };
    }

    private String writtenDown(Happening said) {
        return said.since().equals(said.at()) ? "" : ", written down on " + words.moment(said.since());
    }

    private String days(Plea plea) {
        return plea.time() == null
                ? ""
                : ", which holds from " + words.moment(plea.time().from()) + " to "
                        + words.end(plea.time().to());
    }

    private String accepted(Plea plea) {
        return plea.exclusion().decidedBy() == null || plea.exclusion().needs() == Exclusion.Needs.FACTS
                ? ""
                : " “" + plea.exclusion().decidedBy() + "” accepted it.";
    }

    private String contest(Plea plea) {
        Happening last = plea.last();
        return last == null || !last.event().equals(Pleas.CONTESTED)
                ? ""
                : " It was contested" + by(last) + " on " + words.moment(last.at()) + ", but was not thrown out.";
    }

    private String effect(Plea plea) {
        return switch (plea.exclusion().effect()) {
            case VOID -> isTheReason(plea) ? "" : " It came too late for this case, so it changes nothing.";
            case PAUSE -> "";
            case EXTEND, SWITCH ->
                change(plea).map(this::moved).orElse(" It came after the case was closed, so it changes nothing.");
        };
    }

    private boolean isTheReason(Plea plea) {
        return plea.said().equals(finding.cycle().cancel());
    }

    private Optional<Terms.Change> change(Plea plea) {
        Terms terms = finding.terms();
        return terms == null
                ? Optional.empty()
                : terms.changes().stream()
                        .filter(change -> change.plea().equals(plea))
                        .findFirst();
    }

    private String moved(Terms.Change change) {
        if (change.isTooLate()) {
            return " It came after the time had run out, so it changes nothing.";
        }
        if (change.by() == null) {
            return " It does not say for how long, so it changes nothing.";
        }
        if (change.plea().does(Exclusion.Effect.SWITCH)) {
            return " From " + words.moment(change.plea().since()) + " on " + change.by()
                    + " were allowed, so the end moved from " + words.end(change.before()) + " to "
                    + words.end(change.after()) + ".";
        }
        return change.before().equals(change.after())
                ? " All of that had been given, so it changes nothing."
                : " The time given was " + change.by() + ", so the end moved from " + words.end(change.before())
                        + " to " + words.end(change.after()) + ".";
    }

    private String said(Plea plea) {
        return "The reason " + Words.event(plea.exclusion().because()) + " was claimed" + by(plea.said()) + " on "
                + words.moment(plea.said().at());
    }

    private String fault(Plea plea) {
        String party = plea.exclusion().by();
        return switch (plea.standing()) {
            case NO_EVIDENCE -> ", but without the evidence that the contract asks for, so it changes nothing.";
            case WRONG_PARTY ->
                ", but the contract does not let them say so" + (party == null ? "" : ", only “" + party + "”")
                        + ". So it changes nothing.";
            case UNREADABLE -> ", but its times cannot be read, so it changes nothing.";
            case DECLARED_TOO_LATE ->
                ", but a notice counts only from when it is declared, and then its time was over. So it changes nothing.";
            case NOT_ACCEPTED ->
                ". The contract says that it counts only once “"
                        + plea.exclusion().decidedBy() + "” accepts it, and that has not happened.";
            case THROWN_OUT -> thrownOut(plea);
            case STANDS -> ".";
        };
    }

    private String thrownOut(Plea plea) {
        Happening last = plea.last();
        return last == null
                ? "."
                : ", but was thrown out" + by(last) + " on " + words.moment(last.at())
                        + ". So it is as if it had never been said.";
    }

    private static String by(Happening said) {
        return said.by() == null ? "" : " by “" + said.by() + "”";
    }
}
