package org.communitycontracts.news;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a subscriber gets letters: at once, or everything of a day or a week together. */
public enum Rhythm {
    AT_ONCE,
    DAILY,
    WEEKLY;

    /** Its name in tables and forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads it from a form; at once for anything else. */
    static Rhythm of(String word) {
        for (Rhythm each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return AT_ONCE;
    }

    /**
     * When news of this moment is sent: never between these two times of the council's clocks, unless it may not wait. Collected
     * news goes when the quiet hours end, weekly on Mondays.
     */
    Instant sends(Instant now, ZoneId zone, LocalTime quietFrom, LocalTime quietUntil, boolean mayNotWait) {
        ZonedDateTime local = now.atZone(zone);
        if (this == AT_ONCE) {
            return mayNotWait || !isQuiet(local.toLocalTime(), quietFrom, quietUntil) ? now : next(local, quietUntil);
        }
        ZonedDateTime morning = next(local, quietUntil).atZone(zone);
        return this == DAILY
                ? morning.toInstant()
                : morning.toLocalDate()
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                        .atTime(quietUntil)
                        .atZone(zone)
                        .toInstant();
    }

    private static boolean isQuiet(LocalTime time, LocalTime from, LocalTime until) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }

    private static Instant next(ZonedDateTime local, LocalTime time) {
        ZonedDateTime today = local.toLocalDate().atTime(time).atZone(local.getZone());
        return (today.isAfter(local)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(time).atZone(local.getZone()))
                .toInstant();
    }
}
