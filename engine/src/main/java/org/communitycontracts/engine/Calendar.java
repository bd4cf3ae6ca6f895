package org.communitycontracts.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The working days and hours of a provider, holidays included, in one time zone.
 *
 * @param id its name in the contract file
 * @param zone the zone of its wall clock
 * @param days the weekdays worked, at least one
 * @param opens minutes after local midnight at which the window opens, 0 to 1439
 * @param closes minutes after local midnight at which it closes, after {@code opens}, up to 1440; the window is half-open (S2)
 * @param holidays the days closed, in order of date
 */
public record Calendar(String id, ZoneId zone, Set<DayOfWeek> days, int opens, int closes, List<Holiday> holidays) {
    public Calendar {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A calendar works on at least one weekday");
        }
        if (opens < 0 || closes > 1440 || opens >= closes) {
            throw new IllegalArgumentException("A calendar opens before it closes, within one day");
        }
        days = Set.copyOf(days);
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::on)).toList();
    }

    /** Whether this local date is worked, by weekday and holidays. */
    public boolean isWorking(LocalDate date) {
        return days.contains(date.getDayOfWeek())
                && holidays.stream().noneMatch(holiday -> holiday.on().equals(date));
    }
}
