package org.communitycontracts.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static Database database;
    private static Search search;

    @BeforeAll
    static void plainsFarmIsKnown() {
        database = TestDatabase.fresh();
        Neighbourhoods neighbourhoods = new Neighbourhoods(database.sql());
        Council council = new Councils(database.sql())
                .open(
                        Actor.PROGRAM,
                        "sunderland",
                        "Sunderland City Council",
                        ZoneId.of("Europe/London"),
                        true,
                        null,
                        "made up");
        Neighbourhood plainsFarm =
                neighbourhoods.open(Actor.programIn(council.id()), council.id(), "Plains Farm", null);
        new Councils(database.sql())
                .open(Actor.PROGRAM, "mon", "Cyngor Sir Ynys Môn", ZoneId.of("Europe/London"), true, null, "made up");
        neighbourhoods.nameFor(Actor.programIn(council.id()), plainsFarm, "Primate Road", SearchName.Kind.STREET);
        neighbourhoods.nameFor(Actor.programIn(council.id()), plainsFarm, "SR3 1", SearchName.Kind.POSTCODE);
        search = new Search(database.sql());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aPlaceIsFoundByItsNameInAnySpellingAndByItsSecondWord() {
        assertThat(search.find(" plains FARM "))
                .singleElement()
                .extracting(Search.Hit::neighbourhood)
                .isEqualTo("plains-farm");
        assertThat(search.find("farm")).hasSize(1);
        assertThat(search.find("lains")).isEmpty();
    }

    @Test
    void aPlaceIsFoundByAStreetAndTheStreetIsSaid() {
        assertThat(search.find("primate"))
                .singleElement()
                .extracting(Search.Hit::found)
                .isEqualTo("Primate Road");
    }

    @Test
    void aWholePostcodeFindsItsSectorAndAFirstPartFindsTheLot() {
        assertThat(search.find("sr3 1pp")).hasSize(1);
        assertThat(search.find("SR31PP")).hasSize(1);
        assertThat(search.find("SR3")).hasSize(1);
        assertThat(search.find("SR4 1PP")).isEmpty();
    }

    @Test
    void aCouncilIsFoundByAnyWordOfItsNameWithOrWithoutAccents() {
        assertThat(search.find("sunderland")).extracting(Search.Hit::address).containsExactly("/councils/sunderland");
        assertThat(search.find("City Council")).extracting(Search.Hit::address).containsExactly("/councils/sunderland");
        assertThat(search.find("ynys mon")).extracting(Search.Hit::address).containsExactly("/councils/mon");
        assertThat(search.find("underland")).isEmpty();
    }

    @Test
    void anExactNameHasNoNeedOfNearOnesAndAFoundOneOffersNone() {
        assertThat(Found.of("plains farm", search).near()).isEmpty();
        assertThat(Found.of("plans farm", search).near()).containsExactly("Plains Farm");
    }

    @ParameterizedTest
    @CsvSource({
        "plians farm,       Plains Farm",
        "Planes Farm,       Plains Farm",
        "plaisn,            Plains Farm",
        "fram,              Plains Farm",
        "primte raod,       Primate Road",
        "Sunderlnad,        Sunderland City Council",
        "sunderland citty,  Sunderland City Council"
    })
    void aSlipOfTheFingersIsForgiven(String typed, String meant) {
        assertThat(search.find(typed)).isEmpty();
        assertThat(search.near(typed)).first().isEqualTo(meant);
    }

    @Test
    void whatIsNearNothingIsNotGuessedAt() {
        for (String far : new String[] {"nowhere at all", "xyzzy", "SR9 9ZZ", "ab", "", "x".repeat(10_000)}) {
            assertThat(search.near(far)).as(far).isEmpty();
        }
    }

    @Test
    void aQuestionLongerThanAnyNameIsNotEchoedWhole() {
        Found found = Found.of("x".repeat(10_000), search);
        assertThat(found.asked()).hasSize(Search.LONGEST);
        assertThat(found.wrong()).isEqualTo("search.long");
        assertThat(Found.of("x".repeat(79) + "\ud83d\ude00".repeat(9), search).asked())
                .hasSize(79);
    }

    @Test
    void oddQuestionsFindNothingAndBreakNothing() {
        for (String odd : new String[] {"", "   ", "%", "_", "';--", "\u0000", "x".repeat(10_000)}) {
            assertThat(search.find(odd)).isEmpty();
        }
    }

    @Test
    void aPointIsInsideOrOutsideADrawnBoundary() {
        Boundary square = Boundary.parse(
                "{\"type\":\"Polygon\",\"coordinates\":[[[-1.43,54.87],[-1.41,54.87],[-1.41,54.89],[-1.43,54.89],[-1.43,54.87]]]}");
        assertThat(square.covers(54.88, -1.42)).isTrue();
        assertThat(square.covers(54.90, -1.42)).isFalse();
    }
}
