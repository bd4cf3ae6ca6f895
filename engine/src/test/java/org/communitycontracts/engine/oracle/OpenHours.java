package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.clock.Calendar;

/** The open stretches of a calendar, made one by one from its plain words, with the holidays that were known at a moment (S2, S13). */
record OpenHours(Calendar words, Instant known) {
    ZoneId zone() {
        return words.zone();
    }

    boolean isWorked(LocalDate day) {
        return words.days().contains(day.getDayOfWeek())
                && words.holidays().stream()
                        .noneMatch(holiday ->
                                holiday.on().equals(day) && !holiday.known().isAfter(known));
    }

    Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /** The window of a day, worked or not. In a gap of the clocks its ends move later by the gap; of two equal times the first counts. */
    Span window(LocalDate day) {
        Instant opens =
                day.atStartOfDay().plusMinutes(words.opens()).atZone(zone()).toInstant();
        Instant closes =
                day.atStartOfDay().plusMinutes(words.closes()).atZone(zone()).toInstant();
        return new Span(opens, Span.later(opens, closes));
    }

    /** The first worked day from this one on. */
    LocalDate workedFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorked(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The open time between two moments. */
    List<Span> between(Instant from, Instant to) {
        List<Span> open = new ArrayList<>();
        if (!from.isBefore(to)) {
            return open;
        }
        for (LocalDate day = day(from).minusDays(1); !day.isAfter(day(to)); day = day.plusDays(1)) {
            Span window = window(day).cut(from, to);
            if (isWorked(day) && !window.isEmpty()) {
                open.add(window);
            }
        }
        return open;
    }
}
