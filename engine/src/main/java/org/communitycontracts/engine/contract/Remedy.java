package org.communitycontracts.engine.contract;

import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * One thing a clause promises for when its standard is not kept.
 *
 * @param kind what it is
 * @param within by when after the breach; null when no time is promised. Money has its own {@link Payment#payWithin()}
 * @param calendar whose days and hours that counts
 * @param payment how much; null unless it is money
 */
public record Remedy(
        Kind kind,
        @Nullable Allowance within,
        Calendar calendar,
        @Nullable Payment payment) {
    public Remedy {
        Payment.mustBeCounted(within);
        if ((kind == Kind.MONEY) != (payment != null)) {
            throw new IllegalArgumentException("A remedy of money says how much, and no other does");
        }
    }

    /** What is done to put things right. */
    public enum Kind {
        EXPLANATION,
        APOLOGY,
        WRITTEN_REPLY,
        /** A commitment to put it right by a date. */
        PUT_RIGHT,
        REDO,
        PRIORITY,
        EXTRA_SERVICE,
        MEETING,
        REVIEW,
        MONEY
    }
}
