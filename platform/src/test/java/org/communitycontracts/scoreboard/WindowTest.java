package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Unmeasurable;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.standards.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    /** The versions as "from>until share over", the last month shown, and the months and the share that are judged. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-01> 95 quarter,       2026-10, 2026-07 2026-09 95",
        "2026-04-01> 95 quarter,       2026-09, 2026-07 2026-09 95",
        "2026-04-01> 95 quarter,       2026-08, 2026-04 2026-06 95",
        "2026-04-01> 95 quarter,       2026-05, none",
        "2026-04-02> 95 quarter,       2026-08, none",
        "2026-04-01> 95 month,         2026-10, 2026-10 2026-10 95",
        "2026-04-15> 95 month,         2026-04, none",
        "2023-04-01> 95 contract_year, 2026-10, 2025-04 2026-03 95",
        "2023-04-15> 95 contract_year, 2026-04, 2025-04 2026-04 95",
        "2023-04-15> 95 contract_year, 2026-03, 2024-04 2025-04 95",
        "2024-02-29> 95 contract_year, 2026-02, 2025-03 2026-02 95",
        "2026-04-01> 95 contract_year, 2027-02, none",
        "2023-04-01>2026-04-01 90 quarter/2026-04-01> 95 quarter, 2026-10, 2026-07 2026-09 95",
        "2023-04-01>2026-04-01 90 quarter/2026-04-01> 95 quarter, 2026-05, 2026-01 2026-03 90",
        "2023-04-01>2026-02-15 90 quarter/2026-02-15> 95 quarter, 2026-05, 2025-10 2025-12 90",
        "2023-04-01> 90 quarter/2026-02-15> 95 quarter,           2026-05, 2025-10 2025-12 90",
        "2023-04-01>2026-02-15 90 quarter,                        2026-10, 2025-10 2025-12 90",
        "2023-04-01>2026-04-01 90 month/2026-04-01> 95 quarter,   2026-05, 2026-03 2026-03 90"
    })
    void aShareIsJudgedOverTheLastWholeWindowOfOneVersion(String versions, YearMonth upTo, String expected) {
        assertThat(Window.last(contracts(versions), "flytip", upTo)
                        .map(window -> window.first() + " " + window.last() + " "
                                + window.target().share())
                        .orElse("none"))
                .isEqualTo(expected);
    }

    /** Kept/not kept by month from May to October 2026, the promise, and how it stands over which months. */
    @ParameterizedTest
    @CsvSource({
        // The year is short of 95, the quarter kept it.
        "0/20 20/0 20/0 20/0 20/0 0/9, 95 quarter, KEPT      2026-07--2026-09 60/0",
        // The year kept it, the quarter fell short.
        "99/0 99/0 15/0 13/1 13/2 99/0, 95 quarter, SHORT    2026-07--2026-09 41/3",
        "9/0 9/0 9/0 0/9 9/0 5/1,      80 month,   KEPT      2026-10 5/1",
        "9/0 9/0 9/0 9/0 9/0 4/2,      80 month,   SHORT     2026-10 4/2",
        // October has too few cases of its own: September and October are one period, and judged as one.
        "9/0 9/0 9/0 9/0 9/0 0/4,      90 quarter, SHORT     2026-07--2026-10 27/4",
        // June and July are one period.
        "9/0 4/0 5/0 9/0 9/0 9/0,      90 quarter, KEPT      2026-06--2026-09 27/0",
        "1/0 1/0 1/0 1/0 1/0 0/0,      90 quarter, TOO_FEW   2026-05--2026-10 5/0",
        "1/0 1/0 0/0 1/0 1/0 0/0,      90 quarter, TOO_FEW   none",
        "9/0 9/0 9/0 9/0 9/0 9/0, 90 contract_year, TOO_EARLY none"
    })
    void thePromiseStandsAsItsWindowDidAndNotAsTheYear(String months, String promise, String expected) {
        Finding finding = finding(months, "2026-04-01> " + promise);
        assertThat(said(finding)).isEqualTo(expected.replaceAll(" +", " "));
    }

    @Test
    void aPromiseOfEverySingleCaseIsJudgedOnAllThatIsShown() {
        Contract version = contract("2026-04-01>", null);
        Finding finding = Finding.of(version.clauses().getFirst(), List.of(version), cut("9/1 9/0 9/0 9/0 9/0 9/0"));
        assertThat(said(finding)).isEqualTo("SHORT 2026-05--2026-10 54/1");
    }

    @Test
    void aShareOfTheWholeCouncilIsNotJudgedInOneNeighbourhood() {
        Clause clause = contracts("2026-04-01> 95 quarter").getFirst().clauses().getFirst();
        assertThat(Finding.ofPart(clause, cut("9/0").whole()).standing()).isEqualTo(Standing.AS_A_WHOLE);
    }

    private static Finding finding(String months, String versions) {
        List<Contract> contracts = contracts(versions);
        return Finding.of(contracts.getLast().clauses().getFirst(), contracts, cut(months));
    }

    private static Periods cut(String months) {
        List<Tally> tallies = new ArrayList<>();
        for (String month : months.split(" ", -1)) {
            int slash = month.indexOf('/');
            int met = Integer.parseInt(month.substring(0, slash));
            int breached = Integer.parseInt(month.substring(slash + 1));
            LocalDate first = LocalDate.of(2026, 5 + tallies.size(), 1);
            tallies.add(new Tally("flytip", first, met, breached, 0, 0));
        }
        return Periods.cut(tallies, YearMonth.of(2026, 4 + tallies.size()));
    }

    private static String said(Finding finding) {
        Period period = finding.period();
        return finding.standing()
                + (period == null
                        ? " none"
                        : " " + period.name() + " " + period.figure().met() + "/"
                                + period.figure().breached());
    }

    private static List<Contract> contracts(String versions) {
        List<Contract> contracts = new ArrayList<>();
        for (String version : versions.split("/", -1)) {
            String[] words = version.split(" ", -1);
            contracts.add(contract(words[0], target(Integer.parseInt(words[1]), words[2])));
        }
        return contracts;
    }

    private static Target target(int share, String over) {
        return new Target(
                share, org.communitycontracts.engine.contract.Window.valueOf(over.toUpperCase(Locale.ROOT)), 6, null);
    }

    private static Contract contract(String term, @Nullable Target target) {
        Party council = new Party("council", "Sunderland City Council", Party.Role.PROVIDER);
        Clause clause = Clause.of("flytip", council, When.ALWAYS, new Unmeasurable("respond"))
                .with(target);
        String[] days = term.split(">", -1);
        return new Contract(
                "plains-farm",
                1,
                ZoneId.of("Europe/London"),
                LocalDate.parse(days[0]),
                days[1].isEmpty() ? null : LocalDate.parse(days[1]),
                Currency.getInstance("GBP"),
                Contract.Transition.AT_REPORT,
                Map.of(),
                Map.of("council", council),
                List.of(clause));
    }
}
