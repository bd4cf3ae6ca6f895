package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;

/** S17: two clauses that give two answers for one case are refused when they are drafted, not settled by their order. */
final class TwoAnswers {
    /** The cases that one clause answers for; no category or no area means all. */
    private record Cases(Node id, String name, String start, String stop, Set<String> categories, Set<String> areas) {
        static Cases of(Entries clause) {
            Entries clock = clause.entries("clock");
            return new Cases(
                    clause.value("id"),
                    clause.text("id"),
                    clock.text("start"),
                    clock.text("stop"),
                    words(clause, "category"),
                    words(clause, "area"));
        }

        private static Set<String> words(Entries clause, String key) {
            return clause.findEntries("when")
                    .map(cases -> Set.copyOf(cases.texts(key)))
                    .orElse(Set.of());
        }

        boolean overlaps(Cases other) {
            return start.equals(other.start)
                    && stop.equals(other.stop)
                    && overlap(categories, other.categories)
                    && overlap(areas, other.areas);
        }

        private static boolean overlap(Set<String> some, Set<String> others) {
            return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
        }
    }

    private TwoAnswers() {}

    static void check(List<Entries> clauses, Faults faults) {
        List<Cases> before = new ArrayList<>();
        for (Entries clause : clauses) {
            if (clause.text("duty").equals("respond")) {
                Cases cases = Cases.of(clause);
                before.stream().filter(cases::overlaps).findFirst().ifPresent(other -> refuse(other, cases, faults));
                before.add(cases);
            }
        }
    }

    private static void refuse(Cases one, Cases other, Faults faults) {
        faults.add(
                other.id().place(),
                "The clauses " + Faults.quote(one.name()) + " (line "
                        + one.id().place().line() + ") and "
                        + Faults.quote(other.name())
                        + " give two answers for one case: the same start, the same stop, and reports that both cover.",
                "Part them by `when: category` or `when: area`, or keep one.");
    }
}
