package org.communitycontracts.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Calendars;
import org.junit.jupiter.api.Test;

/** What a draft would have kept, cost and taken, and which number would have kept enough. */
class BackcastTest {
    private static final Instant AS_OF = Instant.parse("2026-06-26T12:00:00Z");
    private static final int MONDAY = Moments.of(Instant.parse("2026-06-01T08:00:00Z"));
    private static final int DAY = 86_400;
    private static final Allowance A_WORKING_DAY = new Allowance(1, Allowance.Unit.WORKING_DAYS);
    private static final Rate TEN_AND_FIVE = new Rate(1_000, 500, A_WORKING_DAY, Rate.Counted.COMPLETED, 3_000);

    @Test
    void ofTwentyRepairsSixteenInTimeTwoLateAndTwoNotYetDueEightyEightInAHundredAreKept() {
        Curve curve = twentyRepairs().curve(Allowance.Unit.WORKING_DAYS, Calendars.OFFICE);
        assertThat(List.of(curve.kept(7), curve.broken(7), curve.unknown(7))).containsExactly(16, 2, 2);
        assertThat(curve.smallest(88)).hasValue(7);
        assertThat(curve.smallest(89)).hasValue(10);
        assertThat(curve.smallest(1)).hasValue(3);
        assertThat(curve.highest()).isEqualTo(10);
        assertThat(List.of(curve.kept(2), curve.broken(2))).containsExactly(0, 18);
    }

    @Test
    void whereNothingHasStoppedNoNumberKeepsAnything() {
        Columns cases = new ColumnsBuilder(1).add(MONDAY, Moments.NEVER, 0).build();
        Curve curve = Backcast.of(cases, AS_OF).curve(Allowance.Unit.DAYS, Calendars.OFFICE, 0);
        assertThat(curve.smallest(80)).isEmpty();
        assertThat(List.of(curve.broken(24), curve.unknown(25))).containsExactly(1, 1);
    }

    @Test
    void fortyThreeHoursLateCostTheMostAndThreeHoursLateTheFirstAmount() {
        Columns cases = new ColumnsBuilder(2)
                .add(at("2026-05-18T08:00:00Z"), at("2026-06-03T11:00:00Z"), 0)
                .add(at("2026-05-18T08:00:00Z"), at("2026-05-27T11:00:00Z"), 1)
                .build();
        Backcast backcast = Backcast.of(cases, AS_OF);
        Allowance fiveDays = new Allowance(5, Allowance.Unit.WORKING_DAYS);
        Outcome completed = backcast.judge(new Draft(fiveDays, Calendars.OFFICE, TEN_AND_FIVE));
        assertThat(completed.pence(0)).isEqualTo(3_000);
        assertThat(completed.pence(1)).isEqualTo(1_000);
        Rate started = new Rate(1_000, 500, A_WORKING_DAY, Rate.Counted.STARTED, Rate.NO_CAP);
        assertThat(backcast.judge(new Draft(fiveDays, Calendars.OFFICE, started))
                        .pence(0))
                .isEqualTo(4_000);
    }

    @Test
    void aHoldAfterTheDueMomentMakesNothingCheaper() {
        int stop = at("2026-05-28T16:00:00Z");
        Columns cases = new ColumnsBuilder(3)
                .add(at("2026-05-18T08:00:00Z"), stop, 0)
                .add(at("2026-05-18T08:00:00Z"), stop, 1)
                .hold(at("2026-05-26T08:00:00Z"), stop)
                .add(at("2026-05-18T08:00:00Z"), stop, 2)
                .hold(at("2026-05-19T08:00:00Z"), at("2026-05-21T08:00:00Z"))
                .build();
        for (Allowance.Unit unit : List.of(Allowance.Unit.WORKING_HOURS, Allowance.Unit.HOURS)) {
            Allowance threeDays = new Allowance(unit == Allowance.Unit.HOURS ? 72 : 24, unit);
            Allowance.Unit late = unit == Allowance.Unit.HOURS ? Allowance.Unit.DAYS : Allowance.Unit.WORKING_DAYS;
            Rate rate = new Rate(0, 100, new Allowance(1, late), Rate.Counted.COMPLETED, Rate.NO_CAP);
            Outcome outcome = Backcast.of(cases, AS_OF).judge(new Draft(threeDays, Calendars.OFFICE, rate));
            assertThat(outcome.pence(1)).as("held after due, in %s", unit).isEqualTo(outcome.pence(0));
            assertThat(outcome.pence(2)).as("held before due, in %s", unit).isLessThan(outcome.pence(0));
        }
    }

