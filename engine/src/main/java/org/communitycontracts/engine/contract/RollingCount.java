package org.communitycontracts.engine.contract;

import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * A duty to let something happen no more than so many times in any stretch of time: "no more than 3 power cuts in 12 months".
 *
 * @param event what shall not happen more often
 * @param atMost how often it may, 0 and up
 * @param in the length of the stretch, which may begin at any moment
 * @param each the fact that tells those apart for whom it is promised one by one, such as household; null for the place as a whole
 * @param distinct the fact by which several count as one, such as incident; null when each counts
 * @param calendar whose zone and days are counted
 */
public record RollingCount(
        String event,
        int atMost,
        Allowance in,
        @Nullable String each,
        @Nullable String distinct,
        Calendar calendar) implements Duty {
    @Override
    public Set<String> evidence() {
        return Set.of(event);
    }
}
