package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The journeys of people who report: in a real browser 320 pixels wide, by keyboard alone, with script off and then on; and of
 * an agent at a desk. Each stands in docs/journeys.
 */
class ReportingJourneysTest {
    private static OpenHouse house;

    @BeforeAll
    static void open() {
        house = OpenHouse.door();
        Tab neighbour = Reporter.begins(house, "/councils/sunderland/plains-farm");
        Map<String, String> same = new HashMap<>(Reporter.GRAFFITI);
        same.put("kind", "offensive-graffiti");
        Reporter.sends(Reporter.answers(neighbour, same));
    }

    @Test
    void aResidentReportsGraffitiByPostcode() {
        for (boolean script : new boolean[] {false, true}) {
            try (Visitor resident = Visitor.onATelephone(script)) {
                reportsGraffiti(resident);
            }
        }
    }

    private static void reportsGraffiti(Visitor resident) {
        resident.opens(house.at("/"));
        resident.follows("Report a problem");
        assertThat(resident.page()).contains("call 999");
        resident.types("Where is the problem?", "SR3 1PP");
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Report a problem in Plains Farm");
        resident.presses("Start");

        resident.types("Where in Plains Farm is it?", "Primate Road, on the wall beside the shop");
        resident.presses("Continue");
        assertThat(resident.page()).contains("Promised: 24 hours; usually");
        resident.picks("Graffiti that insults or threatens somebody");
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Has it been reported already?");
        assertThat(resident.page()).contains("Graffiti that insults or threatens somebody, Primate Road");
        resident.presses("Mine is another problem");
        resident.presses("Continue");
        assertThat(resident.page()).contains("There is a problem", "Say in a few words what is wrong");
        resident.writes("What should the service know?", "Red letters against a family. Seen this morning.");
        resident.presses("Continue");
        resident.types("What is it on?", "Brick");
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Do photos help to find it?");
        resident.presses("Continue");
        resident.picks("Yes, show it");
        resident.presses("Continue");
        resident.picks("Nobody");
        resident.presses("Continue");
        resident.presses("Continue");

        assertThat(resident.heading()).isEqualTo("Check your answers");
        assertThat(resident.page())
                .contains("Primate Road, on the wall beside the shop")
                .contains("We will remove offensive graffiti within 24 hours of your report, day or night.")
                .contains("Promised: 24 hours; usually");
        resident.follows("Change More about it");
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Check your answers");
        assertThat(resident.page()).contains("Brick");
        resident.presses("Send the report");

        assertThat(resident.heading()).isEqualTo("Your report was sent");
        String reference = resident.part(".govuk-panel strong");
        assertThat(reference).matches("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}");
        resident.follows("The public page of the report");
        assertThat(resident.heading()).isEqualTo("Graffiti that insults or threatens somebody, Primate Road");
        assertThat(resident.page())
                .contains(reference)
                .contains("Not yet known")
                .contains("There is still time to keep the promise.")
                .contains("Reported.")
                .doesNotContain("Red letters", "beside the shop", "Brick");
    }

    @Test
    void aResidentReportsPrivately() {
        for (boolean script : new boolean[] {false, true}) {
            try (Visitor resident = Visitor.onATelephone(script)) {
                reportsPrivately(resident);
            }
        }
    }

    private static void reportsPrivately(Visitor resident) {
        resident.opens(house.at("/councils/sunderland/plains-farm"));
        resident.follows("Report a problem here");
        resident.presses("Start");
        resident.types("Where in Plains Farm is it?", "Behind the garages");
        resident.presses("Continue");
        resident.picks("Drug dealing");
        resident.presses("Continue");
        assertThat(resident.page()).contains("call 999").contains("Crimestoppers");
        resident.writes("What should the service know?", "Cars stop for a minute.");
        resident.presses("Continue");
        resident.types("On which days and at what times does it happen?", "Fridays from ten");
        resident.presses("Continue");
        resident.presses("Continue");
        resident.picks("Only the services");
        resident.types("Your name", "Nell Neighbour");
        resident.presses("Continue");
        resident.types("Where shall we send news of this report?", "nell@example");
        resident.presses("Continue");
        assertThat(resident.page()).contains("Enter an e-mail address like name@example.org");
        resident.types("Where shall we send news of this report?", "nell@example.org");
        resident.presses("Continue");
        assertThat(resident.page()).contains("The report gets no public page");
        resident.presses("Send the report");

        String reference = resident.part(".govuk-panel strong");
        URI secret = resident.behind("/follow-up/");
        assertThat(resident.page()).doesNotContain("The public page");
        assertThat(house.get(house.at("/councils/sunderland/cases/" + reference))
                        .statusCode())
                .isEqualTo(404);
        resident.forgetsCookies();
        resident.opens(secret);
        assertThat(resident.heading()).isEqualTo("Your report " + reference);
        assertThat(resident.page())
                .contains("The report is private")
                .contains("Cars stop for a minute.")
                .contains("Nell Neighbour. Only the services may know")
                .contains("Reported.");
        assertThat(house.database()
                        .sql()
                        .sql("select body from post.letter where recipient = 'nell@example.org'")
                        .query(String.class)
                        .list())
                .anyMatch(body -> body.contains(secret.getPath()) && !body.contains("Cars stop"));
    }

