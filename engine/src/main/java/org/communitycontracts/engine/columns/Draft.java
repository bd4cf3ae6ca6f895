package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * A promise that might be made: what is asked is how it would have turned out.
 *
 * @param within the time allowed; a promised date is refused, since no draft can change what stands on a report
 * @param calendar whose days and hours are counted
 * @param rate what each breach would have cost
 */
public record Draft(Allowance within, Calendar calendar, Rate rate) {
    public Draft {
        if (within.unit() == Allowance.Unit.PROMISED_DATE) {
            throw new IllegalArgumentException("A promised date stands on the report and cannot be drafted");
        }
    }
}
