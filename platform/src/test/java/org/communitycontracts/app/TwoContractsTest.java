package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Athersley and New Lodge has a contract of its own, and Barnsley one for its whole area: nobody may take one for the other. */
class TwoContractsTest {
    private static final String COUNCIL = "/councils/barnsley";
    private static final String OWN = COUNCIL + "/athersley-and-new-lodge";
    private static final String DANGER =
            "We will make a danger in the street safe within 24 hours of your report, on any day.";

    private static OpenHouse house;

    @BeforeAll
    static void open() {
        house = OpenHouse.door();
    }

    @Test
    void theNeighbourhoodsPageSaysWhoseContractItIsAndThatAnotherHoldsToo() {
        assertThat(text(OWN))
                .contains("This is the contract of Athersley and New Lodge alone."
                        + " Barnsley Metropolitan Borough Council has a contract for its whole area as well.")
                .contains("Promises for the whole council")
                .contains("It is not part of the contract of Athersley and New Lodge, and not in the figures above.")
                .contains("We will repair a street light within 5 working days of your report.");
    }

    @Test
    void aPlaceWithoutAContractOfTheWholeCouncilSaysNothingOfOne() {
        assertThat(text("/councils/sunderland/plains-farm"))
                .doesNotContain("whole council")
                .doesNotContain("alone");
    }

    @Test
    void theCouncilsPageSaysWhichNeighbourhoodsHaveTheirOwn() {
        assertThat(text(COUNCIL))
                .contains("everywhere in the area of the council")
                .contains("Athersley and New Lodge has a contract of its own")
                .doesNotContain("Hoyland has a contract of its own");
    }

    @Test
    void aClauseOfTheWholeCouncilHasItsPageInANeighbourhoodWithAContractOfItsOwn() {
        assertThat(text(OWN + "/clauses/street-light"))
                .contains("Promised by Barnsley Metropolitan Borough Council for the whole area of the council."
                        + " The figures here are those of Athersley and New Lodge alone.");
    }

    @Test
    void aPromiseThatNobodyCountsIsNotSaidToBeHiddenForItsSmallNumbers() {
        assertThat(text(COUNCIL + "/hoyland"))
                .contains("We will check the lights of every main road once a month, after dark."
                        + " Barnsley Metropolitan Borough Council Not counted yet")
                .doesNotContain("Not shown for this neighbourhood");
    }

    @Test
    void whereBothHaveAClauseOfOneNameTheOwnOneStandsInTheNeighbourhood() {
        assertThat(text(OWN + "/clauses/danger")).contains("within 8 hours").doesNotContain(DANGER);
        assertThat(text(COUNCIL + "/clauses/danger"))
                .contains(DANGER)
                .contains("Athersley and New Lodge see its own contract");
        assertThat(html(OWN)).contains("<a href=\"" + COUNCIL + "/clauses/danger\">" + DANGER);
    }

    @Test
    void smallNeighbourhoodsAndThoseToldElsewhereHaveNoFigureAndNoListUnderTheWholeCouncil() {
        assertThat(text(COUNCIL + "/clauses/pothole")).contains("Cawthorne not shown");
        assertThat(text(COUNCIL + "/cawthorne")).contains("Not shown for this neighbourhood");
        assertThat(house.get(house.at(COUNCIL + "/cawthorne/clauses/pothole/cases"))
                        .statusCode())
                .isEqualTo(404);
        List<String> rows = house.text("/open-data/barnsley/barnsley-council/neighbourhoods.csv")
                .lines()
                .toList();
        assertThat(rows)
                .anyMatch(row -> row.matches("danger,Athersley and New Lodge,[-0-9]*,[-0-9]*,,,,,"))
                .anyMatch(row -> row.matches("pothole,Cawthorne,[-0-9]*,[-0-9]*,,,,,"))
                .anyMatch(row -> row.matches("street-light,Athersley and New Lodge,[-0-9]*,[-0-9]*,\\d+,.*"));
    }

