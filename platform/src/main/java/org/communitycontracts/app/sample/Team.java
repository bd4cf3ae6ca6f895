package org.communitycontracts.app.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Who does the work, and on which days and hours. */
enum Team {
    /** Lorries and fitters: weekdays from half past seven. */
    CREW(7.5, 15.5),
    /** Desks: weekdays, nine to five. */
    OFFICE(9, 17),
    /** Sweepers with carts: every day. */
    STREET(7, 19),
    /** A crew that comes on Tuesdays and Fridays. */
    VISIT(8, 15),
    /** Round the clock. */
    ROUND(0, 24);

    private final long opens;
    private final long closes;

    Team(double opens, double closes) {
        this.opens = Math.round(opens * 3600);
        this.closes = Math.round(closes * 3600);
    }

    /**
     * The moment at which this team has worked so many hours since the start.
     * It goes by the clock on the wall: a day on which the clocks change is as long as any other.
     */
    Instant after(Instant start, double hours) {
        ZonedDateTime local = start.atZone(Almanac.ZONE);
        LocalDate date = local.toLocalDate();
        long from = Math.max(opens, local.toLocalTime().toSecondOfDay());
        long left = Math.round(hours * 3600);
        while (!works(date) || left > closes - from) {
            left -= works(date) ? Math.max(0, closes - from) : 0;
            date = date.plusDays(1);
            from = opens;
        }
        long end = Math.min(from + left, 24 * 3600 - 1);
        Instant done =
                date.atTime(LocalTime.ofSecondOfDay(end)).atZone(Almanac.ZONE).toInstant();
        return done.isBefore(start) ? start : done;
    }

    private boolean works(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return switch (this) {
            case CREW, OFFICE -> day.compareTo(DayOfWeek.SATURDAY) < 0 && !Almanac.isDayOff(date);
            case VISIT -> (day == DayOfWeek.TUESDAY || day == DayOfWeek.FRIDAY) && !Almanac.isDayOff(date);
            case STREET, ROUND -> true;
        };
    }
}
