package org.communitycontracts.standards;

import java.time.LocalDate;

/**
 * How many cases of a clause were kept, not kept, not yet known and not counted in one month.
 *
 * @param clause the clause
 * @param month the first day of the month in which the cases were due
 * @param met promises kept
 * @param breached promises not kept
 * @param pending not yet known
 * @param notCounted taken out of the count, with a reason the contract allows
 */
public record Tally(String clause, LocalDate month, int met, int breached, int pending, int notCounted) {
    /** What a share is a share of: the cases that ended one way or the other (S14). */
    public int counted() {
        return met + breached;
    }

    public int all() {
        return met + breached + pending + notCounted;
    }
}
