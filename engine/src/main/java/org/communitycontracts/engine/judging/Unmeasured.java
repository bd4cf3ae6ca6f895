package org.communitycontracts.engine.judging;

import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Unmeasurable;

/** Says of a promise that cannot be checked that it cannot be: once for each version, by its first day in force. */
final class Unmeasured {
    /** Such a promise is said of each report that it covers, one by one. */
    private static final String OF_REPORTS = "respond";

    private Unmeasured() {}

    static Optional<Verdict> verdict(InForce clause, AsOf asOf) {
        boolean isOfReports =
                clause.duty() instanceof Unmeasurable promise && promise.kind().equals(OF_REPORTS);
        if (isOfReports || clause.begins().isAfter(asOf.valid())) {
            return Optional.empty();
        }
        List<String> why = List.of(
                clause.says(), "It names no time, count or measure that could be checked, so nothing is judged.");
        return Optional.of(clause.verdict(
                clause.from().toString(), Conclusion.of(Verdict.State.UNMEASURABLE, clause.begins(), null, why)));
    }
}
