package org.communitycontracts.engine.contract;

import org.communitycontracts.engine.clock.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * The share of cases that must be kept, over a window of time (S14). A percentile says the same: the 90th percentile lies within a time
 * when 90 in 100 do.
 *
 * @param share in whole percent, 1 to 100
 * @param over the window; a case counts in that of its due moment
 * @param minCount with fewer counted cases there is no finding
 * @param within for a percentile with a time of its own: the time within which the share must be kept, never a promised
 *     date; null for the clause's own time
 */
public record Target(
        int share, Window over, int minCount, @Nullable Allowance within) {
    public Target {
        if (share < 1 || share > 100 || minCount < 1) {
            throw new IllegalArgumentException("A share is 1 to 100 in a hundred, of one case at least");
        }
        if (within != null && within.unit() == Allowance.Unit.PROMISED_DATE) {
            throw new IllegalArgumentException("A share is kept within a time that is the same for every case");
        }
    }
}
