package org.communitycontracts.engine.redress;

import java.time.Instant;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.jspecify.annotations.Nullable;

/**
 * By when a grant is to be paid, and whether it was.
 *
 * @param grant what is to be paid
 * @param struckOut when the last breach was struck out; {@link Instant#MIN} when none was
 * @param receipts what was paid
 * @param asOf the moment of the question
 */
record Paying(Grant grant, Instant struckOut, Receipts receipts, Instant asOf) {
    /** By when all of it is to be paid: what was added when a breach was struck out counts from then; null while it may grow. */
    @Nullable
    Instant due() {
        Instant known = grant.owed().known();
        return payBy(grant.adjusts().isNone() ? known : Owed.latest(known, struckOut));
    }

    /** Whether it was not paid in time: what was owed at first, or all of it once something was added. */
    boolean isLate() {
        Money first = grant.amount().less(grant.adjusts());
        return isMissing(first, payBy(grant.owed().known())) || isMissing(grant.amount(), due());
    }

    private boolean isMissing(Money amount, @Nullable Instant due) {
        return due != null
                && receipts.areKept()
                && asOf.isAfter(due)
                && receipts.by(due, grant.owed()).compareTo(amount) < 0;
    }

    private @Nullable Instant payBy(Instant known) {
        Payment payment = grant.owed().payment();
        Allowance within = payment == null ? null : payment.payWithin();
        boolean isOwed = grant.owed().isFinal()
                && grant.owed().claim().state() != Claim.State.OPEN
                && !grant.amount().isNone();
        return within == null || !isOwed
                ? null
                : new Clock(within, grant.owed().rung().remedy().calendar()).due(known, Holds.NONE);
    }
}