    @Test
    void aCaseUnderBothContractsNamesTheContractOfEachFinding() {
        String both = Cases.underTwoContracts(house);
        assertThat(text(both))
                .contains("The promise, in the contract of Athersley and New Lodge:")
                .contains("The promise, in the contract of the whole area of Barnsley Metropolitan Borough Council:");
        assertThat(ids(html(both))).doesNotHaveDuplicates();
    }

    @Test
    void theTwoContractsAndTheirOpenDataHaveNamesOfTheirOwn() {
        String wide = "the whole area of Barnsley Metropolitan Borough Council";
        assertThat(text(COUNCIL + "/contract"))
                .contains("The community contract of " + wide)
                .contains(
                        "Neighbourhoods with a contract of their own, which holds there as well: Athersley and New Lodge");
        assertThat(text(OWN + "/contract"))
                .contains("The community contract of Athersley and New Lodge")
                .contains("This contract covers Athersley and New Lodge alone.");
        assertThat(text("/open-data/barnsley"))
                .contains("The community contract of " + wide)
                .contains("The community contract of Athersley and New Lodge");
        assertThat(text("/open-data/barnsley/barnsley-council")).contains("Open data of the contract of " + wide);
        assertThat(text(COUNCIL + "/clauses/pothole/cases")).contains("Cases in " + wide);
    }

    @Test
    void aPromiseOfTheWholeCouncilThatChangedSaysSoInTheNeighbourhoodToo() {
        String changed = "The promise changed on 1 April 2026.";
        assertThat(text(COUNCIL)).contains(changed);
        assertThat(text(COUNCIL + "/hoyland")).contains(changed);
        assertThat(text(COUNCIL + "/hoyland/clauses/pothole")).contains("This promise changed on 1 April 2026.");
        assertThat(text(COUNCIL + "/clauses/pothole")).contains("April 2026 " + changed);
        assertThat(text(OWN)).doesNotContain("The promise changed on 1 April");
    }

    @Test
    void aPromiseThatStayedTheSameInANewVersionHasNotChangedThoughItsCalendarKnowsOtherYears() {
        assertThat(text(COUNCIL + "/clauses/street-light"))
                .contains("The same, unchanged.")
                .doesNotContain("changed on");
        assertThat(text(COUNCIL + "/contract")).doesNotContain("How it is counted changed");
        assertThat(text(COUNCIL + "/clauses/pothole")).doesNotContain("The same, unchanged.");
    }

    @Test
    void aCaseThatIsNotCountedNamesItsReasonInItsBox() {
        Map<String, String> reasons = Map.of(
                "duplicate", "It was marked as a duplicate of another report on ",
                "withdrawn", "The resident withdrew the report on ",
                "not_in_area", "It was found to lie outside the area of the contract on ");
        reasons.forEach((event, reason) -> {
            String html = html(Cases.such(
                    house,
                    "v.state = 'void' and exists (select 1 from reporting.happening h where h.council_id = v.council_id"
                            + " and h.report_id = v.report_id and h.event = '" + event + "')"));
            String box = html.substring(html.indexOf("<h3 class=\"head\">Not counted"));
            assertThat(box.substring(0, box.indexOf("</div>")))
                    .contains(reason)
                    .contains("The contract takes such cases out of the count.");
        });
    }

    @Test
    void aPagePastTheEndOfAListIsTheLastOne() {
        String cases = "/councils/sunderland/plains-farm/clauses/flytip/cases";
        String last = html(cases + "?page=99999");
        assertThat(last).contains("<tbody").contains("aria-current=\"page\"");
        Matcher current =
                Pattern.compile("href=\"([^\"]*)\"[^>]*aria-current=\"page\"").matcher(last);
        assertThat(current.find()).isTrue();
        assertThat(html(current.group(1).replace("&amp;", "&"))).isEqualTo(last);
        assertThat(text(cases + "?period=" + "none" + "&state=void&page=99999")).contains("cases.");
    }

    private static List<String> ids(String html) {
        Matcher ids = Pattern.compile("\\sid=\"([^\"]*)\"").matcher(html);
        return ids.results().map(found -> found.group(1)).toList();
    }

    private static String html(String path) {
        return house.text(path).replace("&#39;", "'");
    }

    private static String text(String path) {
        return html(path)
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,:])", "$1");
    }
}
