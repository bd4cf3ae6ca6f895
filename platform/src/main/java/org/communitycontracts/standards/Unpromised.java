package org.communitycontracts.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.Report;

/** Counts the reports that no clause promised anything about: they are never counted as kept. */
final class Unpromised {
    private final Covered covered;
    private final Map<Long, Map<LocalDate, Integer>> byPlace = new TreeMap<>();

    Unpromised(Covered covered) {
        this.covered = covered;
    }

    void count(Report report, List<Verdict> verdicts) {
        if (verdicts.isEmpty() && covered.wasInForceFor(report)) {
            LocalDate month =
                    report.madeAt().atZone(covered.zone()).toLocalDate().withDayOfMonth(1);
            add(Tallies.WHOLE_COUNCIL, month);
            if (report.neighbourhood() != null) {
                add(report.neighbourhood(), month);
            }
        }
    }

    private void add(long place, LocalDate month) {
        byPlace.computeIfAbsent(place, unseen -> new TreeMap<>()).merge(month, 1, Integer::sum);
    }

    void into(VerdictStore store) {
        byPlace.forEach(
                (place, months) -> months.forEach((month, reports) -> store.addUnpromised(place, month, reports)));
    }
}
