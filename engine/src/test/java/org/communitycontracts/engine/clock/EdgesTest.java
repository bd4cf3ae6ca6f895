package org.communitycontracts.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.clock.Calendars.WEEKDAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edges of the clock's own types that no story reaches. */
class EdgesTest {
    @Test
    void anAllowanceIsReadAndWrittenAlike() {
        for (String text : List.of(
                "1 hour",
                "24 hours",
                "1 working day",
                "9999 working days",
                "2 to 5 working days",
                "1 to 2 weeks",
                "next visit",
                "end of the next working day",
                "promised date")) {
            assertThat(Allowance.parse(text)).as(text).hasToString("Optional[" + text + "]");
        }
    }

    @Test
    void whatIsNoAllowanceIsNotRead() {
        for (String text : List.of(
                "0 hours", "10000 hours", "5 to 5 days", "5 to 2 days", "2 fortnights", "days", "1 next visit", "")) {
            assertThat(Allowance.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void onlyWhatHasTwoEndsIsARange() {
        assertThat(Allowance.parse("2 to 5 working days")).hasValueSatisfying(range -> {
            assertThat(range.isRange()).isTrue();
            assertThat(range.least()).isEqualTo(2);
            assertThat(range.count()).isEqualTo(5);
        });
        assertThat(Allowance.parse("5 working days"))
                .hasValueSatisfying(one -> assertThat(one.isRange()).isFalse());
    }

    @Test
    void daysAreMovedWholeAndHoursAreNot() {
        assertThat(Arrays.stream(Allowance.Unit.values()).filter(unit -> !unit.isOfDays()))
                .containsExactly(Allowance.Unit.HOURS, Allowance.Unit.WORKING_HOURS, Allowance.Unit.PROMISED_DATE);
    }

    @Test
    void whatWasAlwaysAHolidayWasNeverProclaimed() {
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        Instant second = Instant.parse("2026-03-01T00:00:00Z");
        List<Holiday> holidays = List.of(
                new Holiday(LocalDate.of(2026, 4, 3), "Good Friday", Instant.MIN),
                new Holiday(LocalDate.of(2026, 6, 15), "one", second),
                new Holiday(LocalDate.of(2026, 6, 16), "another", first),
                new Holiday(LocalDate.of(2026, 6, 17), "and one more", first));
        assertThat(new Calendar("proclaimed", LONDON, WEEKDAYS, 540, 1020, holidays).proclamations())
                .containsExactly(first, second);
    }

    @Test
    void theFirstHolidayOfTheListIsFoundAsWell() {
        Holiday first = new Holiday(LocalDate.of(2026, 4, 3), "Good Friday", Instant.MIN);
        Holiday last = new Holiday(LocalDate.of(2026, 4, 6), "Easter Monday", Instant.MIN);
        Calendar easter = new Calendar("easter", LONDON, WEEKDAYS, 540, 1020, List.of(last, first));
        assertThat(easter.findHoliday(first.on())).contains(first);
        assertThat(easter.findHoliday(last.on())).contains(last);
        assertThat(easter.findHoliday(LocalDate.of(2026, 4, 4))).isEmpty();
    }

    @Test
    void aHoldOfNoLengthIsNone() {
        Instant noon = Instant.parse("2026-06-01T11:00:00Z");
        assertThat(new Holds(List.of(new Stretch(noon, noon))).stretches()).isEmpty();
    }

    @Test
    void ofTheDaysBeforeDayZeroOnlyThoseThatCountAreToldAsHeld() {
        Stretch hold = new Stretch(Instant.parse("2026-06-05T07:00:00Z"), Instant.parse("2026-06-08T20:00:00Z"));
        DayCount days = new Clock(new Allowance(1, Allowance.Unit.WORKING_DAYS), OFFICE)
                .days(Instant.parse("2026-06-05T07:30:00Z"), new Holds(List.of(hold)));
        assertThat(days.held()).containsExactly(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 8));
        assertThat(days.zero()).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(days.last()).isEqualTo(LocalDate.of(2026, 6, 10));
    }
}
