package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is entitled to after a breach, and why: worked out, not paid.
 *
 * @param clause the clause that was not kept
 * @param contractVersion the version whose remedies count
 * @param subject the report, period or window
 * @param clock which clock of the clause; null when there is only one
 * @param cycle the cycle of the verdict
 * @param kind what is given
 * @param status where it stands
 * @param parts who owes how much; one entry of nothing when it is no money
 * @param to who gets it
 * @param household the household, fund or person; null when the report names none
 * @param amount what is owed, after all caps
 * @param capped what the caps took away
 * @param adjusts how much more this is than it would be without breaches struck out since (S19)
 * @param breachedAt the moment of the breach, by which caps are used up
 * @param isFinal false while the sum may still grow
 * @param due by when it is to be given or paid; null when no time is promised or the sum may still grow
 * @param why the steps, in plain words
 */
public record Entitlement(
        String clause,
        int contractVersion,
        String subject,
        @Nullable String clock,
        int cycle,
        Remedy.Kind kind,
        Status status,
        List<Part> parts,
        Payment.To to,
        @Nullable String household,
        Money amount,
        Money capped,
        Money adjusts,
        Instant breachedAt,
        boolean isFinal,
        @Nullable Instant due,
        List<String> why) {
    public Entitlement {
        parts = List.copyOf(parts);
        why = List.copyOf(why);
    }

    /** One of those who owe it. */
    public record Part(String party, Money amount) {}

    /** Where an entitlement stands. */
    public enum Status {
        OWED,
        /** It must be claimed, and may be. */
        CLAIM_OPEN,
        /** It was not claimed in time. */
        CLAIM_LAPSED,
        /** The caps left nothing of it. */
        CAPPED,
        /** Paid before the breach was struck out: it stays with the household and counts towards no cap. */
        EX_GRATIA,
        /** The supplement for paying late, outside all caps. */
        LATE_PAYMENT
    }
}
