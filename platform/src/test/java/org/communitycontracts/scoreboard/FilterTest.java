package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.standards.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures up to October 2026; in November one case is kept, two are not, and three are not yet known. */
class FilterTest {
    private static final YearMonth UP_TO = YearMonth.of(2026, 10);

    @ParameterizedTest
    @CsvSource({
        "'',      met,      '', met,      2026-08-01, 2026-11-01",
        "2026-08, breached, 2026-08, breached, 2026-08-01, 2026-09-01",
        "2026-11, met,      '', met,      2026-08-01, 2026-11-01",
        "all,     '',       all, '',      2026-08-01, 2026-11-01",
        "all,     met,      all, met,     2026-08-01, 2026-11-01",
        "later,   '',       later, pending, 2026-11-01, ",
        "later,   met,      later, pending, 2026-11-01, ",
        "later,   breached, later, pending, 2026-11-01, ",
        "later,   void,     later, pending, 2026-11-01, "
    })
    void nothingButWhatIsNotYetKnownIsListedOfMonthsThatStillRun(
            String period, String state, String kept, String found, LocalDate from, LocalDate until)
            throws IOException {
        Filter filter = Filter.of(line(), UP_TO, state, period, "", "");
        assertThat(filter.period()).isEqualTo(kept);
        assertThat(filter.stateName()).isEqualTo(found);
        assertThat(filter.span().from()).isEqualTo(from);
        assertThat(filter.span().until()).isEqualTo(until);
    }

    private static Line line() throws IOException {
        Clause clause = PlainsFarm.versions().getLast().contract().clauses().getFirst();
        Periods periods = Periods.cut(
                List.of(month(8, 5, 1, 0), month(9, 6, 2, 0), month(10, 7, 0, 0), month(11, 1, 2, 3)), UP_TO);
        return new Line(
                clause,
                periods.whole(),
                periods.window(),
                periods.all(),
                periods.later(),
                Finding.ofPart(clause, periods.whole()),
                null);
    }

    private static Tally month(int month, int met, int breached, int pending) {
        return new Tally("flytip", LocalDate.of(2026, month, 1), met, breached, pending, 0);
    }
}
