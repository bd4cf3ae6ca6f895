package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.Objects;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/** Who may strike out a breach: a named resident, or the party that decides about an exclusion of the clause (S19). */
final class StruckOut {
    private StruckOut() {}

    static @Nullable Happening of(View view, View.Promised promised, String report, Instant due) {
        return view.of(report).stream()
                .filter(one -> one.event().equals("breach_struck_out")
                        && promised.clause().id().equals(one.facts().get("clause"))
                        && !one.at().isBefore(due)
                        && one.by() != null
                        && (!promised.contract().isProvider(one.by())
                                || promised.clause().exclusions().stream()
                                        .anyMatch(exclusion -> Objects.equals(exclusion.decidedBy(), one.by()))))
                .findFirst()
                .orElse(null);
    }
}
