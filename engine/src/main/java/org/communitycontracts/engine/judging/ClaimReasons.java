package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Exclusion;

/** Says what was claimed under the exclusions of a clause: the rule, who had to show it, what bore it out and what it did. */
final class ClaimReasons {
    private final Finding finding;
    private final Words words;

    ClaimReasons(Finding finding, Words words) {
        this.finding = finding;
        this.words = words;
    }

    List<String> steps() {
        List<String> steps = new ArrayList<>();
        Cycle cycle = finding.cycle();
        for (Claim claim : finding.claims().list()) {
            if (claim.stands() && isTold(claim, cycle)) {
                steps.add(rule(claim) + proof(claim) + contest(claim) + effect(claim));
            } else if (isTold(claim, cycle) && claim.exclusion().needs() != Exclusion.Needs.FACTS) {
                steps.add(said(claim) + fault(claim));
            }
        }
        return steps;
    }

    private static boolean isTold(Claim claim, Cycle cycle) {
        Instant end =
                cycle.end().isAfter(cycle.start()) ? cycle.end() : cycle.start().plusSeconds(1);
        return claim.touches(cycle.start(), end);
    }

    private String rule(Claim claim) {
        Exclusion exclusion = claim.exclusion();
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
    private String proof(Claim claim) {
        String party = "“" + finding.promise().clause().by().id() + "”";
        return " It helps " + party + ", so it was for " + party + " to show it: " + shown(claim) + accepted(claim);
    }

    private String shown(Claim claim) {
        Happening said = claim.said();
        String when = words.moment(said.at());
        return switch (claim.exclusion().needs()) {
            case EVIDENCE -> "evidence was given for " + when + writtenDown(said) + ".";
            case DECLARED_NOTICE ->
                "a notice was declared" + by(said) + " on " + words.moment(said.since()) + days(claim) + ".";
            case AGREEMENT -> "“" + said.by() + "” agreed on " + words.moment(said.since()) + ".";
            case TOLD -> "the resident was told on " + words.moment(said.since()) + ".";
            case FACTS -> "the report itself says so.";
        };
    }

    private String writtenDown(Happening said) {
        return said.since().equals(said.at()) ? "" : ", written down on " + words.moment(said.since());
    }

    private String days(Claim claim) {
        return claim.time() == null
                ? ""
                : ", which holds from " + words.moment(claim.time().from()) + " to "
                        + words.end(claim.time().to());
    }

    private String accepted(Claim claim) {
        return claim.exclusion().decidedBy() == null || claim.exclusion().needs() == Exclusion.Needs.FACTS
                ? ""
                : " “" + claim.exclusion().decidedBy() + "” accepted it.";
    }

    private String contest(Claim claim) {
        Happening last = claim.last();
        return last == null || !last.event().equals(Claims.CONTESTED)
                ? ""
                : " It was contested" + by(last) + " on " + words.moment(last.at()) + ", but was not thrown out.";
    }

    private String effect(Claim claim) {
        return switch (claim.exclusion().effect()) {
            case VOID -> isTheReason(claim) ? "" : " It came too late for this case, so it changes nothing.";
            case PAUSE -> "";
            case EXTEND, SWITCH ->
                change(claim).map(this::moved).orElse(" It came after the case was closed, so it changes nothing.");
        };
    }

    private boolean isTheReason(Claim claim) {
        return claim.said().equals(finding.cycle().cancel());
    }

    private Optional<Terms.Change> change(Claim claim) {
        Terms terms = finding.terms();
        return terms == null
                ? Optional.empty()
                : terms.changes().stream()
                        .filter(change -> change.claim().equals(claim))
                        .findFirst();
    }

    private String moved(Terms.Change change) {
        if (change.isTooLate()) {
            return " It came after the time had run out, so it changes nothing.";
        }
        if (change.by() == null) {
            return " It does not say for how long, so it changes nothing.";
        }
        if (change.claim().does(Exclusion.Effect.SWITCH)) {
            return " From " + words.moment(change.claim().since()) + " on " + change.by()
                    + " were allowed, so the end moved from " + words.end(change.before()) + " to "
                    + words.end(change.after()) + ".";
        }
        return change.before().equals(change.after())
                ? " All of that had been given, so it changes nothing."
                : " The time given was " + change.by() + ", so the end moved from " + words.end(change.before())
                        + " to " + words.end(change.after()) + ".";
    }

    private String said(Claim claim) {
        return "The reason " + Words.event(claim.exclusion().because()) + " was claimed" + by(claim.said()) + " on "
                + words.moment(claim.said().at());
    }

    private String fault(Claim claim) {
        String party = claim.exclusion().by();
        return switch (claim.standing()) {
            case NO_EVIDENCE -> ", but without the evidence that the contract asks for, so it changes nothing.";
            case WRONG_PARTY ->
                ", but the contract does not let them say so" + (party == null ? "" : ", only “" + party + "”")
                        + ". So it changes nothing.";
            case UNREADABLE -> ", but its times cannot be read, so it changes nothing.";
            case DECLARED_TOO_LATE ->
                ", but a notice counts only from when it is declared, and then its time was over. So it changes nothing.";
            case NOT_ACCEPTED ->
                ". The contract says that it counts only once “"
                        + claim.exclusion().decidedBy() + "” accepts it, and that has not happened.";
            case THROWN_OUT -> thrownOut(claim);
            case STANDS -> ".";
        };
    }

    private String thrownOut(Claim claim) {
        Happening last = claim.last();
        return last == null
                ? "."
                : ", but was thrown out" + by(last) + " on " + words.moment(last.at())
                        + ". So it is as if it had never been said.";
    }

    private static String by(Happening said) {
        return said.by() == null ? "" : " by “" + said.by() + "”";
    }
}
