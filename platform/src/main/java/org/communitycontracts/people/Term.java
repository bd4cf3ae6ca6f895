package org.communitycontracts.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long a role is held: up to the end of its last day by the clocks of the council; that day is included. */
public final class Term {
    private Term() {}

    /** The moment at which a term with this last day is over. */
    public static Instant end(LocalDate lastDay, ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The last day of a term that is over at this moment. */
    public static LocalDate lastDay(Instant end, ZoneId zone) {
        return end.minusNanos(1).atZone(zone).toLocalDate();
    }
}
