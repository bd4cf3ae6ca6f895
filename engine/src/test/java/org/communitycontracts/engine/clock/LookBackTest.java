package org.communitycontracts.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a stretch of time looks back: June 2026, in which the 9th is a Tuesday; noon in London is 11:00Z. */
class LookBackTest {
    @ParameterizedTest
    @CsvSource({
        "24 hours, 2026-06-09T10:00:00Z, 2026-06-08T10:00:00Z",
        "3 days, 2026-06-09T10:00:00Z, 2026-06-06T10:00:00Z",
        "1 week, 2026-06-09T10:00:00Z, 2026-06-02T10:00:00Z",
        "1 month, 2026-06-09T10:00:00Z, 2026-05-09T10:00:00Z",
        "5 months, 2026-06-09T10:00:00Z, 2026-01-09T11:00:00Z", // the same time of day, before the clocks went forward
        "1 working day, 2026-06-09T10:00:00Z, 2026-06-08T10:00:00Z",
        "2 working days, 2026-06-09T10:00:00Z, 2026-06-05T10:00:00Z", // over a weekend
        "5 working days, 2026-06-09T10:00:00Z, 2026-06-02T10:00:00Z",
        "1 working day, 2026-06-06T10:00:00Z, 2026-06-04T23:00:00Z", // from a Saturday: from the end of Friday
        "1 working day, 2026-06-07T10:00:00Z, 2026-06-04T23:00:00Z",
        "1 full working day, 2026-06-09T10:00:00Z, 2026-06-08T10:00:00Z",
        "1 working hour, 2026-06-09T10:00:00Z, 2026-06-09T09:00:00Z",
        "2 working hours, 2026-06-09T10:00:00Z, 2026-06-09T08:00:00Z", // as long as it was open that day
        "3 working hours, 2026-06-09T10:00:00Z, 2026-06-08T15:00:00Z",
        "10 working hours, 2026-06-09T10:00:00Z, 2026-06-08T08:00:00Z",
        "12 working hours, 2026-06-09T10:00:00Z, 2026-06-05T14:00:00Z"
    })
    void itLooksBackAsFarAsItIsLong(String in, Instant now, Instant from) {
        assertThat(lookBack(in).from(now)).isEqualTo(from);
    }

    @Test
    void itsEndIsInItAndItsBeginningIsNot() {
        Instant now = Instant.parse("2026-06-09T10:00:00Z");
        Instant from = Instant.parse("2026-06-08T10:00:00Z");
        LookBack day = lookBack("24 hours");
        assertThat(day.holds(now, now)).isTrue();
        assertThat(day.holds(now.plusSeconds(1), now)).isFalse();
        assertThat(day.holds(from, now)).isFalse();
        assertThat(day.holds(from.plusSeconds(1), now)).isTrue();
    }

    private static LookBack lookBack(String in) {
        return new LookBack(Allowance.parse(in).orElseThrow(), OFFICE);
    }
}
