package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.clock.Holiday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates are those published at www.gov.uk/bank-holidays, substitute days included. */
class HolidaysTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            england-and-wales | 2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
            england-and-wales | 2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
            england-and-wales | 2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
            england-and-wales | 2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
            england-and-wales | 2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
            scotland          | 2024 | 01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26
            scotland          | 2025 | 01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26
            scotland          | 2026 | 01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28
            scotland          | 2027 | 01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28
            northern-ireland  | 2024 | 01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26
            northern-ireland  | 2025 | 01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26
            northern-ireland  | 2026 | 01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28
            northern-ireland  | 2027 | 01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28
            """)
    void theBankHolidaysAreThoseOfTheGovernmentsList(String division, int year, String days) {
        List<LocalDate> expected = Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
        assertThat(Holidays.list(division, year, year, LONDON))
                .extracting(Holiday::on)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "scotland, 2026-06-15, 2026-02-04T00:00:00Z",
        "england-and-wales, 2023-05-08, 2022-11-06T00:00:00Z",
        "northern-ireland, 2022-09-19, 2022-09-09T23:00:00Z"
    })
    void aHolidayOfOneYearIsKnownFromTheDayItWasProclaimed(String division, LocalDate on, Instant known) {
        assertThat(Holidays.list(division, on.getYear(), on.getYear(), LONDON))
                .filteredOn(holiday -> holiday.on().equals(on))
                .singleElement()
                .satisfies(holiday -> assertThat(holiday.known()).isEqualTo(known));
    }

    @Test
    void aYearlyHolidayWasAlwaysKnown() {
        assertThat(Holidays.list("scotland", 2026, 2026, LONDON))
                .filteredOn(holiday -> holiday.on().equals(LocalDate.of(2026, 11, 30)))
                .singleElement()
                .satisfies(holiday -> assertThat(holiday.known()).isEqualTo(Instant.MIN));
    }

    @Test
    void aPartOfACountryHasItsOwnHolidays() {
        ZoneId boston = ZoneId.of("America/New_York");
        assertThat(Holidays.list("us-ma", 2015, 2015, boston))
                .extracting(Holiday::on)
                .contains(LocalDate.of(2015, 7, 3), LocalDate.of(2015, 11, 26))
                .doesNotContain(LocalDate.of(2015, 7, 4));
        assertThat(Holidays.place("us-ma", Locale.UK)).isEqualTo("Massachusetts, United States of America");
    }

    @Test
    void aCodeThatTheLibraryPassesOverInSilenceDoesNotExistHere() {
        for (String wrong : List.of("gb", "gb-england", "england", "us-zz", "zz", "us-ma-zz", "us-", "-", "US-MA")) {
            assertThat(Holidays.exist(wrong)).as(wrong).isFalse();
        }
        for (String right : List.of("none", "scotland", "gb-sct", "us", "us-ma", "de-by", "nyse")) {
            assertThat(Holidays.exist(right)).as(right).isTrue();
        }
    }
}
