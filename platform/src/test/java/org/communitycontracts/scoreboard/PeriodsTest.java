package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.communitycontracts.standards.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    private static final YearMonth START = YearMonth.of(2026, 1);

    /** Counted cases month by month from January 2026, and the counted cases of each period, with its months. */
    @ParameterizedTest
    @CsvSource({
        "5 6 7,          2026-01=5 2026-02=6 2026-03=7",
        "2 3 4 4,        2026-01--2026-02=5 2026-03--2026-04=8",
        "5 4,            2026-01--2026-02=9",
        "5 0 0 0,        2026-01--2026-04=5",
        "5 4 9 4,        2026-01=5 2026-02--2026-04=17",
        "0 0 5,          2026-01--2026-03=5",
        "1 1 1 1,        ''",
        "0,              ''",
        "4 4 4 4 4,      2026-01--2026-02=8 2026-03--2026-05=12"
    })
    void monthsAreCutOnceIntoPeriodsOfAtLeastFive(String months, String expected) {
        List<Tally> tallies = tallies(months);
        Periods periods = Periods.cut(tallies, START.plusMonths(tallies.size() - 1));
        assertThat(said(periods.all())).isEqualTo(expected);
    }

    @Test
    void aMonthThatIsMissingInTheMiddleIsAMonthWithoutCases() {
        List<Tally> tallies = List.of(tally(0, 3), tally(3, 3));
        assertThat(said(Periods.cut(tallies, START.plusMonths(3)).all())).isEqualTo("2026-01--2026-04=6");
    }

    @Test
    void casesDueAfterTheFiguresAreNotYetKnownAndTheKeptOnesAmongThemWait() {
        List<Tally> tallies =
                List.of(tally(0, 9), new Tally("lamp", START.plusMonths(1).atDay(1), 3, 0, 4, 0));
        Periods periods = Periods.cut(tallies, START);
        assertThat(periods.later()).isEqualTo(4);
        assertThat(said(periods.all())).isEqualTo("2026-01=9");
    }

    @Test
    void theWindowIsTheLastTwelveMonthsAndAPeriodAcrossItsStartIsWhole() {
        List<Tally> tallies = tallies("5 5 5 3 3 5 5 5 5 5 5 5 5 5 5 5");
        Periods periods = Periods.cut(tallies, YearMonth.of(2027, 4));
        assertThat(periods.window().getFirst().name()).isEqualTo("2026-04--2026-05");
        assertThat(periods.whole().orElseThrow().name()).isEqualTo("2026-04--2027-04");
        assertThat(periods.whole().orElseThrow().figure().counted()).isEqualTo(61);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:59:59Z, Europe/London,    2026-10",
        "2026-10-31T12:00:00Z, Europe/London,    2026-09",
        "2026-06-30T23:30:00Z, Europe/London,    2026-06",
        "2015-07-01T03:59:59Z, America/New_York, 2015-06",
        "2015-07-01T03:59:58Z, America/New_York, 2015-05"
    })
    void onlyMonthsThatAreOverInThePlacesOwnTimeAreCounted(Instant asOf, ZoneId zone, YearMonth last) {
        assertThat(Periods.lastWholeMonth(asOf, zone)).isEqualTo(last);
    }

    @Test
    void noFigureUnderFiveIsShownNorFollowsFromTheDifferenceOfAnyTwo() {
        Random random = new Random(7);
        for (int table = 0; table < 2_000; table++) {
            List<Tally> tallies = new ArrayList<>();
            int months = 1 + random.nextInt(30);
            for (int month = 0; month < months; month++) {
                tallies.add(tally(month, random.nextInt(8)));
            }
            Periods periods = Periods.cut(tallies, START.plusMonths(months - 1));
            // Whatever can be added and subtracted is a run of whole periods; the window is one such run.
            assertThat(periods.all()).allMatch(period -> period.figure().isEnough());
            assertThat(periods.all()).containsAll(periods.window());
            int sum = periods.all().stream()
                    .mapToInt(period -> period.figure().counted())
                    .sum();
            int total = tallies.stream().mapToInt(Tally::counted).sum();
            assertThat(sum).isEqualTo(total >= Figure.FEWEST ? total : 0);
            for (int at = 1; at < periods.all().size(); at++) {
                assertThat(periods.all().get(at).first())
                        .isEqualTo(periods.all().get(at - 1).last().plusMonths(1));
            }
        }
    }

    private static List<Tally> tallies(String months) {
        List<Tally> tallies = new ArrayList<>();
        for (String counted : months.split(" ", -1)) {
            tallies.add(tally(tallies.size(), Integer.parseInt(counted)));
        }
        return tallies;
    }

    private static Tally tally(int month, int counted) {
        return new Tally("lamp", START.plusMonths(month).atDay(1), counted - counted / 3, counted / 3, 0, 0);
    }

    private static String said(List<Period> periods) {
        return String.join(
                " ",
                periods.stream()
                        .map(period -> period.name() + "=" + period.figure().counted())
                        .toList());
    }
}
