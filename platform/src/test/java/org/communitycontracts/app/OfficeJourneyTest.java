package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.people.office.FirstStart;
import org.communitycontracts.places.Councils;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.Test;

/** The journey of an administrator, as docs/guide/set-up-a-council.md tells it step by step; it stands in docs/journeys. */
class OfficeJourneyTest {
    private static final Pattern LINK = Pattern.compile("(/invitations/\\S+)");
    private static final Pattern PERSON = Pattern.compile(
            "name: ([^,]+), email: ([^,]+),.*?role: (\\w+)(?:, party: (\\w+))?(?:, neighbourhood: ([^,}]+))?");

    @Test
    void anAdministratorSetsUpACouncil() {
        try (OpenHouse house = OpenHouse.with(java.util.Map.of());
                Visitor visitor = Visitor.atAKeyboard()) {
            long begun = System.nanoTime();
            takesTheSiteOver(house, visitor);
            opensTheCouncil(house, visitor);
            for (String place : List.of("Mill Lane", "Bridge End")) {
                visitor.follows("Neighbourhoods");
                visitor.types("Name", place);
                visitor.writes("Streets", place + " Street, " + place + " Row");
                visitor.presses("Open a neighbourhood");
                visitor.follows("Back to the office");
            }
            visitor.follows("Parties");
            entersParties(visitor);
            assertThat(visitor.page()).contains("2 open", "5 entered", "Still without one: Bridge End, Mill Lane");
            invitesFortyPeople(house, visitor);
            System.out.printf(
                    Locale.UK,
                    "An administrator set up 5 parties and 40 people in %.0f s of the program's time%n",
                    (System.nanoTime() - begun) / 1e9);
            aGuestAccepts(house, visitor);
        }
    }

    private static void takesTheSiteOver(OpenHouse house, Visitor visitor) {
        String link = house.room(FirstStart.class).setUpLink().orElseThrow();
        visitor.opens(house.at(URI.create(link).getPath()));
        visitor.types("Your name", "Sam Starter");
        visitor.types("Your e-mail address", "sam@example.org");
        visitor.presses("Accept");
        showsASecondProof(house, visitor, "/site");
        assertThat(visitor.heading()).isEqualTo("The councils of this site");
    }

    private static void opensTheCouncil(OpenHouse house, Visitor visitor) {
        visitor.types("Name", "Milltown Council");
        visitor.types("Name in addresses", "milltown");
        visitor.presses("Open a council");
        assertThat(visitor.heading()).isEqualTo("Milltown Council");
        visitor.types("Name", "Ann Archer");
        visitor.types("E-mail address", "ann@example.org");
        visitor.presses("Send the invitation");
        assertThat(visitor.page()).contains("The invitation is sent.");
        leaves(visitor);
        visitor.opens(house.at(link(house, "ann@example.org")));
        assertThat(visitor.page()).contains("Council administrator");
        visitor.presses("Accept");
        showsASecondProof(house, visitor, "/councils/milltown/office");
        assertThat(visitor.heading()).isEqualTo("Office of Milltown Council");
    }

    /** The next person sits down at the same browser. */
    private static void leaves(Visitor visitor) {
        visitor.follows("Your account");
        visitor.presses("Sign out");
    }

    /** An authenticator app, set up on the way and then used. */
    private static void showsASecondProof(OpenHouse house, Visitor visitor, String onward) {
        assertThat(visitor.heading()).isEqualTo("Show that it is you");
        visitor.follows("Set up an authenticator app");
        visitor.presses("Set up an app");
        String letters = visitor.part(".govuk-summary-list__value").replaceAll("[^A-Z2-7]", "");
        byte[] key = Doors.key("secret=" + letters + "&amp;");
        visitor.types(
                "Code that the app shows now", Doors.app(key, house.clock().instant()));
        visitor.presses("Finish");
        assertThat(visitor.heading()).isEqualTo("Your recovery codes");
        house.clock().forward(Duration.ofSeconds(60));
        visitor.opens(house.at(onward));
        visitor.types(
                "Code from your authenticator app", Doors.app(key, house.clock().instant()));
        visitor.presses("Continue");
    }

    private static void entersParties(Visitor visitor) {
        party(visitor, "Milltown Council", "Council", "council");
        party(visitor, "Milltown Police", "Police", "police");
        party(visitor, "Milltown Homes", "Housing association", "homes");
        party(visitor, "Mill Lane residents", "Residents’ body", "residents");
        party(visitor, "Clean Streets", "Contractor", "cleansing");
        visitor.follows("Back to the office");
    }

    private static void party(Visitor visitor, String name, String kind, String slug) {
        visitor.types("Name", name);
        visitor.chooses("What kind of body is it?", kind);
        visitor.types("Short name for contract files", slug);
        visitor.presses("Enter a party");
        assertThat(visitor.page()).contains("The party is entered.");
    }

    private static void invitesFortyPeople(OpenHouse house, Visitor visitor) {
        visitor.follows("Invite many people at once");
        List<String> lines = lines();
        assertThat(lines).hasSize(40);
        visitor.writes("The list", String.join("\n", lines).replace("councillor", "councilor"));
        visitor.presses("Look it over");
        assertThat(visitor.page()).contains("Line 4: “councilor” is not a role you can give.", "Nothing was sent.");
        visitor.follows("All invitations");
        visitor.follows("Invite many people at once");
        visitor.writes("The list", String.join("\n", lines));
        visitor.presses("Look it over");
        assertThat(visitor.page()).contains("40 people will be invited.", "Service officer for Milltown Homes");
        visitor.presses("Send 40 invitations");
        assertThat(visitor.page()).contains("The invitations are sent.", "40 wait for an answer");
        assertThat(letters(house, "will.weaver@homes.example.org")).hasSize(1);
    }

    /** The people of the example, a line each, as somebody would paste them; who runs the site invites administrators. */
    private static List<String> lines() {
        return Milltown.text()
                .lines()
                .map(PERSON::matcher)
                .filter(Matcher::find)
                .map(person -> String.join(
                        ", ",
                        person.group(1),
                        person.group(2),
                        person.group(3)
                                .replace("council_administrator", "moderator")
                                .replace('_', ' '),
                        person.group(4) == null ? "" : person.group(4),
                        person.group(5) == null ? "" : person.group(5)))
                .toList();
    }

    private static void aGuestAccepts(OpenHouse house, Visitor visitor) {
        visitor.forgetsCookies();
        visitor.opens(house.at(link(house, "hana.jenner@residents.example.org")));
        assertThat(visitor.page()).contains("Champion in Mill Lane");
        visitor.presses("Accept");
        visitor.follows("Your roles");
        assertThat(visitor.heading()).isEqualTo("Hana Jenner");
        assertThat(visitor.page()).contains("Champion in Mill Lane");
    }

    private static String link(OpenHouse house, String email) {
        Matcher link =
                LINK.matcher(String.valueOf(letters(house, email).getFirst().body()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<Outbox.Written> letters(OpenHouse house, String email) {
        long council = house.room(Councils.class).find("milltown").orElseThrow().id();
        return house.room(Sight.class)
                .of(council, () -> house.room(Outbox.class).to(council, email));
    }
}
