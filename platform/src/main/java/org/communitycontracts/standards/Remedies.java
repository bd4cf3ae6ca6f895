package org.communitycontracts.standards;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.jspecify.annotations.Nullable;

/** What somebody is entitled to by each verdict of one contract. */
final class Remedies {
    /** What tells one verdict of a contract from all others. */
    private record Case(
            String clause,
            int version,
            String subject,
            @Nullable String clock,
            int cycle) {}

    private final Map<Case, List<Entitlement>> byCase = new HashMap<>();
    private final Map<Integer, Currency> currencies = new HashMap<>();

    Remedies(List<Contract> versions, List<Entitlement> entitlements) {
        versions.forEach(version -> currencies.put(version.version(), version.currency()));
        entitlements.forEach(one -> byCase.computeIfAbsent(
                        new Case(one.clause(), one.contractVersion(), one.subject(), one.clock(), one.cycle()),
                        _ -> new ArrayList<>())
                .add(one));
    }

    /** In the order of the contract's ladders; none for a promise that was kept. */
    List<Entitlement> of(Verdict verdict) {
        return byCase.getOrDefault(
                new Case(
                        verdict.clause(),
                        verdict.contractVersion(),
                        verdict.subject(),
                        verdict.clock(),
                        verdict.cycle()),
                List.of());
    }

    Currency currency(Verdict verdict) {
        return currencies.getOrDefault(verdict.contractVersion(), Contract.POUNDS);
    }
}
