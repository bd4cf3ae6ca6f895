package org.communitycontracts.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.clock.Calendars.SCOTTISH_OFFICE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    private static final Calendar NIGHTS =
            new Calendar("nights", LONDON, EnumSet.allOf(DayOfWeek.class), 90, 300, List.of());

    @ParameterizedTest
    @CsvSource({
        "2026-04-02, true", // Maundy Thursday
        "2026-04-03, false", // Good Friday
        "2026-04-04, false", // Saturday
        "2026-04-06, false", // Easter Monday
        "2026-04-07, true",
        "2024-01-01, false", // the first holiday of the list
        "2027-12-28, false", // and the last
        "2028-02-29, true"
    })
    void aDateIsWorkedByItsWeekdayUnlessItIsAHoliday(LocalDate date, boolean worked) {
        assertThat(OFFICE.isWorking(date)).isEqualTo(worked);
    }

    @Test
    void aHolidayIsFoundByItsName() {
        assertThat(OFFICE.findHoliday(LocalDate.parse("2026-08-31")))
                .map(Holiday::name)
                .hasValue("Summer bank holiday");
        assertThat(OFFICE.findHoliday(LocalDate.parse("2026-09-01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05, 2026-06-05T08:00:00Z, 2026-06-05T16:00:00Z", // summer
        "2026-12-04, 2026-12-04T09:00:00Z, 2026-12-04T17:00:00Z" // winter
    })
    void theWindowFollowsTheWallClock(LocalDate date, Instant opens, Instant closes) {
        assertThat(OFFICE.opening(date)).isEqualTo(opens);
        assertThat(OFFICE.closing(date)).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25, 1500", // the clocks go back
        "2026-03-29, 1380", // the clocks go forward
        "2026-06-05, 1440"
    })
    void aWholeDayIsAsLongAsTheClocksMakeIt(LocalDate date, long minutes) {
        assertThat(ALWAYS.workingSeconds(ALWAYS.opening(date), ALWAYS.closing(date)))
                .isEqualTo(minutes * 60);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-29T01:30:00Z, 2026-03-29T04:00:00Z", // half past one does not exist: an hour later
        "2026-10-25, 2026-10-25T00:30:00Z, 2026-10-25T05:00:00Z" // half past one comes twice: the first
    })
    void anOpeningInTheHourOfAClockChangeFollowsTheRuleOfJavaTime(LocalDate date, Instant opens, Instant closes) {
        assertThat(NIGHTS.opening(date)).isEqualTo(opens);
        assertThat(NIGHTS.closing(date)).isEqualTo(closes);
    }

    @Test
    void aWindowSwallowedByAClockChangeIsEmptyAndNeverNegative() {
        var early = new Calendar("early", LONDON, EnumSet.allOf(DayOfWeek.class), 90, 135, List.of());
        var change = LocalDate.parse("2026-03-29");
        assertThat(early.closing(change)).isEqualTo(early.opening(change));
        assertThat(early.workingSeconds(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T10:00:00Z, 2026-06-05T10:00:00Z", // open
        "2026-06-05T05:00:00Z, 2026-06-05T08:00:00Z", // before
        "2026-06-05T15:59:59Z, 2026-06-05T15:59:59Z", // the last second
        "2026-06-05T16:00:00Z, 2026-06-08T08:00:00Z", // at the close it is closed (S2)
        "2026-04-02T18:00:00Z, 2026-04-07T08:00:00Z" // Easter
    })
    void theOfficeIsNextOpen(Instant from, Instant open) {
        assertThat(OFFICE.openFrom(from)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-02T10:00:00Z, 2026-06-05T13:00:00Z, 97200",
        "2026-06-05T15:59:59Z, 2026-06-08T08:00:01Z, 2",
        "2026-06-06T00:00:00Z, 2026-06-07T23:00:00Z, 0", // a weekend
        "2026-06-05T10:00:00Z, 2026-06-05T10:00:00Z, 0",
        "2026-06-05T10:00:00Z, 2026-06-04T10:00:00Z, 0" // backwards
    })
    void workingSecondsAreThoseInsideTheWindows(Instant from, Instant to, long seconds) {
        assertThat(OFFICE.workingSeconds(from, to)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T15:00:00Z, 3600, 2026-06-05T16:00:00Z", // at the close: that evening, not next morning (S4)
        "2026-06-05T15:00:00Z, 3601, 2026-06-08T08:00:01Z",
        "2026-06-05T18:40:00Z, 14400, 2026-06-08T12:00:00Z",
        "2026-06-06T12:00:00Z, 0, 2026-06-06T12:00:00Z"
    })
    void aCountOfWorkingSecondsIsUsedUpAtTheEarliestMoment(Instant from, long seconds, Instant end) {
        assertThat(OFFICE.afterWorking(from, seconds)).isEqualTo(end);
    }

    @Test
    void theNthWorkingDayStepsOverWeekendsAndHolidays() {
        assertThat(OFFICE.workingDayAfter(LocalDate.parse("2026-04-02"), 3)).isEqualTo("2026-04-09");
        assertThat(OFFICE.workingDayAfter(LocalDate.parse("2026-04-02"))).isEqualTo("2026-04-07");
    }

    @Test
    void aHolidayIsNotKnownBeforeItIsProclaimed() {
        var worldCup = LocalDate.parse("2026-06-15");
        assertThat(SCOTTISH_OFFICE.isWorking(worldCup)).isFalse();
        assertThat(SCOTTISH_OFFICE
                        .knownAt(Instant.parse("2026-01-31T00:00:00Z"))
                        .isWorking(worldCup))
                .isTrue();
        assertThat(SCOTTISH_OFFICE.knownAt(Holidays.PROCLAIMED)).isSameAs(SCOTTISH_OFFICE);
    }

    @Test
    void aCalendarWithoutADayOrWithoutAWindowIsRefused() {
        assertThatThrownBy(() -> new Calendar("none", LONDON, Set.of(), 540, 1020, List.of()))
                .hasMessage("A calendar works on at least one weekday");
        assertThatThrownBy(() -> new Calendar("none", LONDON, Calendars.WEEKDAYS, 540, 540, List.of()))
                .hasMessage("A calendar opens before it closes, within one day");
    }
}
