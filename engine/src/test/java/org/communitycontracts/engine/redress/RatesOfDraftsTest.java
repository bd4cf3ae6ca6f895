package org.communitycontracts.engine.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Calendars;
import org.communitycontracts.engine.columns.Backcast;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsBuilder;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Moments;
import org.communitycontracts.engine.columns.Rate;
import org.junit.jupiter.api.Test;

/** What a draft would have cost is what the redress would have paid: its units of lateness are those of {@link Lateness}. */
class RatesOfDraftsTest {
    private static final Instant AS_OF = Instant.parse("2027-01-01T00:00:00Z");
    private static final Allowance AN_HOUR = new Allowance(1, Allowance.Unit.HOURS);
    private static final List<Allowance.Unit> UNITS = List.of(
            Allowance.Unit.HOURS,
            Allowance.Unit.WORKING_HOURS,
            Allowance.Unit.WORKING_DAYS,
            Allowance.Unit.DAYS,
            Allowance.Unit.WEEKS);

    @Test
    void aDayLateOverAClockChangeHasTwentyThreeHoursInSpringAndTwentyFiveInAutumn() {
        Allowance aDay = new Allowance(1, Allowance.Unit.DAYS);
        assertThat(days("2026-03-28T10:00:00Z", "2026-03-29T09:59:59Z", aDay)).isEqualTo(0);
        assertThat(days("2026-03-28T11:00:00Z", "2026-03-29T11:00:00Z", aDay)).isEqualTo(1);
        assertThat(days("2026-10-24T11:00:00Z", "2026-10-25T12:59:59Z", aDay)).isEqualTo(0);
        assertThat(days("2026-10-24T11:00:00Z", "2026-10-25T13:00:00Z", aDay)).isEqualTo(1);
    }

    /** The completed days of lateness, an hour after the start, told by a penny each. */
    private static long days(String start, String stop, Allowance per) {
        return pence(Instant.parse(start), Instant.parse(stop), per, Rate.Counted.COMPLETED);
    }

    @Test
    void everyUnitIsCountedAsTheRedressCountsItOverBothClockChanges() {
        Random random = new Random(20260329);
        for (int i = 0; i < 4_000; i++) {
            boolean isSpring = random.nextBoolean();
            Instant change = Instant.parse(isSpring ? "2026-03-29T01:00:00Z" : "2026-10-25T01:00:00Z");
            Instant due = change.plusSeconds(random.nextInt(-30 * 24, 10) * 3_600L + random.nextInt(3) * 1_800L);
            Instant end = due.plusSeconds(random.nextInt(40 * 24) * 3_600L + random.nextInt(-1, 2));
            Allowance per = new Allowance(1 + random.nextInt(3), UNITS.get(random.nextInt(UNITS.size())));
            Delay late = new Delay(due, end);
            assertThat(pence(due.minusSeconds(3_600), end, per, Rate.Counted.COMPLETED))
                    .as("completed %s from %s to %s", per, due, end)
                    .isEqualTo(late.completed(per, Calendars.OFFICE));
            assertThat(pence(due.minusSeconds(3_600), end, per, Rate.Counted.STARTED))
                    .as("started %s from %s to %s", per, due, end)
                    .isEqualTo(late.started(per, Calendars.OFFICE));
        }
    }

    private static long pence(Instant start, Instant stop, Allowance per, Rate.Counted counted) {
        Columns one = new ColumnsBuilder(1)
                .add(Moments.of(start), Moments.of(stop), 0)
                .build();
        Calendar office = Calendars.OFFICE;
        Rate aPennyEach = new Rate(0, 1, per, counted, Rate.NO_CAP);
        return Backcast.of(one, AS_OF)
                .judge(new Draft(AN_HOUR, office, aPennyEach))
                .pence(0);
    }
}
