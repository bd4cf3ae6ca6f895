package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The journeys of those who deal with reports: in a real browser 320 pixels wide, by keyboard alone, with script off and then on.
 * Each stands in docs/journeys.
 */
class DeskJourneysTest {
    private static Newsroom news;

    @BeforeAll
    static void aContractIsInForce() {
        news = new Newsroom("desk-journeys");
    }

    /** Somebody of this party comes to the desk in this browser, and finds a report there. */
    private static void finds(Visitor officer, String party, Newsroom.Made report) {
        officer.forgetsCookies();
        officer.hasSignedIn(news.house.signedIn(news.milltown.of(Role.SERVICE_OFFICER, party)), news.house.at("/"));
        officer.opens(news.house.at("/councils/desk-journeys/desk"));
        officer.follows("Find a report by its number");
        officer.types("Number of the report", report.reference());
        officer.presses("Find");
        assertThat(officer.page()).contains("What you can do");
    }

    @Test
    void aServiceAsksAndTheClockWaitsForTheReply() {
        for (boolean script : new boolean[] {false, true}) {
            Newsroom.Made report = news.reports("graffiti", "public");
            try (Visitor both = Visitor.onATelephone(script)) {
                asksAndHears(both, both, report);
            }
        }
    }

    private static void asksAndHears(Visitor officer, Visitor resident, Newsroom.Made report) {
        finds(officer, "council", report);
        assertThat(officer.page())
                .contains("Somebody's name in red paint")
                .contains("We will remove other graffiti within 5 working days of your report.");
        officer.follows("Put it on hold");
        assertThat(officer.page()).contains("only for a reason that the contract allows");
        officer.presses("Write it down");
        assertThat(officer.page()).contains("Write what you want to ask.");
        officer.writes("Your question, or a note", "Is it the wall towards the road or towards the yard?");
        officer.presses("Write it down");
        assertThat(officer.page())
                .contains("The report is on hold.")
                .contains("On hold: the clock is stopped")
                .doesNotContain("Put it on hold");

        resident.forgetsCookies();
        resident.opens(news.house.at(report.followUp()));
        assertThat(resident.page()).contains("Is it the wall towards the road or towards the yard?");
        resident.follows("Answer the question");
        assertThat(resident.heading()).isEqualTo("The service asks you something");
        resident.presses("Send your answer");
        assertThat(resident.page()).contains("Write your answer, or go back to your report.");
        resident.writes("Your answer", "Towards the road, left of the gate.");
        resident.presses("Send your answer");
        assertThat(resident.page())
                .contains("The resident replied.")
                .contains("Towards the road, left of the gate.")
                .doesNotContain("Answer the question");
        resident.opens(URI.create(news.house.at(report.followUp()) + "/reply"));
        assertThat(resident.heading()).startsWith("Your report ");

        finds(officer, "council", report);
        assertThat(officer.page())
                .contains("Towards the road, left of the gate.")
                .contains("Put it on hold")
                .doesNotContain("On hold: the clock is stopped");
        officer.follows("Say that it is fixed");
        officer.writes("What was done", "Washed off with hot water.");
        officer.presses("Write it down");
        assertThat(officer.page()).contains("It is written down as fixed.").contains("The report is closed.");
        resident.opens(news.house.at(report.followUp()));
        assertThat(resident.page()).contains("Washed off with hot water.").contains("Say whether it is fixed");
        resident.follows("The public page");
        assertThat(resident.page())
                .contains("The service asked the resident something.")
                .doesNotContain("towards the yard", "left of the gate", "hot water");
    }

    @Test
    void aReportIsHandedOverAndBack() {
        for (boolean script : new boolean[] {false, true}) {
            Newsroom.Made report = news.reports("graffiti", "public");
            try (Visitor both = Visitor.onATelephone(script)) {
                goesOverAndBack(both, both, report);
            }
        }
    }

    private static void goesOverAndBack(Visitor council, Visitor homes, Newsroom.Made report) {
        finds(council, "council", report);
        council.follows("Offer it to another party");
        assertThat(council.page()).contains("It stays with you, and your clock runs on");
        council.presses("Write it down");
        assertThat(council.page()).contains("Choose the party that should have it.");
        council.picks("Home Group");
        council.writes("Why it is theirs", "The wall belongs to the flats.");
        council.presses("Write it down");
        assertThat(council.page()).contains("Until it is taken the report stays with you.");

        finds(homes, "homes", report);
        homes.follows("Back to the desk");
        homes.follows("Offered to you (1)");
        homes.follows("Graffiti");
        assertThat(homes.page()).contains("The wall belongs to the flats.").doesNotContain("Say that it is fixed");
        homes.follows("Leave it where it is");
        homes.presses("Write it down");
        assertThat(homes.page()).contains("Say why it is not for you");
        homes.writes("Why is it not for you?", "The wall is the council's; the flats end before it.");
        homes.presses("Write it down");
        assertThat(homes.page()).doesNotContain("What you can do").doesNotContain("red paint");

        finds(council, "council", report);
        assertThat(council.page()).contains("The wall is the council's; the flats end before it.");
        council.follows("Offer it to another party");
        council.picks("Home Group");
        council.writes("Why it is theirs", "The land register says it is yours.");
        council.presses("Write it down");
        finds(homes, "homes", report);
        homes.follows("Take it over");
        assertThat(homes.page()).contains("the clock runs on as it is");
        homes.presses("Write it down");
        assertThat(homes.page())
                .contains("The report is yours now.")
                .contains("Sunderland City Council promised it, Home Group has taken it over");

        finds(council, "council", report);
        assertThat(council.page()).contains("Another party has it in hand.").doesNotContain("Say that it is fixed");
        finds(homes, "homes", report);
        homes.follows("Offer it to another party");
        homes.picks("Sunderland City Council");
        homes.presses("Write it down");
        finds(council, "council", report);
        council.follows("Take it over");
        council.presses("Write it down");
        council.follows("Say that it is fixed");
        council.presses("Write it down");
        assertThat(council.page()).contains("It is written down as fixed.");

        council.follows("The public page");
        assertThat(council.page())
                .contains("Taken over by another service.")
                .contains("The other service did not take it.")
                .contains("Promise kept")
                .doesNotContain("land register");
    }
}
