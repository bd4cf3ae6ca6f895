package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journeys of people who read: in a real browser, by keyboard, with script off. Each stands in docs/journeys. */
class ReadingJourneysTest {
    private static final String FLYTIP = "We will clear fly-tipping within 5 working days";
    private static final Pattern COUNT = Pattern.compile("(\\d+) cases?\\.");

    private static OpenHouse house;
    private Visitor visitor;

    @BeforeAll
    static void open() {
        house = OpenHouse.door();
    }

    @BeforeEach
    void sitDown() {
        visitor = Visitor.atAKeyboard();
    }

    @AfterEach
    void getUp() {
        visitor.close();
    }

    @Test
    void aResidentFindsWhatIsPromisedHere() {
        visitor.opens(house.at("/"));
        visitor.types("Find your neighbourhood", "SR33 1ZZ");
        visitor.presses("Find");
        assertThat(visitor.heading()).isEqualTo("Nothing was found for “SR33 1ZZ”");
        assertThat(visitor.page()).contains("check the spelling");

        visitor.follows("See every neighbourhood");
        visitor.types("Find your neighbourhood", "plains farm");
        visitor.presses("Find");
        visitor.follows("Plains Farm");
        assertThat(visitor.heading()).isEqualTo("Plains Farm");
        assertThat(visitor.page())
                .contains("Sample data")
                .contains("Figures as of")
                .contains("Sunderland City Council")
                .contains("We, the residents, will hold a litter pick every month.")
                .containsPattern("\\d+\\s+of \\d+ kept");

        visitor.follows(FLYTIP);
        assertThat(visitor.heading()).startsWith(FLYTIP);
        assertThat(visitor.page())
                .contains("What the promise means")
                .contains("The working day on which the clock starts is not counted.")
                .contains("Bank holidays in England and Wales are not working days.")
                .contains("Usually within");

        visitor.follows("This promise in the whole contract");
        assertThat(visitor.heading()).isEqualTo("The community contract of Plains Farm");
        assertThat(visitor.page()).contains("What residents promise").contains("not legally binding");
    }

    @Test
    void aResidentSeesWhyAPromiseWasNotKept() {
        visitor.opens(house.at("/councils/sunderland/plains-farm"));
        visitor.follows(FLYTIP);
        visitor.follows("Every case behind these figures");
        visitor.chooses("Found", "Not kept");
        visitor.presses("Show");
        String first = visitor.part("tbody a");
        visitor.follows(first);
        assertThat(visitor.page())
                .contains("Promise not kept")
                .contains("Sunderland City Council promised to act by")
                .contains("past the due moment")
                .contains("How we worked this out")
                .contains("So the promise was to be kept by")
                .contains("What happened")
                .contains("Reported.");
    }

    @Test
    void aChampionFindsTheCasesBehindAFigure() {
        visitor.opens(house.at("/councils/sunderland/plains-farm/clauses/flytip"));
        String month = visitor.part("#months ~ * tbody a, section[aria-labelledby=months] tbody a");
        int counted = countedInFirstRow();
        visitor.follows(month);
        assertThat(count()).as("cases listed for %s", month).isEqualTo(counted);

        visitor.chooses("Found", "Not kept");
        visitor.chooses("Due in", "All months");
        visitor.chooses("Sorted by", "Longest time first");
        visitor.presses("Show");
        assertThat(visitor.address().getQuery()).contains("state=breached").contains("sort=longest");
        assertThat(count()).isGreaterThan(25);
        String slowest = visitor.part("tbody a");

        visitor.follows("Next");
        assertThat(visitor.part("tbody a")).isNotEqualTo(slowest);
        visitor.follows("Previous");
        assertThat(visitor.part("tbody a")).isEqualTo(slowest);
        visitor.follows(slowest);
        assertThat(visitor.page()).contains("Promise not kept");

        visitor.follows("Plains Farm");
        assertThat(visitor.heading()).isEqualTo("Plains Farm");
    }

    private int count() {
        Matcher count = COUNT.matcher(visitor.part("main"));
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    /** Kept, not kept, not yet known and not counted of the newest period in the table. */
    private int countedInFirstRow() {
        int counted = 0;
        for (int column : new int[] {2, 3, 6, 7}) {
            counted += Integer.parseInt(
                    visitor.part("section[aria-labelledby=months] tbody tr :nth-child(" + column + ")"));
        }
        return counted;
    }
}
