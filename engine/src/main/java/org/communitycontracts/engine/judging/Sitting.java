package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;

/** Judges everything of one contract at once: every report, period, gap, window, count and appointment. */
final class Sitting {
    /** How the clocks of one report are judged. */
    interface Clocks {
        List<Verdict> judge(String report);
    }

    private static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::clause)
            .thenComparing(Verdict::subject)
            .thenComparing(Verdict::clock, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Verdict::cycle)
            .thenComparingInt(Verdict::contractVersion);

    private final List<InForce> clauses;
    private final SortedMap<String, List<InForce>> byId = new TreeMap<>();
    private final List<Happening> happenings;
    private final Register register;
    private final List<Verdict> verdicts = new ArrayList<>();

    Sitting(List<Contract> versions, List<Happening> happenings, AsOf asOf) {
        this.clauses = versions.stream()
                .flatMap(version -> version.clauses().stream().map(clause -> new InForce(version, clause)))
                .toList();
        clauses.forEach(clause -> byId.computeIfAbsent(clause.clause().id(), _ -> new ArrayList<>())
                .add(clause));
        this.happenings = happenings;
        this.register = new Register(happenings, asOf);
    }

    /** Everything found, sorted by clause, subject, clock and cycle. */
    List<Verdict> verdicts(Clocks clocks) {
        onReports(clocks);
        byId.values().forEach(this::onClause);
        targets();
        verdicts.sort(ORDER);
        return List.copyOf(verdicts);
    }

    private void onReports(Clocks clocks) {
        Appointments appointments = new Appointments(clauses, register);
        SortedMap<String, List<Happening>> reports = new TreeMap<>();
        for (Happening one : happenings) {
            if (one.report() != null) {
                reports.computeIfAbsent(one.report(), _ -> new ArrayList<>()).add(one);
            }
        }
        reports.forEach((report, story) -> {
            verdicts.addAll(clocks.judge(report));
            if (appointments.arePromised()) {
                verdicts.addAll(appointments.on(report, story));
            }
        });
    }

    private void onClause(List<InForce> versions) {
        verdicts.addAll(Recurring.verdicts(versions, register));
        verdicts.addAll(RollingCounts.verdicts(versions, register));
        List<Verdict> windows = new ArrayList<>();
        for (InForce clause : versions) {
            windows.addAll(onWindows(clause));
        }
        verdicts.addAll(numbered(windows));
    }

    /** The duties that are judged window by window, or not at all. */
    private List<Verdict> onWindows(InForce clause) {
        return switch (clause.duty()) {
            case Grade grade -> Grading.verdicts(clause, grade, register);
            case Score score -> Scoring.verdicts(clause, score, register);
            case ShareOfTime time when time.counted() == null -> RunningTime.verdicts(clause, time, register);
            case ShareOfTime time -> CountedTime.verdicts(clause, time, register);
            case Unmeasurable _ ->
                Unmeasured.verdict(clause, register.asOf()).stream().toList();
            case Respond _, Recur _, Appoint _, RollingCount _ -> List.of();
            case Reciprocal _ -> throw new IllegalStateException("A pledge is no pledge of a pledge");
        };
    }

    /** The targets on single cases, over all that was found on them. */
    private void targets() {
        Map<String, List<Verdict>> cases = new HashMap<>();
        verdicts.forEach(
                one -> cases.computeIfAbsent(one.clause() + " " + one.contractVersion(), _ -> new ArrayList<>())
                        .add(one));
        for (List<InForce> versions : byId.values()) {
            List<Verdict> windows = new ArrayList<>();
            for (InForce clause : versions) {
                Target target = clause.clause().target();
                boolean isOfCases = clause.duty() instanceof Respond
                        || clause.duty() instanceof Recur
                        || clause.duty() instanceof Appoint;
                if (target != null && isOfCases) {
                    String key = clause.clause().id() + " " + clause.contract().version();
                    windows.addAll(
                            CaseShares.verdicts(clause, target, cases.getOrDefault(key, List.of()), register.asOf()));
                }
            }
            verdicts.addAll(numbered(windows));
        }
    }

    /** Where two versions share a window, the verdict of the later one is numbered after that of the earlier. */
    private static List<Verdict> numbered(List<Verdict> windows) {
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

    /** What may change the clock of a report: what is told of reports, and the notices and what was said of them; not every act. */
    static List<Happening> bearingOnReports(List<Contract> versions, List<Happening> all) {
        java.util.Set<String> reasons = new java.util.HashSet<>();
        versions.forEach(version -> version.clauses()
                .forEach(clause -> clause.exclusions().forEach(exclusion -> reasons.add(exclusion.because()))));
        return all.stream()
                .filter(one -> one.report() != null
                        || reasons.contains(one.event())
                        || reasons.contains(one.facts().getOrDefault("because", "")))
                .toList();
    }
}
