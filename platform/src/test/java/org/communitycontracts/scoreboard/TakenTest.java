package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakenTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Calendar OFFICE =
            new Calendar("office", LONDON, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 540, 1020, List.of());
    private static final Calendar ALWAYS =
            new Calendar("always", LONDON, EnumSet.allOf(DayOfWeek.class), 0, 1440, List.of());

    @ParameterizedTest
    @CsvSource({
        "5 working days,        office,  28800, 1 working day,   5 working days",
        "5 working days,        office,  28801, 2 working days,  5 working days",
        "16 working hours,      office,  7200,  2 working hours, 16 working hours",
        "24 hours,              always,  0,     1 hour,          24 hours",
        "24 hours,              always,  30000, 9 hours,         24 hours",
        "180 full working days, always,  90000, 2 days,          180 days",
        "5 working days,        office,  172799, 6 working days, 5 working days",
        "5 working days,        office,  1,     1 working day,   5 working days",
        "5 full working days,   office,  57600, 2 working days,  5 working days",
        "2 weeks,               always, 864000, 10 days,         2 weeks"
    })
    void theTimeTakenIsSaidInTheUnitOfThePromise(
            String within, String calendar, long seconds, String taken, String promised) {
        Respond duty = Respond.of(
                "reported",
                "fixed",
                Allowance.parse(within).orElseThrow(),
                calendar.equals("office") ? OFFICE : ALWAYS);
        Words words = Words.beside(Taken.class);
        assertThat(Taken.of(seconds, duty).say(words)).isEqualTo(taken);
        assertThat(Taken.promised(duty, words)).isEqualTo(promised);
    }
}
