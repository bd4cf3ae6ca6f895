package org.communitycontracts.engine.contract;

import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One of the times a clock may allow, and for which cases. Of a list of choices the first that holds is taken.
 *
 * @param when the cases it is for
 * @param within the time allowed; null when these cases are promised nothing
 * @param calendar whose days and hours are counted
 */
public record Choice(When when, @Nullable Allowance within, Calendar calendar) {
    /** The time allowed, on its calendar; only where something is promised. */
    public Clock clock() {
        if (within == null) {
            throw new IllegalStateException("These cases are promised nothing");
        }
        return new Clock(within, calendar);
    }

    /** The same choice, counted on the calendar as it was known at another time. */
    public Choice on(Calendar other) {
        return new Choice(when, within, other);
    }
}
