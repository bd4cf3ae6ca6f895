package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;

/** Judges the targets on single cases, over all that was found on them (S14). */
final class Targets {
    private final SortedMap<String, List<InForce>> clauses;
    private final AsOf asOf;

    /** Targets of these clauses, each in all its versions. */
    Targets(SortedMap<String, List<InForce>> clauses, AsOf asOf) {
        this.clauses = clauses;
        this.asOf = asOf;
    }

    List<Verdict> verdicts(List<Verdict> found) {
        Map<String, List<Verdict>> cases = new HashMap<>();
        found.forEach(one -> cases.computeIfAbsent(key(one.clause(), one.contractVersion()), _ -> new ArrayList<>())
                .add(one));
        List<Verdict> verdicts = new ArrayList<>();
        for (List<InForce> versions : clauses.values()) {
            List<Verdict> windows = new ArrayList<>();
            for (InForce clause : versions) {
                Target target = clause.clause().target();
                if (target != null && isOfCases(clause)) {
                    String key = key(clause.clause().id(), clause.contract().version());
                    windows.addAll(CaseShares.verdicts(clause, target, cases.getOrDefault(key, List.of()), asOf));
                }
            }
            verdicts.addAll(numbered(windows));
        }
        return verdicts;
    }

    private static String key(String clause, int version) {
        return clause + " " + version;
    }

    private static boolean isOfCases(InForce clause) {
        return clause.duty() instanceof Respond || clause.duty() instanceof Recur || clause.duty() instanceof Appoint;
    }

    /** Where two versions share a window, the verdict of the later one is numbered after that of the earlier. */
    static List<Verdict> numbered(List<Verdict> windows) {
        Map<String, Integer> numbers = new HashMap<>();
        return windows.stream()
                .map(one -> numbered(one, numbers.merge(one.subject(), 1, Integer::sum)))
                .toList();
    }

    private static Verdict numbered(Verdict one, int cycle) {
        return new Verdict(
                one.clause(),
                one.contract(),
                one.contractVersion(),
                one.subject(),
                one.clock(),
                cycle,
                one.state(),
                one.start(),
                one.due(),
                one.stopped(),
                one.used(),
                one.held(),
                one.breachedAt(),
                one.holderAtBreach(),
                one.custody(),
                one.duplicateOf(),
                one.share(),
                one.holds(),
                one.why());
    }
}
