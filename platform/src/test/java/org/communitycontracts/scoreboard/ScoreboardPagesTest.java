package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.Set;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScoreboardPagesTest {
    private static final String PLACE = "/councils/sunderland/plains-farm";
    private static final String DATA = "/open-data/sunderland/plains-farm";

    private static Database database;
    private static PagesAlone pages;

    @BeforeAll
    static void aYearOfCounts() throws IOException {
        database = TestDatabase.fresh();
        PlainsFarm farm = new PlainsFarm(database);
        for (YearMonth month = YearMonth.of(2025, 5);
                !month.isAfter(YearMonth.of(2026, 10));
                month = month.plusMonths(1)) {
            boolean june = month.equals(YearMonth.of(2026, 6));
            farm.count("flytip", month.toString(), june ? 12 : 17, june ? 5 : 0, 0, 1);
            farm.count("overgrown", month.toString(), 1, 1, 0, 0);
        }
        farm.count("flytip", "2026-11", 8, 0, 14, 0);
        farm.count("message", "2026-02", 1, 0, 0, 0);
        farm.count("message", "2026-07", 2, 1, 0, 0);
        farm.usually("flytip", 200, 3 * 28800, 6 * 28800);
        farm.usually("message", 4, 7200, 9000);
        farm.unpromised("2026-05", 300);
        farm.unpromised("2026-06", 12);
        farm.unpromised("2024-01", 99);
        pages = PagesAlone.open(database);
    }

    @AfterAll
    static void close() {
        pages.close();
        database.close();
    }

    @Test
    void theNeighbourhoodShowsEachPromiseWithItsCountItsRangeAndItsStanding() throws Exception {
        assertThat(pages.text(PLACE))
                .contains("What Sunderland City Council, Home Group and Northumbria Police promise here")
                .contains("We will clear fly-tipping within 5 working days of your report.")
                .contains("Sunderland City Council · usually within 3 working days")
                .contains("199 of 204 kept 97 in 100, likely 94 to 99 The promise is 95 in 100")
                .contains("July to September 2026: 51 of 51, which keeps the promise of 95 in 100.")
                .contains("Figures as of 31 October 2026.")
                .contains("In force since 1 April 2026, version 2.")
                .contains("Sample data.");
    }

    @Test
    void aPromiseThatChangedWithinTheMonthsShownSaysSoOnThePageOfThePlaceInTheDrawingsAndInTheTable() throws Exception {
        String changed = "The promise changed on 1 April 2026.";
        assertThat(pages.text(PLACE)).contains("which keeps the promise of 95 in 100. " + changed);
        assertThat(pages.get(PLACE).body()).containsPattern("aria-label=\"Share kept: [^\"]*" + changed);
        assertThat(pages.text(PLACE + "/clauses/flytip")).contains("April 2026 " + changed + " 17 0 100");
        assertThat(pages.get(PLACE + "/clauses/flytip").body())
                .containsPattern("aria-label=\"Columns of cases [^\"]*" + changed);
    }

    @Test
    void casesDueAfterTheFiguresAreNotYetKnownAndTheKeptOnesAmongThemAreNotCounted() throws Exception {
        assertThat(pages.text(PLACE)).contains("14 cases are not yet known");
        assertThat(pages.text(PLACE + "/clauses/flytip"))
                .contains("November 2025 to October 2026: of 204 cases, 199 were kept.")
                .contains("Due later counted when their month is over 14");
    }

    @Test
    void reportsWithoutAPromiseAreCountedApart() throws Exception {
        assertThat(pages.text(PLACE))
                .contains("312 reports fell under no promise of this contract. They are not counted as kept.");
    }

    @Test
    void fewerThanFiveCasesShowNoFigureNoTimeNoListAndNoRowOfData() throws Exception {
        String text = pages.text(PLACE);
        String message = text.substring(text.indexOf("A named officer"), text.indexOf("We will sweep"));
        assertThat(message)
                .contains("Fewer than 5 cases Too few to show without misleading or pointing at somebody.")
                .contains("Too few to say")
                .doesNotContain("usually", "kept", "in 100");
        assertThat(pages.text(PLACE + "/clauses/message"))
                .contains("Fewer than 5 cases")
                .doesNotContain("2026-02");
        assertThat(pages.get(PLACE + "/clauses/message/cases").statusCode()).isEqualTo(404);
        assertThat(pages.get(DATA + "/periods.csv").body()).contains("flytip").doesNotContain("message");
        assertThat(pages.get(DATA + "/promises.csv").body().lines().filter(line -> line.startsWith("message,")))
                .singleElement()
                .asString()
                .endsWith(",,,,,,,,,,,");
    }

    @Test
    void monthsWithFewCasesAreOnePeriodOnThePageAndInTheData() throws Exception {
        assertThat(pages.text(PLACE + "/clauses/overgrown"))
                .contains("August to October 2026")
                .doesNotContain("September 2026 ");
        assertThat(pages.get(DATA + "/periods.csv").body()).contains("overgrown,2026-08,2026-10,3,3,50,");
    }

    @Test
    void theClausePageTellsWhatChangedAndHowTheTimeIsCounted() throws Exception {
        assertThat(pages.text(PLACE + "/clauses/flytip"))
                .contains("1 April 2023 to 31 March 2026 version 1")
                .contains("“We will clear fly-tipping within 7 working days of your report.”")
                .contains("Bank holidays in England and Wales are not working days.")
                .contains("Nine in ten took 6 working days or less.");
    }

    @Test
    void aPromiseThatNobodyCountsYetSaysSoAndIsNeverKept() throws Exception {
        assertThat(pages.text(PLACE + "/clauses/litter-pick"))
                .contains("Not counted yet")
                .doesNotContain("Kept", "Figures as of");
    }

    @Test
    void theWholeContractStandsOnOnePageWithItsVersions() throws Exception {
        assertThat(pages.text(PLACE + "/contract"))
                .contains("The community contract of Plains Farm")
                .contains("We, the residents, will hold a litter pick every month.")
                .contains("Now “We will clear fly-tipping within 5 working days of your report.” Before:")
                .contains("Voluntary, not legally binding.");
    }

    @Test
    void everyLinkOnThePagesLeadsSomewhere() throws Exception {
        for (String page : new String[] {
            "/", "/councils/sunderland", PLACE, PLACE + "/clauses/flytip", PLACE + "/contract", "/open-data", DATA
        }) {
            for (String link : pages.links(page)) {
                // The pages of what this is, of signing in and of reporting stand in rooms that are not open here.
                if (!link.endsWith("/report")
                        && !link.startsWith("/open311/")
                        && !Set.of("/about", "/accessibility", "/privacy", "/account")
                                .contains(link)) {
                    assertThat(pages.get(link).statusCode())
                            .as(page + " -> " + link)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        for (String nowhere : new String[] {
            "/councils/nowhere",
            "/councils/sunderland/nowhere",
            PLACE + "/clauses/nothing",
            "/councils/sunderland/contract",
            "/councils/sunderland/clauses/flytip",
            "/open-data/nowhere",
            "/open-data/sunderland/nothing",
            DATA + "/nothing.csv",
            DATA + "/version-9.yaml",
            "/open-data/sunderland/nothing/verdicts.jsonl"
        }) {
            assertThat(pages.get(nowhere).statusCode()).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    void oddFiltersAreTakenAsNotAsked() throws Exception {
        String odd = "?state=%00&period=2026-06%27--&sort=drop&page=-1";
        assertThat(pages.text(PLACE + "/clauses/flytip/cases" + odd)).contains("November 2025 to October 2026");
    }

    @Test
    void aSearchFindsThePlaceAndOneThatFindsNothingSaysWhatToDo() throws Exception {
        assertThat(pages.text("/search?q=plains")).contains("1 place").contains("Plains Farm");
        assertThat(pages.text("/search?q=xyz"))
                .contains("Nothing was found for “xyz”")
                .contains("check the spelling");
        HttpResponse<String> blank = pages.get("/search?q=");
        assertThat(blank.body()).contains("<title>Error: ").contains("href=\"#q\"");
    }

    @Test
    void theTablesCarryTheirDictionaryAndTheirLicence() throws Exception {
        assertThat(pages.get(DATA + "/promises.json").body())
                .contains("\"licence\":\"The figures and contracts may be used")
                .contains("\"figures_as_of\":\"2026-10-31T23:59:59Z\"")
                .contains("{\"name\":\"kept\",\"type\":\"integer\",\"meaning\":\"Cases in which");
        assertThat(pages.text(DATA))
                .contains("./run judge")
                .contains("--contract plains-farm-version-2.yaml")
                .contains("--as-of 2026-10-31T23:59:59Z");
    }

    @Test
    void theContractFileIsGivenAwayAsItWasAdopted() throws Exception {
        assertThat(pages.get(DATA + "/version-2.yaml").body())
                .isEqualTo(PlainsFarm.versions().getLast().yaml());
    }
}