    @Test
    void anotherNumberOfTheSameUnitKeepsNothingMoreInMemoryAndForgettingFreesIt() {
        Backcast backcast = twentyRepairs();
        backcast.judge(draft(7, Allowance.Unit.WORKING_HOURS));
        long bytes = backcast.bytes();
        assertThat(bytes).as("needs, two percentiles, which cases run").isEqualTo(4 * 20 + 8 + 4);
        backcast.judge(draft(8, Allowance.Unit.WORKING_HOURS));
        assertThat(backcast.bytes()).isEqualTo(bytes);
        backcast.judge(draft(8, Allowance.Unit.WEEKS));
        assertThat(backcast.bytes()).isEqualTo(bytes + 4 * 20);
        backcast.judge(draft(8, Allowance.Unit.DAYS));
        assertThat(backcast.bytes()).isEqualTo(bytes + 4 * 20);
        backcast.forget(Calendars.OFFICE);
        assertThat(backcast.bytes()).as("which cases of the one group run").isEqualTo(4);
    }

    @Test
    void noCasesTurnOutInNoWay() {
        Backcast backcast = Backcast.of(new ColumnsBuilder(0).build(), AS_OF);
        for (Allowance.Unit unit : Allowance.Unit.values()) {
            if (unit != Allowance.Unit.PROMISED_DATE) {
                Outcome outcome = backcast.judge(draft(1, unit));
                assertThat(outcome.kept(0) + outcome.broken(0) + outcome.unknown(0))
                        .isZero();
                assertThat(outcome.timeTaken(0, 50)).isEmpty();
            }
        }
        assertThat(backcast.curve(Allowance.Unit.DAYS, Calendars.OFFICE).smallest(90))
                .isEmpty();
    }

    @Test
    void whatCannotBeDraftedIsRefused() {
        assertThatThrownBy(() -> draft(1, Allowance.Unit.PROMISED_DATE)).hasMessageContaining("promised date");
        assertThatThrownBy(() -> twentyRepairs().curve(Allowance.Unit.NEXT_VISIT, Calendars.OFFICE))
                .hasMessageContaining("no curve");
        assertThatThrownBy(() -> new Rate(1, 1, new Allowance(1, Allowance.Unit.MONTHS), Rate.Counted.STARTED, 9))
                .hasMessageContaining("1 month");
        assertThatThrownBy(() -> new Rate(10, 1, A_WORKING_DAY, Rate.Counted.STARTED, 9))
                .hasMessageContaining("at least the first");
        Columns old = new ColumnsBuilder(1)
                .add(at("1991-01-01T00:00:00Z"), Moments.NEVER, 0)
                .build();
        assertThatThrownBy(() -> Backcast.of(old, AS_OF)).hasMessageContaining("34 years");
    }

    @Test
    void stretchesOfAnyLengthAreSortedWhateverStandsInThem() {
        Random random = new Random(3);
        for (int length = 0; length < 3_000; length += 1 + length / 8) {
            for (int values : new int[] {1, 2, 5, 1 << 30}) {
                int[] numbers = random.ints(length + 2, 0, values).toArray();
                int[] sorted = numbers.clone();
                SmallSorts.sort(sorted, 1, length + 1);
                Arrays.sort(numbers, 1, length + 1);
                assertThat(sorted).containsExactly(numbers);
            }
        }
    }

    /** Four each that needed 3, 4, 5 and 7 working days, two that needed 10, and two made on the last day. */
    private static Backcast twentyRepairs() {
        ColumnsBuilder builder = new ColumnsBuilder(20);
        int[] days = {3, 4, 7, 9, 14};
        for (int i = 0; i < 18; i++) {
            builder.add(MONDAY, MONDAY + days[i / 4] * DAY, 0);
        }
        int asOf = Moments.of(AS_OF);
        builder.add(asOf - 60, Moments.NEVER, 0).add(asOf - 30, asOf + 9 * DAY, 0);
        return Backcast.of(builder.build(), AS_OF);
    }

    private static Draft draft(int count, Allowance.Unit unit) {
        Calendar office = Calendars.OFFICE;
        return new Draft(new Allowance(unit.isUncounted() ? 1 : count, unit), office, TEN_AND_FIVE);
    }

    private static int at(String instant) {
        return Moments.of(Instant.parse(instant));
    }
}
