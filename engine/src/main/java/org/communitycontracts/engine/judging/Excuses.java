package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.communitycontracts.engine.contract.Exclusion;

/**
 * What takes one report's appointment out of the count: a reason with its evidence, or a breach that was struck out (S16, S19).
 *
 * @param clause the clause
 * @param story what had happened on the report and was known
 */
record Excuses(InForce clause, Timeline story) {
    /** The reason that takes out a case that began at one moment, said no earlier; empty when none does. */
    Optional<String> find(Instant since) {
        for (Exclusion exclusion : clause.clause().exclusions()) {
            if (exclusion.effect() == Exclusion.Effect.VOID && exclusion.needs() == Exclusion.Needs.EVIDENCE) {
                Optional<String> excuse = story.own(exclusion.because())
                        .filter(said -> !said.at().isBefore(since)
                                && said.hasEvidence()
                                && exclusion.mayBeSaidBy(said.by())
                                && new Decisions(clause.contract(), story, exclusion, said).uphold())
                        .findFirst()
                        .map(this::told);
                if (excuse.isPresent()) {
                    return excuse;
                }
            }
        }
        return Optional.empty();
    }

    /** The same outcome, or void when it was a breach that was struck out since. */
    Conclusion struckOut(Conclusion outcome) {
        Instant breach = outcome.breachedAt();
        return breach == null
                ? outcome
                : new StrikeOut(clause.contract(), clause.clause(), outcome.clock(), outcome.cycle())
                        .find(story.happenings(), breach)
                        .map(said -> outcome.voided("“" + said.by() + "” struck the breach out on " + dated(said) + ": "
                                + said.facts()
                                        .getOrDefault("because", "no reason given")
                                        .replace('_', ' ') + "."))
                        .orElse(outcome);
    }

    private String told(Happening said) {
        return "It is not counted: " + Words.event(said.event()) + " on "
                + dated(said) + ". It is for “" + said.by()
                + "” to show that; borne out by “" + said.facts().get("evidence") + "”.";
    }

    private String dated(Happening said) {
        return clause.words(LocalDate.ofInstant(said.at(), clause.zone())).dated(said.at());
    }
}
