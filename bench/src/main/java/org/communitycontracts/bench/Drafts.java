package org.communitycontracts.bench;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Rate;

/** The promises that the reports are judged by: working hours on five offices, with ten pounds and five more for each further day. */
final class Drafts {
    /** The bank holidays of England and Wales that fall on a weekday, from 2024 to spring 2027. */
    private static final List<Holiday> HOLIDAYS = Stream.of(
                    "2024-01-01",
                    "2024-03-29",
                    "2024-04-01",
                    "2024-05-06",
                    "2024-05-27",
                    "2024-08-26",
                    "2024-12-25",
                    "2024-12-26",
                    "2025-01-01",
                    "2025-04-18",
                    "2025-04-21",
                    "2025-05-05",
                    "2025-05-26",
                    "2025-08-25",
                    "2025-12-25",
                    "2025-12-26",
                    "2026-01-01",
                    "2026-04-03",
                    "2026-04-06",
                    "2026-05-04",
                    "2026-05-25",
                    "2026-08-31",
                    "2026-12-25",
                    "2026-12-28",
                    "2027-01-01",
                    "2027-03-26",
                    "2027-03-29")
            .map(date -> new Holiday(LocalDate.parse(date), "Bank holiday", Instant.MIN))
            .toList();

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final List<Calendar> OFFICES = List.of(
            office("nine to five", WEEKDAYS, 9 * 60, 17 * 60),
            office("eight to six", WEEKDAYS, 8 * 60, 18 * 60),
            office("with Saturdays", EnumSet.range(MONDAY, SATURDAY), 9 * 60, 17 * 60),
            office("half past", WEEKDAYS, 8 * 60 + 30, 16 * 60 + 30),
            office("every day, six to ten", EnumSet.allOf(DayOfWeek.class), 6 * 60, 22 * 60));
    private static final List<Integer> HOURS = List.of(40, 24, 80, 16);

    /** Ten pounds, five more for each completed working day, thirty at most. */
    private static final Rate RATE =
            new Rate(1_000, 500, new Allowance(1, Allowance.Unit.WORKING_DAYS), Rate.Counted.COMPLETED, 3_000);

    private Drafts() {}

    /** The first is 40 working hours from nine to five; then other hours on other offices by turns. */
    static List<Draft> list(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> draft(
                        HOURS.get(i % HOURS.size()) + i / (HOURS.size() * OFFICES.size()),
                        OFFICES.get(i % OFFICES.size())))
                .toList();
    }

    private static Draft draft(int hours, Calendar calendar) {
        return new Draft(new Allowance(hours, Allowance.Unit.WORKING_HOURS), calendar, RATE);
    }

    /** The same draft with another number of hours. */
    static Draft edited(Draft draft, int hours) {
        return draft(hours, draft.calendar());
    }

    /** The seconds a draft allows. */
    static int allowed(Draft draft) {
        return draft.within().count() * 3_600;
    }

    private static Calendar office(String name, Set<DayOfWeek> days, int opens, int closes) {
        return new Calendar(name, ZoneId.of("Europe/London"), days, opens, closes, HOLIDAYS);
    }
}
