package org.communitycontracts.contracts;

import java.time.LocalDate;
import org.communitycontracts.engine.clock.Allowance;

/** Holds lengths of time against dates, as far as that can be done without a report. */
final class Lengths {
    private Lengths() {}

    /** Whether this much time, begun on the first day, certainly ends on or after the day {@code until}. */
    static boolean isLonger(Allowance length, LocalDate from, LocalDate until) {
        LocalDate earliest = switch (length.unit()) {
            case HOURS, WORKING_HOURS -> from.plusDays(length.count() / 24);
            case DAYS, WORKING_DAYS, FULL_WORKING_DAYS -> from.plusDays(length.count());
            case WEEKS -> from.plusWeeks(length.count());
            case MONTHS -> from.plusMonths(length.count());
            case END_OF_NEXT_WORKING_DAY, NEXT_VISIT, PROMISED_DATE -> from;
        };
        return earliest.isAfter(until);
    }
}
