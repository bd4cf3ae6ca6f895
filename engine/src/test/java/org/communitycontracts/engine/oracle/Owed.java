package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Respond;
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
            .thenComparing(one -> one.verdict.clause())
            .thenComparingInt(one -> one.ladder)
            .thenComparing(one -> String.valueOf(one.name));

    /** The order in which they are written: by clause, subject, clock, cycle and ladder. */
    static final Comparator<Owed> AS_WRITTEN = Comparator.comparing((Owed one) -> one.verdict.clause())
            .thenComparing(one -> one.verdict.subject())
            .thenComparing(one -> one.verdict.clock(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(one -> one.verdict.cycle())
            .thenComparingInt(one -> one.ladder)
            .thenComparing(one -> String.valueOf(one.name));

    final View.Promised promised;
    final Verdict verdict;
    final Instant breach;
    final int ladder;
    final Remedy remedy;
    final Map<String, String> facts;

    /** Who gets it: a household, a person or nobody named. */
    @Nullable
    String name;

    boolean mayRise;

    @Nullable
    Instant claimed;

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
    }

    Payment.To to() {
        return remedy.payment() == null
                ? Payment.To.HOUSEHOLD
                : remedy.payment().to();
    }

    boolean isHouseholds() {
        return to() == Payment.To.HOUSEHOLD || to() == Payment.To.EVERYONE_AFFECTED;
    }

    /** What is asked of the caps: nothing once a claim has lapsed. */
    long wanted() {
        return status == Entitlement.Status.CLAIM_LAPSED ? 0 : sum;
    }

    /** Whether being late goes on until something is done: with a clock or a gap. */
    static boolean runsOn(View.Promised promised, Verdict verdict) {
        return promised.duty() instanceof Respond || "gap".equals(verdict.clock());
    }

    boolean isOpen() {
        return verdict.stopped() == null && runsOn(promised, verdict);
    }

    boolean accrues() {
        Payment payment = remedy.payment();
        boolean hasSteps = payment != null
                && (payment.further() != null || payment.table().stream().anyMatch(step -> step.after() != null));
        return mayRise || hasSteps;
    }

    boolean isFinal() {
        return !isOpen() || !accrues();
    }

    String key() {
        return verdict.clause() + "/" + verdict.subject() + "/" + verdict.clock() + "/" + verdict.cycle() + "/" + ladder
                + "/" + to() + "/" + name;
    }
}
