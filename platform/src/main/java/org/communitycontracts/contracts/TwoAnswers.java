package org.communitycontracts.contracts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;

/** S17: two clauses that give two answers for one case are refused when they are drafted, not settled by their order. */
final class TwoAnswers {
    private TwoAnswers() {}

    static void check(List<Entries> all, Faults faults) {
        List<Entries> clauses = all.stream()
                .filter(clause -> clause.text("duty").equals("respond"))
                .toList();
        for (int later = 1; later < clauses.size(); later++) {
            Entries clause = clauses.get(later);
            clauses.subList(0, later).stream()
                    .filter(earlier -> isSameCase(earlier, clause))
                    .findFirst()
                    .ifPresent(earlier -> faults.add(
                            clause.value("id").place(),
                            "The clauses " + Faults.quote(earlier.text("id")) + " (line "
                                    + earlier.value("id").place().line() + ") and " + Faults.quote(clause.text("id"))
                                    + " give two answers for one case: the same start, the same stop, and reports that both cover.",
                            "Part them by `when: category` or `when: area`, or keep one."));
        }
    }

    private static boolean isSameCase(Entries one, Entries other) {
        Entries clock = one.entries("clock");
        Entries otherClock = other.entries("clock");
        return clock.text("start").equals(otherClock.text("start"))
                && clock.text("stop").equals(otherClock.text("stop"))
                && overlap(one, other, "category")
                && overlap(one, other, "area");
    }

    /** Left out means all. */
    private static boolean overlap(Entries one, Entries other, String key) {
        Set<String> words = words(one, key);
        Set<String> others = words(other, key);
        return words.isEmpty() || others.isEmpty() || words.stream().anyMatch(others::contains);
    }

    private static Set<String> words(Entries clause, String key) {
        Optional<Entries> when = clause.findEntries("when");
        return when.map(cases -> Set.copyOf(cases.texts(key))).orElse(Set.of());
    }
}
