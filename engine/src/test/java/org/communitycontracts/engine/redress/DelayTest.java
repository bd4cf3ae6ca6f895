package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.communitycontracts.engine.clock.Calendars.ALWAYS;
import static org.communitycontracts.engine.clock.Calendars.OFFICE;
import static org.communitycontracts.engine.judging.PlainsFarm.allowance;
import static org.communitycontracts.engine.judging.Story.london;

import java.util.Arrays;
import java.util.List;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.LookBack;
import org.communitycontracts.engine.contract.DatedMoney;
import org.communitycontracts.engine.contract.Money;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.When;
import org.junit.jupiter.api.Test;

/** How many periods are over, and how many have begun, in every unit; and how far back a stretch of time reaches. */
class DelayTest {
    @Test
    void periodsOverAndBegun() {
        String table = """
                1 hour          | 2026-06-01T12:00 | 2026-06-01T12:00    | 0  | 0 | nothing has passed
                1 hour          | 2026-06-01T12:00 | 2026-06-01T12:00:01 | 0  | 1 | a second
                1 hour          | 2026-06-01T12:00 | 2026-06-01T13:00    | 1  | 1 | at the boundary
                1 hour          | 2026-06-01T12:00 | 2026-06-01T11:00    | 0  | 0 | the end lies before
                2 hours         | 2026-10-25T00:30 | 2026-10-25T03:00    | 1  | 2 | three and a half hours, as the clocks went back
                1 working hour  | 2026-06-01T16:30 | 2026-06-02T09:30    | 1  | 1 | over the night
                1 working hour  | 2026-06-01T16:30 | 2026-06-02T09:30:01 | 1  | 2 | a second more
                4 working hours | 2026-06-01T09:00 | 2026-06-01T17:00    | 2  | 2 | a day of eight hours
                1 working day   | 2026-06-05T17:00 | 2026-06-08T09:00    | 0  | 0 | a weekend is no working time
                1 working day   | 2026-06-05T17:00 | 2026-06-08T17:00    | 1  | 1 | Monday
                2 working days  | 2026-06-05T17:00 | 2026-06-10T12:00    | 1  | 2 | two and a half days
                1 full working day | 2026-06-05T12:00 | 2026-06-08T12:00 | 1  | 1 | from noon to noon
                1 day           | 2026-03-28T18:00 | 2026-03-29T17:59    | 0  | 1 | the clocks went forward, a day has 23 hours
                1 day           | 2026-03-28T18:00 | 2026-03-29T18:00    | 1  | 1 | from wall clock to wall clock
                1 day           | 2026-10-24T18:00 | 2026-10-25T17:59    | 0  | 1 | a day of 25 hours
                1 day           | 2026-10-24T18:00 | 2026-10-25T18:00:01 | 1  | 2 | and a second
                1 day           | 2026-03-28T01:30 | 2026-03-29T02:29    | 0  | 1 | 1.30am does not exist; it is then 2.30am
                1 day           | 2026-03-28T01:30 | 2026-03-29T02:30    | 1  | 1 | at that moment
                3 days          | 2026-06-01T12:00 | 2026-06-10T11:00    | 2  | 3 | nearly nine days
                1 week          | 2026-06-01T12:00 | 2026-06-15T12:00    | 2  | 2 | two weeks
                1 week          | 2026-06-01T12:00 | 2026-06-15T12:00:01 | 2  | 3 | and a second
                1 month         | 2026-01-31T12:00 | 2026-02-28T12:00    | 1  | 1 | clipped to the end of February
                1 month         | 2026-01-31T12:00 | 2026-03-28T12:00    | 1  | 2 | but March counts from the 31st again
                1 month         | 2026-01-31T12:00 | 2026-03-31T12:00    | 2  | 2 | two months
                1 month         | 2026-01-31T12:00 | 2026-03-31T11:59    | 1  | 2 | a minute short
                3 months        | 2026-01-31T12:00 | 2026-12-31T12:00    | 3  | 4 | eleven months
                """;
        table.lines().map(DelayTest::cells).forEach(row -> {
            Delay late = new Delay(london(row.get(1)), london(row.get(2)));
            assertThat(late.completed(allowance(row.get(0)), OFFICE))
                    .as("%s", row)
                    .isEqualTo(Long.parseLong(row.get(3)));
            assertThat(late.started(allowance(row.get(0)), OFFICE))
                    .as("%s", row)
                    .isEqualTo(Long.parseLong(row.get(4)));
            assertThat(late.reaches(allowance(row.get(0)), OFFICE))
                    .as("%s", row)
                    .isEqualTo(!row.get(3).equals("0"));
        });
    }

    @Test
    void inTheHourThatComesTwiceNoTimeIsNoDay() {
        Delay none = new Delay(london("2026-10-25T01:30:00Z"), london("2026-10-25T01:30:00Z"));
        assertThat(none.started(allowance("1 day"), ALWAYS)).isZero();
        assertThat(none.completed(allowance("1 day"), ALWAYS)).isZero();
    }

