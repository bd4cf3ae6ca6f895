package org.communitycontracts.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of a term is included, by the clocks of the council, whatever they do that night. */
class TermTest {
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "2027-06-30, Europe/London, 2027-06-30T23:00:00Z",
        "2027-03-27, Europe/London, 2027-03-28T00:00:00Z",
        "2027-03-28, Europe/London, 2027-03-28T23:00:00Z",
        "2027-10-30, Europe/London, 2027-10-30T23:00:00Z",
        "2027-10-31, Europe/London, 2027-11-01T00:00:00Z",
        "2028-02-28, America/New_York, 2028-02-29T05:00:00Z",
        "2027-12-31, Pacific/Auckland, 2027-12-31T11:00:00Z"
    })
    void aTermEndsWithItsLastDay(LocalDate lastDay, ZoneId zone, Instant end) {
        assertThat(Term.end(lastDay, zone)).isEqualTo(end);
        assertThat(Term.lastDay(end, zone)).isEqualTo(lastDay);
    }
}
