package org.communitycontracts.engine.backcast;

import java.util.List;
import org.communitycontracts.engine.clock.Allowance;

/**
 * The times with which one clock would have kept a share of its cases, on its calendar and in its unit.
 *
 * @param clock the clock of the clause; empty when it has only one
 * @param unit in which the clause promises
 * @param smallest for each share asked for, the smallest time that would have kept it
 */
public record Threshold(String clock, Allowance.Unit unit, List<Smallest> smallest) {
    public Threshold {
        smallest = List.copyOf(smallest);
    }

    /**
     * The smallest time that would have kept a share.
     *
     * @param percent 1 to 100; an integer test, nothing rounded (S14)
     * @param count how many of the unit; it may be more than an allowance can say
     */
    public record Smallest(int percent, int count) {}
}