    @Test
    void aResidentDisputesAFix() {
        for (boolean script : new boolean[] {false, true}) {
            Tab sends = Reporter.sends(
                    Reporter.answers(Reporter.begins(house, "/councils/sunderland/plains-farm"), Reporter.GRAFFITI));
            Reporter.isSaidToBeFixed(house, sends.address());
            try (Visitor resident = Visitor.onATelephone(script)) {
                disputesAFix(resident, house.at(sends.address().replaceFirst("/sent$", "")));
            }
        }
    }

    private static void disputesAFix(Visitor resident, URI followUp) {
        resident.opens(followUp);
        assertThat(resident.page()).contains("The service said that it is fixed.");
        resident.follows("Say whether it is fixed");
        assertThat(resident.heading()).isEqualTo("Is it fixed?");
        assertThat(resident.page()).contains("If you say no, the report is open again");
        resident.presses("Send your answer");
        assertThat(resident.page()).contains("Choose whether it is fixed.");
        resident.picks("No, it is not");
        resident.presses("Send your answer");
        assertThat(resident.page()).contains("Say in a few words what is still wrong");
        resident.writes("What is still wrong?", "Half of it is still on the wall.");
        resident.presses("Send your answer");

        assertThat(resident.heading()).startsWith("Your report ");
        assertThat(resident.page())
                .contains("Reopened: it was not fixed.")
                .contains("Half of it is still on the wall.")
                .doesNotContain("Say whether it is fixed");
        resident.follows("The public page");
        assertThat(resident.page()).contains("Reopened: it was not fixed.").doesNotContain("Half of it");
        resident.opens(URI.create(followUp + "/fixed"));
        assertThat(resident.heading()).startsWith("Your report ");
    }

    @Test
    void aResidentFindsItAlreadyReported() {
        for (boolean script : new boolean[] {false, true}) {
            Map<String, String> first = new HashMap<>(Reporter.GRAFFITI);
            first.put("spot", "Pemberton Close, on the substation");
            Reporter.sends(Reporter.answers(Reporter.begins(house, "/councils/sunderland/plains-farm"), first));
            try (Visitor resident = Visitor.onATelephone(script)) {
                findsItAlreadyReported(resident);
            }
        }
    }

    private static void findsItAlreadyReported(Visitor resident) {
        resident.opens(house.at("/councils/sunderland/plains-farm"));
        resident.follows("Report a problem here");
        resident.presses("Start");
        resident.types("Where in Plains Farm is it?", "Pemberton Close, on the substation");
        resident.presses("Continue");
        resident.picks("Graffiti");
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Has it been reported already?");
        resident.presses("Mine is the same");
        assertThat(resident.heading()).isEqualTo("Where shall we send news of this report?");
        resident.presses("Continue");
        assertThat(resident.heading()).isEqualTo("Check your answers");
        assertThat(resident.page()).contains("The same problem").doesNotContain("What is wrong");
        resident.presses("Send the report");
        assertThat(resident.heading()).isEqualTo("Your report was sent");
        String own = resident.part(".govuk-panel strong");
        resident.follows("The public page of the report");
        assertThat(resident.page())
                .contains(own)
                .contains("of the same problem")
                .contains("There is still time to keep the promise.");
        resident.follows("The earlier report");
        assertThat(resident.page()).doesNotContain(own).contains("of the same problem");
    }

    @Test
    void anAgentEntersWhatCameByTelephone() {
        Council council = house.room(Councils.class).find("sunderland").orElseThrow();
        String session = house.signedIn(new Standing(Role.CONTACT_CENTRE_AGENT, council.id(), null, null));
        try (Visitor agent = Visitor.atAKeyboard()) {
            agent.hasSignedIn(session, house.at("/"));
            agent.opens(house.at("/councils/sunderland/plains-farm"));
            agent.follows("Report a problem here");
            agent.presses("Enter it for somebody else");
            agent.picks("By telephone");
            agent.types("Their name", "Mrs Quince");
            agent.types("Their telephone number", "0191 496 0000");
            agent.presses("Continue");
            agent.types("Where in Plains Farm is it?", "Primate Road, behind the shop");
            agent.presses("Continue");
            agent.picks("Noise");
            agent.presses("Continue");
            agent.writes("What should the service know?", "A fan that runs all night.");
            agent.presses("Continue");
            agent.presses("Continue");
            agent.presses("Continue");
            agent.picks("Yes, show it");
            agent.presses("Continue");
            agent.presses("Continue");
            assertThat(agent.heading()).isEqualTo("Check your answers");
            assertThat(agent.page())
                    .contains("By telephone: Mrs Quince")
                    .contains("No contract promises anything about this here.");
            agent.presses("Send the report");
            assertThat(agent.part(".govuk-panel strong")).matches("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}");
            agent.follows("The public page of the report");
            assertThat(agent.page()).contains("Noise, Primate Road").doesNotContain("Quince", "fan", "0191");
        }
    }
}
