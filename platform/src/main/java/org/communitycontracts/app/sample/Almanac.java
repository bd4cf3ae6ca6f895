package org.communitycontracts.app.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The days off of the sample's three years: bank holidays of England and Wales as published at gov.uk/bank-holidays.
 * Written out, so that a newer list of holidays never changes the sample.
 */
final class Almanac {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final NavigableSet<LocalDate> DAYS_OFF = new TreeSet<>(List.of(
            LocalDate.of(2023, 8, 28),
            LocalDate.of(2023, 12, 25),
            LocalDate.of(2023, 12, 26),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 3, 29),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 5, 6),
            LocalDate.of(2024, 5, 27),
            LocalDate.of(2024, 8, 26),
            LocalDate.of(2024, 12, 25),
            LocalDate.of(2024, 12, 26),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 4, 18),
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2025, 5, 5),
            LocalDate.of(2025, 5, 26),
            LocalDate.of(2025, 8, 25),
            LocalDate.of(2025, 12, 25),
            LocalDate.of(2025, 12, 26),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 4),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 8, 31),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28)));

    private Almanac() {}

    static boolean isDayOff(LocalDate date) {
        return DAYS_OFF.contains(date);
    }

    /** Whether a bank holiday lies one to nine days back: when what was dumped over it gets reported. */
    static boolean isAfterDayOff(LocalDate date) {
        LocalDate last = DAYS_OFF.lower(date);
        return last != null && last.plusDays(9).isAfter(date);
    }

    /** Whether schools are usually closed: late July and August, two weeks at Easter, a week in October, Christmas. */
    static boolean isSchoolHoliday(LocalDate date) {
        int day = date.getMonthValue() * 100 + date.getDayOfMonth();
        return (day >= 723 && day <= 831) || (day >= 401 && day <= 414) || (day >= 1024 && day <= 1031) || day >= 1221;
    }
}
