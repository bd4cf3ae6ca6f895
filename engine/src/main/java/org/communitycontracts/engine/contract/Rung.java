package org.communitycontracts.engine.contract;

import org.communitycontracts.engine.clock.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * A rung of a ladder of remedies: what severity and persistence ask for it, and what it gives.
 *
 * @param when the cases it is for, by their facts
 * @param lateBy how late the case must be, counted in full from the due moment; null when any lateness will do
 * @param again how often the promise must have been broken; null when once will do
 * @param remedy what it gives
 */
public record Rung(
        When when, @Nullable Allowance lateBy, @Nullable Again again, Remedy remedy) {
    public Rung {
        Payment.mustBePeriods(lateBy);
    }

    /** A remedy for every breach. */
    public static Rung of(Remedy remedy) {
        return new Rung(When.ALWAYS, null, null, remedy);
    }

    /**
     * Persistence: this breach is at least the nth of the clause within a time.
     *
     * @param breaches how many, this one included; 2 and up
     * @param in how far back from the moment of this breach
     * @param same the fact that must be the same, such as household or area; null for all breaches of the clause
     */
    public record Again(
            int breaches, Allowance in, @Nullable String same) {
        public Again {
            Payment.mustBePeriods(in);
            if (breaches < 2) {
                throw new IllegalArgumentException("Again is the second time at least, not " + breaches);
            }
        }
    }
}
