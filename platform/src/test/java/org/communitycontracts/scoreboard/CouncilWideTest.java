package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A contract of the whole council with several neighbourhoods under it. */
class CouncilWideTest {
    private static Database database;
    private static PagesAlone pages;

    @BeforeAll
    static void aCityWithFourNeighbourhoods() throws IOException {
        database = TestDatabase.fresh();
        PlainsFarm farm = PlainsFarm.ofTheWholeCouncil(database);
        long north = farm.open("North End");
        long south = farm.open("South End");
        long east = farm.open("East End");
        farm.count(0, "flytip", "2026-10", 80, 8);
        farm.count(north, "flytip", "2026-10", 45, 5);
        farm.count(south, "flytip", "2026-10", 18, 2);
        farm.count(east, "flytip", "2026-10", 8, 0);
        farm.count(farm.neighbourhood.id(), "flytip", "2026-10", 3, 0);
        // Seven more lie in no known neighbourhood.
        farm.count(0, "graffiti", "2026-09", 30, 0);
        farm.count(north, "graffiti", "2026-09", 30, 0);
        pages = PagesAlone.open(database);
    }

    @AfterAll
    static void close() {
        pages.close();
        database.close();
    }

    @Test
    void theCouncilsOwnPageShowsItsFigureAndThoseOfTheNeighbourhoodsThatMayBeShown() throws Exception {
        assertThat(pages.text("/councils/sunderland")).contains("80 of 88 kept");
        assertThat(pages.text("/councils/sunderland/clauses/flytip"))
                .contains("North End 45 50 90")
                .contains("South End 18 20 90")
                .contains("East End 8 8 100")
                .contains("Plains Farm not shown");
    }

    @Test
    void aNeighbourhoodShowsOneFigureForEachPromiseAndNoMonths() throws Exception {
        assertThat(pages.text("/councils/sunderland/north-end"))
                .contains("45 of 50 kept")
                .contains("This contract covers the whole of Sunderland City Council");
        assertThat(pages.text("/councils/sunderland/north-end/clauses/flytip"))
                .contains("October 2026: of 50 cases, 45 were kept.")
                .contains("Judged for the whole council")
                .doesNotContain("Month by month");
    }

    @Test
    void aSmallNeighbourhoodShowsNothingOnItsPageNorInTheData() throws Exception {
        assertThat(pages.text("/councils/sunderland/plains-farm")).contains("Not shown for this neighbourhood");
        assertThat(pages.get("/councils/sunderland/plains-farm/clauses/flytip/cases")
                        .statusCode())
                .isEqualTo(404);
        assertThat(pages.get("/open-data/sunderland/plains-farm/neighbourhoods.csv")
                        .body())
                .contains("flytip,North End,2026-10,2026-10,45,5,90,")
                .contains("flytip,Plains Farm,2026-10,2026-10,,,,,");
    }

    @Test
    void aNeighbourhoodHasNoCasesWhereTheOthersHaveThemAll() throws Exception {
        assertThat(pages.text("/councils/sunderland/clauses/graffiti")).contains("South End no case");
    }
}
