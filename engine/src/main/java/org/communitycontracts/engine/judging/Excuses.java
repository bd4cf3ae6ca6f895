package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * What takes one report's appointment out of the count: a reason with its evidence, or a breach that was struck out (S16, S19).
 *
 * @param clause the clause
 * @param story what had happened on the report and was known, in order
 */
record Excuses(InForce clause, List<Happening> story) {
    private static final String EVIDENCE = "evidence";
    private static final String STRUCK_OUT = "breach_struck_out";

    /** The reason that takes out a case that began at one moment, said no earlier; empty when none does. */
    Optional<String> find(Instant since) {
        for (Exclusion exclusion : clause.clause().exclusions()) {
            if (exclusion.effect() == Exclusion.Effect.VOID && exclusion.needs() == Exclusion.Needs.EVIDENCE) {
                Optional<String> excuse = story.stream()
                        .filter(said -> said.event().equals(exclusion.because())
                                && !said.at().isBefore(since)
                                && !said.facts().getOrDefault(EVIDENCE, "").isBlank()
                                && maySay(exclusion, said.by())
                                && stands(exclusion))
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
    Outcome struckOut(Outcome outcome) {
        Instant breach = outcome.breachedAt();
        return breach == null
                ? outcome
                : story.stream()
                        .filter(said -> said.event().equals(STRUCK_OUT)
                                && clause.clause().id().equals(said.facts().get("clause"))
                                && !said.at().isBefore(breach)
                                && mayDecide(said.by()))
                        .findFirst()
                        .map(said -> outcome.voided("“" + said.by() + "” struck the breach out on " + dated(said) + ": "
                                + said.facts()
                                        .getOrDefault("because", "no reason given")
                                        .replace('_', ' ') + "."))
                        .orElse(outcome);
    }

    private String told(Happening said) {
        return "It is not counted: " + Words.event(said.event()) + " on "
                + dated(said) + ". It is for “" + said.by()
                + "” to show that; borne out by “" + said.facts().get(EVIDENCE) + "”.";
    }

    private String dated(Happening said) {
        return clause.words(LocalDate.ofInstant(said.at(), clause.zone())).dated(said.at());
    }

    private boolean maySay(Exclusion exclusion, @Nullable String party) {
        return exclusion.by() == null || exclusion.by().equals(party);
    }

    private boolean mayDecide(@Nullable String party) {
        return clause.isOutsider(party)
                || (party != null
                        && clause.clause().exclusions().stream()
                                .anyMatch(exclusion -> party.equals(exclusion.decidedBy())));
    }

    private boolean stands(Exclusion exclusion) {
        String decider = exclusion.decidedBy();
        boolean refused =
                isSaid(Exclusion.REFUSED, exclusion, by -> clause.isOutsider(by) || (by != null && by.equals(decider)));
        return !refused && (decider == null || isSaid(Exclusion.ACCEPTED, exclusion, by -> decider.equals(by)));
    }

    private boolean isSaid(String event, Exclusion exclusion, Predicate<@Nullable String> who) {
        return story.stream()
                .anyMatch(said -> said.event().equals(event)
                        && exclusion.because().equals(said.facts().get("because"))
                        && who.test(said.by()));
    }
}
