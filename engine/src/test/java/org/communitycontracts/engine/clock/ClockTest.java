package org.communitycontracts.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.LONDON;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.clock.Calendars.SCOTTISH_OFFICE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due moments without a story: what is allowed, when it starts, what is held; times of the day are London's. */
class ClockTest {
    private static final Instant BEFORE_PROCLAIMED = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // worked example 1: clock changes
        "2026-10-24T18:00, 24 hours, 2026-10-25T17:00:00Z",
        "2026-10-24T18:00, 1 day, 2026-10-26T00:00:00Z",
        "2026-03-28T18:00, 24 hours, 2026-03-29T18:00:00Z",
        // 4: after hours
        "2026-06-05T19:40, 24 hours, 2026-06-06T18:40:00Z",
        // calendar days end at midnight, months are clipped
        "2026-06-05T19:40, 3 days, 2026-06-08T23:00:00Z",
        "2026-06-05T19:40, 2 weeks, 2026-06-19T23:00:00Z",
        "2027-01-31T12:00, 1 month, 2027-03-01T00:00:00Z",
        "2028-01-31T12:00, 1 month, 2028-03-01T00:00:00Z", // a leap year: the end of 29 February
        "2026-12-31T12:00, 2 months, 2027-03-01T00:00:00Z"
    })
    void dayAndNightAPromiseIsDue(LocalDateTime start, String within, Instant due) {
        assertThat(due(within, ALWAYS, start)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // worked example 4: after hours
        "2026-06-05T19:40, 4 working hours, 2026-06-08T12:00:00Z",
        "2026-06-05T19:40, 5 working days, 2026-06-15T16:00:00Z",
        "2026-06-05T17:00, 4 working hours, 2026-06-08T12:00:00Z",
        "2026-06-05T16:59, 4 working hours, 2026-06-08T11:59:00Z",
        // before the opening the day of the report is day 0
        "2026-06-05T06:00, 1 working day, 2026-06-08T16:00:00Z",
        "2026-06-06T06:00, 1 working day, 2026-06-09T16:00:00Z",
        // the other clocks
        "2026-06-02T11:00, 16 working hours, 2026-06-04T10:00:00Z",
        "2026-09-07T10:00, 24 working hours, 2026-09-10T09:00:00Z",
        "2026-06-05T10:20, 2 full working days, 2026-06-09T09:20:00Z",
        "2026-06-05T19:40, 2 full working days, 2026-06-10T08:00:00Z",
        "2026-06-05T06:00, 2 full working days, 2026-06-09T08:00:00Z",
        "2026-06-05T10:00, end of the next working day, 2026-06-08T16:00:00Z",
        "2026-06-05T19:40, end of the next working day, 2026-06-08T16:00:00Z",
        "2026-04-03T12:00, end of the next working day, 2026-04-07T16:00:00Z",
        // 9: each version's own clock
        "2026-03-27T10:00, 10 working days, 2026-04-14T16:00:00Z",
        "2026-04-01T00:00, 5 working days, 2026-04-10T16:00:00Z",
        "2026-03-31T23:30, 10 working days, 2026-04-17T16:00:00Z",
        "2026-04-02T12:00, 5 working days, 2026-04-13T16:00:00Z",
        "2026-03-27T10:00, 5 working days, 2026-04-07T16:00:00Z"
    })
    void inEnglishOfficeHoursAPromiseIsDue(LocalDateTime start, String within, Instant due) {
        assertThat(due(within, OFFICE, start)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02T10:00, 2026-04-09T16:00:00Z, 2026-04-08T16:00:00Z, 2026-04-08T16:00:00Z", // Easter Monday
        "2026-11-27T10:00, 2026-12-02T17:00:00Z, 2026-12-03T17:00:00Z, 2026-12-03T17:00:00Z", // St Andrew's Day
        "2026-06-11T10:00, 2026-06-16T16:00:00Z, 2026-06-17T16:00:00Z, 2026-06-16T16:00:00Z" // the one-off holiday
    })
    void threeWorkingDaysFollowTheHolidaysOfTheCalendar(
            LocalDateTime start, Instant england, Instant scotland, Instant scotlandAsKnownInJanuary) {
        assertThat(due("3 working days", OFFICE, start)).isEqualTo(england);
        assertThat(due("3 working days", SCOTTISH_OFFICE, start)).isEqualTo(scotland);
        assertThat(due("3 working days", SCOTTISH_OFFICE.knownAt(BEFORE_PROCLAIMED), start))
                .isEqualTo(scotlandAsKnownInJanuary);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "V1, 1 working day, 2026-04-02T16:30, 2026-04-07T17:00",
        "V2, 24 hours, 2026-04-02T16:30, 2026-04-03T16:30",
        "V3, 24 hours, 2026-03-28T18:00, 2026-03-29T19:00",
        "V4, 24 hours, 2026-10-24T18:00, 2026-10-25T17:00",
        "V5, 4 working hours, 2026-06-05T15:30, 2026-06-08T11:30",
        "V6, 10 working days, 2026-03-27T12:00, 2026-04-14T17:00",
        "V7 summary, 3 working days, 2026-04-02T12:00, 2026-04-09T17:00",
        "V7 works, 5 working days, 2026-04-02T12:00, 2026-04-13T17:00",
        "V7 further works, 12 weeks, 2026-04-02T12:00, 2026-06-26T00:00",
        "V20, 72 hours, 2026-04-02T17:00, 2026-04-05T17:00"
    })
    void theVectorsOfRealRulesComeOut(String vector, String within, LocalDateTime start, LocalDateTime due) {
        assertThat(due(within, OFFICE, start)).as(vector).isEqualTo(london(due));
    }

    @Test
    void anAcknowledgementOnItsLastDayStartsTheAnswerClockThatDay() {
        Instant acknowledge = due("5 working days", OFFICE, LocalDateTime.parse("2026-12-18T12:00"));
        assertThat(acknowledge).isEqualTo("2026-12-29T17:00:00Z");
        Instant answer = due("10 working days", OFFICE, hourBefore(acknowledge));
        assertThat(answer).isEqualTo("2027-01-13T17:00:00Z");
        assertThat(due("10 working days", OFFICE, hourBefore(answer))).isEqualTo("2027-01-27T17:00:00Z");
    }

    @Test
    void aPromptAcknowledgementMakesTheAnswerDueSooner() {
        assertThat(due("10 working days", OFFICE, LocalDateTime.parse("2026-12-21T09:30")))
                .isEqualTo("2027-01-07T17:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T10:00, 2026-06-09T16:00:00Z", // a Friday: on Tuesday
        "2026-06-09T08:00, 2026-06-09T16:00:00Z", // before it sets out
        "2026-06-09T09:00, 2026-06-09T16:00:00Z", // as it sets out
        "2026-06-09T09:01, 2026-06-16T16:00:00Z" // it is on its way already
    })
    void theNextVisitIsTheFirstThatHasNotSetOut(LocalDateTime start, Instant due) {
        var tuesdays = new Calendar("rounds", LONDON, Set.of(DayOfWeek.TUESDAY), 540, 1020, List.of());
        assertThat(due("next visit", tuesdays, start)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // worked example 3, to the minute
                "16 working hours | 2026-06-02T11:00 | 2026-06-03T15:00/2026-06-05T10:30 | 2026-06-05T13:30:00Z",
                "16 working hours | 2026-06-02T11:00 | 2026-06-03T15:00/2026-06-05T10:30 2026-06-04T09:00/2026-06-05T09:30 | 2026-06-05T13:30:00Z",
                "16 working hours | 2026-06-02T11:00 | 2026-06-05T09:00/2026-06-05T10:30 | 2026-06-04T10:00:00Z",
                // outside the window a hold is worth nothing
                "16 working hours | 2026-06-02T11:00 | 2026-06-02T17:00/2026-06-03T09:00 | 2026-06-04T10:00:00Z",
                // a hold that begins as the clock runs out cures nothing
                "16 working hours | 2026-06-02T11:00 | 2026-06-04T11:00/2026-06-05T11:00 | 2026-06-04T10:00:00Z",
                // elapsed hours are held day and night
                "24 hours | 2026-06-02T11:00 | 2026-06-02T20:00/2026-06-03T06:00 | 2026-06-03T20:00:00Z",
                "24 hours | 2026-10-24T18:00 | 2026-10-25T00:00/2026-10-25T03:00 | 2026-10-25T21:00:00Z",
                // only whole working days move a promise in days
                "5 working days | 2026-05-18T09:00 | 2026-05-20T15:00/2026-05-20T16:30 | 2026-05-26T16:00:00Z",
                "5 working days | 2026-05-18T09:00 | 2026-05-20T09:00/2026-05-20T17:00 | 2026-05-27T16:00:00Z",
                "5 working days | 2026-05-18T09:00 | 2026-05-20T09:01/2026-05-20T17:00 | 2026-05-26T16:00:00Z",
                "5 working days | 2026-05-18T09:00 | 2026-05-20T09:00/2026-05-20T12:00 2026-05-20T12:00/2026-05-20T17:00 | 2026-05-27T16:00:00Z",
                "5 working days | 2026-05-18T09:00 | 2026-05-22T12:00/2026-05-27T12:00 | 2026-05-27T16:00:00Z",
                // day 0 moves as well when the whole of it is held
                "5 working days | 2026-05-18T07:00 | 2026-05-18T08:00/2026-05-18T18:00 | 2026-05-27T16:00:00Z",
                "2 full working days | 2026-05-18T10:20 | 2026-05-19T08:00/2026-05-19T18:00 | 2026-05-21T09:20:00Z",
                "end of the next working day | 2026-05-18T10:20 | 2026-05-18T12:00/2026-05-19T18:00 | 2026-05-20T16:00:00Z",
                // the next working day is next to the day of the report, held or not
                "end of the next working day | 2026-05-18T07:00 | 2026-05-18T08:00/2026-05-18T18:00 | 2026-05-19T16:00:00Z",
                // whole calendar days, midnight to midnight
                "3 days | 2026-05-18T10:20 | 2026-05-19T00:00/2026-05-20T00:00 | 2026-05-22T23:00:00Z",
                "3 days | 2026-05-18T10:20 | 2026-05-19T00:01/2026-05-20T00:00 | 2026-05-21T23:00:00Z",
                "1 week | 2026-05-18T10:20 | 2026-05-18T12:00/2026-05-22T00:00 | 2026-05-28T23:00:00Z",
                "1 month | 2026-01-31T10:20 | 2026-02-10T00:00/2026-02-12T00:00 | 2026-03-03T00:00:00Z",
                // a hold before the start, or after the due moment
                "5 working days | 2026-05-18T10:00 | 2026-05-11T00:00/2026-05-18T09:00 | 2026-05-26T16:00:00Z",
                "5 working days | 2026-05-18T10:00 | 2026-05-27T00:00/2026-05-29T00:00 | 2026-05-26T16:00:00Z"
            })
    void holdsMoveTheDueMoment(String within, LocalDateTime start, String holds, Instant due) {
        assertThat(new Clock(allowance(within), OFFICE).due(london(start), holds(holds)))
                .isEqualTo(due);
    }

    @Test
    void usedAndHeldAreSecondsOfTheCalendarWhateverTheUnit() {
        var clock = new Clock(allowance("5 working days"), OFFICE);
        Holds holds = holds("2026-06-03T15:00/2026-06-05T10:30");
        Instant start = Instant.parse("2026-06-02T10:00:00Z");
        Instant stop = Instant.parse("2026-06-05T13:00:00Z");
        assertThat(clock.held(start, stop, holds)).isEqualTo(11 * 3600 + 1800);
        assertThat(clock.used(start, stop, holds)).isEqualTo(15 * 3600 + 1800);
        assertThat(clock.used(stop, start, holds)).isZero();
    }

    @Test
    void aPromisedDateIsNotCounted() {
        var clock = new Clock(allowance("promised date"), OFFICE);
        assertThatThrownBy(() -> clock.due(Instant.EPOCH, Holds.NONE)).isInstanceOf(IllegalStateException.class);
    }

    private static Instant due(String within, Calendar calendar, LocalDateTime start) {
        return new Clock(allowance(within), calendar).due(london(start), Holds.NONE);
    }

    private static Instant due(String within, Calendar calendar, Instant start) {
        return new Clock(allowance(within), calendar).due(start, Holds.NONE);
    }

    private static Allowance allowance(String within) {
        return Allowance.parse(within).orElseThrow();
    }

    private static Instant hourBefore(Instant moment) {
        return moment.minusSeconds(3600);
    }

    private static Instant london(LocalDateTime time) {
        return time.atZone(LONDON).toInstant();
    }

    private static Holds holds(String text) {
        return new Holds(Arrays.stream(text.split(" "))
                .map(hold -> hold.split("/"))
                .map(ends -> new Stretch(london(LocalDateTime.parse(ends[0])), london(LocalDateTime.parse(ends[1]))))
                .toList());
    }
}
