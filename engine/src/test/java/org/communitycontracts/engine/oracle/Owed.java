package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.jspecify.annotations.Nullable;

/** One thing owed for one breach, before and after the caps. */
final class Owed {
    /** The order in which caps are used up (S18). */
    static final Comparator<Owed> BY_BREACH = Comparator.comparing((Owed one) -> one.breach)
            .thenComparing(one -> one.verdict.subject())
            .thenComparing(one -> one.verdict.clock(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(one -> one.verdict.cycle())
            .thenComparingInt(one -> one.ladder)
            .thenComparing(one -> String.valueOf(one.household));

    /** The order in which they are written: by clause, subject, clock, cycle and ladder. */
    static final Comparator<Owed> AS_WRITTEN = Comparator.comparing((Owed one) -> one.verdict.clause())
            .thenComparing(one -> one.verdict.subject())
            .thenComparing(one -> one.verdict.clock(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(one -> one.verdict.cycle())
            .thenComparingInt(one -> one.ladder)
            .thenComparing(one -> String.valueOf(one.household));

    final View.Promised promised;
    final Verdict verdict;
    final Instant breach;
    final int ladder;
    final Remedy remedy;
    final Map<String, String> facts;

    @Nullable
    String household;

    long sum;
    long amount;
    long before;
    Entitlement.Status status = Entitlement.Status.OWED;

    /** What takes its place when the caps leave nothing of it. */
    List<Remedy> instead = List.of();

    Owed(
            View.Promised promised,
            Verdict verdict,
            Instant breach,
            int ladder,
            Remedy remedy,
            Map<String, String> facts) {
        this.promised = promised;
        this.verdict = verdict;
        this.breach = breach;
        this.ladder = ladder;
        this.remedy = remedy;
        this.facts = facts;
        this.household = facts.get("household");
    }

    String key() {
        return verdict.clause() + "/" + verdict.subject() + "/" + verdict.clock() + "/" + verdict.cycle() + "/" + ladder
                + "/" + household;
    }
}
