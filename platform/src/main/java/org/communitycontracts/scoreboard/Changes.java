package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;

/** What one version of a contract changed in the promises of the one before. */
final class Changes {
    private Changes() {}

    /** What can happen to a promise from one version to the next. */
    enum Kind {
        NEW,
        GONE,
        TEXT,
        SHARE,
        RULES
    }

    /**
     * One change.
     *
     * @param kind what happened
     * @param clause the promise now; when it is gone, as it was
     * @param before the promise before; when it is new, as it is now
     */
    record Change(Kind kind, Clause clause, Clause before) {
        /** What the sentence about it needs: the words now, the words before, the share now, the share before. */
        Object[] fillings() {
            return new Object[] {clause.text(), before.text(), share(clause), share(before)};
        }

        private static int share(Clause clause) {
            return clause.target() == null ? 100 : clause.target().share();
        }
    }

    /** In the order of the younger version, the promises that are gone last; empty when the promises stayed as they were. */
    static List<Change> between(Contract old, Contract young) {
        Map<String, Clause> left = new LinkedHashMap<>();
        old.clauses().forEach(clause -> left.put(clause.id(), clause));
        List<Change> changes = new ArrayList<>();
        for (Clause clause : young.clauses()) {
            Clause before = left.remove(clause.id());
            if (before == null) {
                changes.add(new Change(Kind.NEW, clause, clause));
            } else {
                changes.addAll(between(before, clause));
            }
        }
        left.values().forEach(clause -> changes.add(new Change(Kind.GONE, clause, clause)));
        return changes;
    }

    private static List<Change> between(Clause before, Clause clause) {
        List<Change> changes = new ArrayList<>();
        if (!clause.text().equals(before.text())) {
            changes.add(new Change(Kind.TEXT, clause, before));
        }
        if (!Objects.equals(clause.target(), before.target())) {
            changes.add(new Change(Kind.SHARE, clause, before));
        }
        if (changes.isEmpty() && !clause.duty().equals(before.duty())) {
            changes.add(new Change(Kind.RULES, clause, before));
        }
        return changes;
    }
}
