package org.communitycontracts.scoreboard;

import org.communitycontracts.engine.contract.Target;
import org.jspecify.annotations.Nullable;

/**
 * How many promises were kept and not kept: a share with the count behind it.
 *
 * @param met kept
 * @param breached not kept
 */
record Figure(int met, int breached) {
    /** With fewer counted cases than this a share misleads, or points at somebody, and is not shown. */
    static final int FEWEST = 5;

    int counted() {
        return met + breached;
    }

    /** Whether it may be shown as a share. */
    boolean isEnough() {
        return counted() >= FEWEST;
    }

    /** Whether there are kept ones and others; if not, the share of every part is the same. */
    boolean isMixed() {
        return met > 0 && breached > 0;
    }

    /** Whole hundredths, never rounded up: 94.87 is 94, and 100 means every one. */
    int inHundred() {
        return (int) (met * 100L / counted());
    }

    Interval interval() {
        return Interval.of(met, counted());
    }

    /** Against the share that the promise sets; without one, every case must be kept. */
    Standing standing(@Nullable Target target) {
        return target == null ? Standing.of(this, 100, 0) : Standing.of(this, target.share(), target.minCount());
    }

    Figure plus(Figure other) {
        return new Figure(met + other.met, breached + other.breached);
    }
}
