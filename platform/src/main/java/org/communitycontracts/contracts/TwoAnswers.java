package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.contract.When;

/** S17: two clauses that give two answers for one case are refused when they are drafted, not settled by their order. */
final class TwoAnswers {
    /** The cases that one clock of a clause answers for. */
    private record Answer(Entries clause, String calendar, Set<String> starts, Set<String> stops, When when) {
        static Stream<Answer> list(Entries clause) {
            When when = WhenTree.of(clause);
            return ClockTree.list(clause).stream()
                    .map(clock -> new Answer(
                            clause,
                            clock.text("calendar"),
                            Set.copyOf(clock.words("start")),
                            Set.copyOf(clock.words("stop")),
                            when));
        }

        boolean isAnotherFor(Answer before) {
            return !clause.place().equals(before.clause.place())
                    && starts.equals(before.starts)
                    && stops.equals(before.stops)
                    && Cases.overlap(when, before.when)
                    && !(calendar.equals(before.calendar) && Cases.isPartedByDay(when, before.when));
        }
    }

    private TwoAnswers() {}

    static void check(List<Entries> clauses, Faults faults) {
        List<Answer> before = new ArrayList<>();
        for (Entries clause : clauses) {
            if (clause.text("duty").equals("respond")
                    && clause.find("when").map(faults::isSound).orElse(true)) {
                List<Answer> answers = Answer.list(clause).toList();
                before.stream()
                        .filter(one -> answers.stream().anyMatch(answer -> answer.isAnotherFor(one)))
                        .findFirst()
                        .ifPresent(one -> refuse(one.clause(), clause, faults));
                before.addAll(answers);
            }
        }
    }

    private static void refuse(Entries one, Entries other, Faults faults) {
        Node id = other.value("id");
        faults.add(
                id.place(),
                "The clauses " + Faults.quote(one.text("id")) + " (line "
                        + one.value("id").place().line() + ") and "
                        + Faults.quote(other.text("id"))
                        + " give two answers for one case: the same start, the same stop, and reports that both cover.",
                "Part them by `when: category` or `when: area`, or keep one.");
    }
}
