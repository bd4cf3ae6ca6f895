package org.communitycontracts.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A stretch of time that ends with a moment: "in 12 months" looks back as far as the same time of day 12 months before, which is no
 * longer in it; "in 5 working days" as far as the same time of day 5 working days before, days that are not worked left out, so that from a day not worked it looks back from the midnight at which the last day worked ended; "in 8
 * working hours" as far as the moment since which the calendar was open so long. Its last moment is in it.
 *
 * @param in how long
 * @param calendar whose zone, days and hours are counted
 */
public record LookBack(Allowance in, Calendar calendar) {
    /** Whether what happened {@code then} lies in the stretch that ends {@code now}. */
    public boolean holds(Instant then, Instant now) {
        return !then.isAfter(now) && then.isAfter(from(now));
    }

    /** The moment just before the stretch: what happened at it or earlier is not in it. */
    public Instant from(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, calendar.zone());
        return switch (in.unit()) {
            case HOURS -> moment.minus(Duration.ofHours(in.count()));
            case WORKING_HOURS -> hoursBefore(moment, in.count() * 3600L);
            case DAYS -> at(local.minusDays(in.count()));
            case WEEKS -> at(local.minusWeeks(in.count()));
            case MONTHS -> at(local.minusMonths(in.count()));
            case WORKING_DAYS, FULL_WORKING_DAYS, END_OF_NEXT_WORKING_DAY, NEXT_VISIT -> at(workingDaysBefore(local));
            case PROMISED_DATE -> throw new IllegalStateException("No stretch of time is as long as a promised date");
        };
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(calendar.zone()).toInstant();
    }

    private LocalDateTime workingDaysBefore(LocalDateTime local) {
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        while (!calendar.isWorking(date) && !calendar.isWorking(date.minusDays(1))) {
            date = date.minusDays(1);
        }
        if (!calendar.isWorking(local.toLocalDate())) {
            time = LocalTime.MIDNIGHT;
        }
        for (int left = in.count(); left > 0; left -= calendar.isWorking(date) ? 1 : 0) {
            date = date.minusDays(1);
        }
        return date.atTime(time);
    }

    private Instant hoursBefore(Instant moment, long seconds) {
        long left = seconds;
        LocalDate date = calendar.date(moment);
        Instant end = moment;
        while (true) {
            long open = calendar.workingSeconds(calendar.opening(date), end);
            if (open >= left) {
                return calendar.afterWorking(calendar.opening(date), open - left);
            }
            left -= open;
            date = date.minusDays(1);
            end = calendar.closing(date);
        }
    }
}