    @Test
    void theSecondOfTwoEqualHoursIsPastTheBoundaryInTheFirst() {
        Delay late = new Delay(london("2026-10-24T01:30"), london("2026-10-25T01:10:00Z"));
        assertThat(late.completed(allowance("1 day"), ALWAYS)).isEqualTo(1);
    }

    @Test
    void theEndOfAPeriodIsAMoment() {
        Delay late = new Delay(london("2026-06-05T12:00"), london("2026-07-05T12:00"));
        assertThat(late.boundary(allowance("2 hours"), OFFICE, 3)).isEqualTo(london("2026-06-05T18:00"));
        assertThat(late.boundary(allowance("1 working day"), OFFICE, 1)).isEqualTo(london("2026-06-08T12:00"));
        assertThat(late.boundary(allowance("2 weeks"), OFFICE, 2)).isEqualTo(london("2026-07-03T12:00"));
        assertThat(late.boundary(allowance("1 month"), OFFICE, 0)).isEqualTo(late.from());
    }

    @Test
    void aWorkingDayIsAsLongAsTheCalendarsWindow() {
        Calendar halfDays = new Calendar("half days", OFFICE.zone(), OFFICE.days(), 9 * 60, 13 * 60, List.of());
        Delay late = new Delay(london("2026-06-01T09:00"), london("2026-06-02T13:00"));
        assertThat(late.completed(allowance("1 working day"), halfDays)).isEqualTo(2);
        assertThat(late.seconds(allowance("1 working day"), halfDays)).isEqualTo(8 * 3600);
        assertThat(late.seconds(allowance("1 day"), halfDays)).isEqualTo(28 * 3600);
        assertThat(late.seconds(allowance("1 hour"), halfDays)).isEqualTo(28 * 3600);
    }

    @Test
    void aStretchReachesBackSoFarAndNoFurther() {
        String table = """
                24 hours       | 2026-06-01T12:00:01 | 2026-06-02T12:00 | in  | a second inside
                24 hours       | 2026-06-01T12:00    | 2026-06-02T12:00 | out | its first moment is not in it
                24 hours       | 2026-06-02T12:00    | 2026-06-02T12:00 | in  | its last is
                24 hours       | 2026-06-02T12:00:01 | 2026-06-02T12:00 | out | what comes after is not
                1 day          | 2026-03-28T18:00:01 | 2026-03-29T18:00 | in  | 23 hours, by the wall clock a day
                1 day          | 2026-03-28T18:00    | 2026-03-29T18:00 | out | a day
                2 weeks        | 2026-06-01T12:00:01 | 2026-06-15T12:00 | in  | two weeks
                2 weeks        | 2026-06-01T12:00    | 2026-06-15T12:00 | out | in full
                1 month        | 2026-02-28T12:00:01 | 2026-03-31T12:00 | in  | a month back from the 31st is the 28th
                1 month        | 2026-02-28T12:00    | 2026-03-31T12:00 | out | in full
                2 working days | 2026-06-05T12:00:01 | 2026-06-09T12:00 | in  | the weekend does not count
                2 working days | 2026-06-05T12:00    | 2026-06-09T12:00 | out | two working days
                """;
        table.lines()
                .map(DelayTest::cells)
                .forEach(row -> assertThat(new LookBack(allowance(row.get(0)), OFFICE)
                                .holds(london(row.get(1)), london(row.get(2))))
                        .as("%s", row)
                        .isEqualTo(row.get(3).equals("in")));
    }

    @Test
    void whatHasNoLengthIsNoPeriod() {
        DatedMoney amount = DatedMoney.of(new Money(1));
        for (String unit : List.of("end of the next working day", "next visit", "promised date")) {
            assertThatThrownBy(() -> new Payment.Further(amount, allowance(unit), OFFICE, false, false))
                    .hasMessage("Lateness is not counted in periods of \"" + unit + "\"");
            assertThatThrownBy(() -> new Payment.Step(allowance(unit), amount))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                            () -> Terms.late(unit, Terms.pounds().first("1.00").remedy()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Rung.Again(2, allowance(unit), null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Delay(london("2026-06-01T12:00"), london("2026-06-02T12:00"))
                            .completed(allowance(unit), OFFICE))
                    .hasMessage("Nothing is counted in periods of " + unit);
        }
    }

    @Test
    void aRemedyIsDueInATimeThatIsCounted() {
        assertThatThrownBy(() -> Terms.pounds().payWithin("promised date").payment())
                .hasMessage("A remedy is due in a time that is counted, not at a promised date");
        assertThatThrownBy(() -> Terms.pounds().onClaim("promised date")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Terms.deed(org.communitycontracts.engine.contract.Remedy.Kind.APOLOGY, "promised date"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rung.Again(1, allowance("1 month"), null))
                .hasMessage("Again is the second time at least, not 1");
        assertThat(new Rung(When.ALWAYS, null, null, Terms.pounds().remedy()).lateBy())
                .isNull();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
