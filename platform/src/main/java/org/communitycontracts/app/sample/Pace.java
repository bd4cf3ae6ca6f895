package org.communitycontracts.app.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How a provider's speed changes over the three years: what its usual time is multiplied with. */
enum Pace {
    STEADY,
    IMPROVING,
    DECLINING,
    /** Steady, but for the winter of 2024 to 2025, when half the crew was away. */
    BAD_WINTER;

    private static final double DAYS = ChronoUnit.DAYS.between(Sample.FIRST_DAY, Sample.LAST_DAY);

    double on(LocalDate date) {
        double gone = ChronoUnit.DAYS.between(Sample.FIRST_DAY, date) / DAYS;
        return switch (this) {
            case STEADY -> 1;
            case IMPROVING -> 1.45 - 0.8 * gone;
            case DECLINING -> 0.8 + 0.7 * gone;
            case BAD_WINTER -> isBadWinter(date) ? 2.4 : 1;
        };
    }

    private static boolean isBadWinter(LocalDate date) {
        return !date.isBefore(LocalDate.of(2024, 12, 1)) && date.isBefore(LocalDate.of(2025, 3, 1));
    }
}
