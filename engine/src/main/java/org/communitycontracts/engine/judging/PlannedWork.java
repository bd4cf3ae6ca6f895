package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.Appoint;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was planned on one report was told about long enough before it began.
 *
 * @param clause the clause
 * @param duty what is promised
 * @param story the report's entries, in order
 * @param register where its facts are found
 */
record PlannedWork(InForce clause, Appoint duty, Timeline story, Register register) {
    /** The finding on each thing that began, in order. */
    List<Conclusion> outcomes() {
        Excuses excuses = new Excuses(clause, story);
        List<Conclusion> outcomes = new ArrayList<>();
        for (Happening entry : story.happenings()) {
            if (duty.kept().contains(entry.event())
                    && clause.contract().isInForceAt(entry.at())
                    && clause.clause().when().holds(new Occasion(entry, duty.calendar(), register))) {
                Conclusion found = found(entry);
                outcomes.add(
                        found.state() == Verdict.State.MET
                                ? found
                                : excuses.find(entry.at()).map(found::voided).orElse(found));
            }
        }
        return outcomes;
    }

    private Conclusion found(Happening began) {
        Instant told = told(began.at());
        List<String> why = new ArrayList<>();
        Words words = new Words(
                duty.calendar().zone(), duty.calendar().date(began.at()).getYear());
        why.add(clause.says());
        why.add(Words.event(began.event()) + " began on " + words.dated(began.at()) + ". " + asked() + " before it.");
        if (told == null) {
            why.add("Nobody was told before it began.");
            return Conclusion.broken(began.at(), null, began.at(), why);
        }
        Instant earliest = new Clock(notice(), duty.calendar()).due(told, Holds.NONE);
        why.add("It was told on " + words.moment(told) + ", so it could begin from " + words.end(earliest) + " on.");
        return earliest.isAfter(began.at())
                ? Conclusion.broken(began.at(), told, began.at(), why)
                : Conclusion.of(Verdict.State.MET, told, began.at(), why).stopped(told);
    }

    private String asked() {
        return "The contract asks that it is told " + notice();
    }

    private Allowance notice() {
        return Objects.requireNonNull(duty.notice());
    }

    /** At equal times what is called off is what was told before. */
    private List<Happening> calledOffFirst() {
        return story.happenings().stream()
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(entry -> !entry.event().equals(duty.cancelled())))
                .toList();
    }

    /** When it was first told, after it was last called off and no later than it began; null when it was not. */
    private @Nullable Instant told(Instant began) {
        Instant told = null;
        for (Happening entry : calledOffFirst()) {
            if (entry.event().equals(duty.cancelled()) && !entry.at().isAfter(began)) {
                told = null;
            }
            if (entry.event().equals(duty.made())) {
                Instant moment = Stop.of(entry, clause.contract(), story).moment();
                told = told != null || moment.isAfter(began) ? told : moment;
            }
        }
        return told;
    }
}
