package org.communitycontracts.engine.redress;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * A stretch of time that ends with a moment and reaches so far back; its first moment is not in it, its last is.
 *
 * @param in how far: hours as they pass; days, weeks and months by the wall clock; working time as the calendar counts it
 * @param calendar whose zone and working time
 */
record LookBack(Allowance in, Calendar calendar) {
    /** Whether what happened {@code then} lies in the stretch that ends {@code now}. */
    boolean holds(Instant then, Instant now) {
        if (then.isAfter(now)) {
            return false;
        }
        return switch (in.unit()) {
            case HOURS -> then.isAfter(now.minus(Duration.ofHours(in.count())));
            case DAYS -> then.isAfter(wallClock(now, ChronoUnit.DAYS));
            case WEEKS -> then.isAfter(wallClock(now, ChronoUnit.WEEKS));
            case MONTHS -> then.isAfter(wallClock(now, ChronoUnit.MONTHS));
            default -> !new Lateness(then, now).reaches(in, calendar);
        };
    }

    private Instant wallClock(Instant now, TemporalUnit unit) {
        return LocalDateTime.ofInstant(now, calendar.zone())
                .minus(in.count(), unit)
                .atZone(calendar.zone())
                .toInstant();
    }
}
