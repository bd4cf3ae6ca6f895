package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.Objects;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Who may strike out a breach, and which (S19): a party that signed and is no provider, the moderator, or the body that decides about an
 * exclusion of the clause. The entry names the clause; where it names clock or cycle it means these alone.
 */
final class StruckOut {
    private StruckOut() {}

    static @Nullable Happening of(View view, View.Promised promised, Verdict verdict, Instant breach) {
        return view.of(verdict.subject()).stream()
                .filter(one -> one.event().equals("breach_struck_out")
                        && promised.clause().id().equals(one.facts().get("clause"))
                        && isNoneOrThis(one.facts().get("clock"), Objects.requireNonNullElse(verdict.clock(), ""))
                        && isNoneOrThis(one.facts().get("cycle"), "" + verdict.cycle())
                        && !one.at().isBefore(breach)
                        && may(promised, one.by()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNoneOrThis(@Nullable String named, String mine) {
        return named == null || mine.isEmpty() || named.equals(mine);
    }

    private static boolean may(View.Promised promised, @Nullable String party) {
        Contract contract = promised.contract();
        boolean decides = promised.clause().exclusions().stream()
                .anyMatch(exclusion ->
                        exclusion.decidedBy() != null && exclusion.decidedBy().equals(party));
        boolean signed = contract.parties().containsKey(party) || "moderator".equals(party);
        return party != null && (decides || (signed && !contract.isProvider(party)));
    }
}
