package org.communitycontracts.app.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** When in the year and in the week a kind of problem is reported; 1 is its average. */
enum Season {
    EVEN,
    SUMMER,
    WINTER,
    /** Potholes: most after the frosts of January to March. */
    FROST,
    /** Hedges: nothing grows in winter. */
    GROWING,
    /** Dumped rubbish and bins: most in the days after a bank holiday. */
    HOLIDAYS,
    /** Broken things: more while schools are closed. */
    SCHOOL_HOLIDAYS,
    /** Noise and trouble: summer, and the end of the week. */
    NIGHTS;

    private static final int[] BY_DAY = {0, 1, 1, 2, 2, 3, 6, 10, 14, 14, 11, 9, 9, 8, 8, 8, 9, 11, 11, 9, 8, 6, 4, 2};
    private static final int[] BY_NIGHT = {9, 7, 5, 3, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 5, 6, 7, 8, 9, 11, 13, 15, 17, 14};

    double on(LocalDate date) {
        return ofYear(date) * ofWeek(date.getDayOfWeek());
    }

    /** How many of the reports come in each hour of the day. */
    int[] hours() {
        return this == NIGHTS ? BY_NIGHT.clone() : BY_DAY.clone();
    }

    private double ofYear(LocalDate date) {
        return switch (this) {
            case EVEN -> 1;
            case SUMMER -> 1 + 0.5 * wave(date, 200);
            case WINTER -> 1 + 0.6 * wave(date, 5);
            case FROST -> Math.max(0.3, 1 + wave(date, 55));
            case GROWING -> Math.max(0.05, 1.1 + 1.3 * wave(date, 190));
            case HOLIDAYS -> Almanac.isAfterDayOff(date) ? 1.7 : 0.85;
            case SCHOOL_HOLIDAYS -> Almanac.isSchoolHoliday(date) ? 1.8 : 0.85;
            case NIGHTS -> 1 + 0.45 * wave(date, 205);
        };
    }

    private double ofWeek(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> this == NIGHTS ? 1.1 : 1.3;
            case TUESDAY -> this == NIGHTS ? 0.8 : 1.15;
            case WEDNESDAY, THURSDAY -> this == NIGHTS ? 0.8 : 1.05;
            case FRIDAY -> this == NIGHTS ? 1.1 : 1;
            case SATURDAY -> this == NIGHTS ? 1.3 : 0.75;
            case SUNDAY -> this == NIGHTS ? 1.1 : 0.7;
        };
    }

    /** From 1 on that day of the year to -1 half a year away. */
    private static double wave(LocalDate date, int top) {
        return StrictMath.cos(2 * StrictMath.PI * (date.getDayOfYear() - top) / 365.25);
    }
}
