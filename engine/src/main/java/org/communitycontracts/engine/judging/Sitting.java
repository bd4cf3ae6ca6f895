package org.communitycontracts.engine.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.RollingCount;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
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
        Set<String> unrecorded = register.of(Happening.NOT_RECORDED).stream()
                .map(said -> said.facts().getOrDefault("event", ""))
                .collect(Collectors.toSet());
        byId.values().removeIf(all -> all.stream().allMatch(clause -> isUnrecorded(clause.duty(), unrecorded)));
    }

    /** Everything found, sorted by clause, subject, clock and cycle. */
    List<Verdict> verdicts(Clocks clocks) {
        onReports(clocks);
        byId.values().forEach(this::onClause);
        verdicts.addAll(new Targets(byId, register.asOf()).verdicts(verdicts));
        verdicts.sort(ORDER);
        return List.copyOf(verdicts);
    }

    /** Whether the happenings themselves say that nobody keeps a record of what would show that the duty was done. */
    private static boolean isUnrecorded(Duty duty, Set<String> unrecorded) {
        return !duty.evidence().isEmpty() && unrecorded.containsAll(duty.evidence());
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
        verdicts.addAll(Targets.numbered(windows));
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

    /** What may change the clock of a report: what is told of reports, and the notices and what was said of them; not every act. */
    static List<Happening> bearingOnReports(List<Contract> versions, List<Happening> all) {
        Set<String> reasons = new HashSet<>();
        versions.forEach(version -> version.clauses()
                .forEach(clause -> clause.exclusions().forEach(exclusion -> reasons.add(exclusion.because()))));
        return all.stream()
                .filter(one -> one.report() != null
                        || reasons.contains(one.event())
                        || reasons.contains(one.facts().getOrDefault("because", "")))
                .toList();
    }
}
