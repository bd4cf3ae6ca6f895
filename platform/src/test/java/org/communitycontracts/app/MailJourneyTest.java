package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.util.Map;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journey of a resident who reports by e-mail, with a real mail server; it stands in docs/journeys. */
class MailJourneyTest {
    private static Mailroom room;

    @BeforeAll
    static void open() {
        room = new Mailroom("mail-journey");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void aResidentReportsByEMail() throws Exception {
        for (boolean script : new boolean[] {false, true}) {
            String from = Mailroom.stranger();
            room.comes(
                    from, "Graffiti in Weir Street", "Hello,\n\nsomebody has painted the bridge at the mill.\n\nNell");
            String letter = room.news.letters(from).getFirst();
            String reference = Mailroom.reference(letter);
            assertThat(letter).contains("What: Graffiti", "Where: Mill Lane", "within 5 working days");
            try (Visitor resident = Visitor.onATelephone(script)) {
                resident.opens(Newsroom.link(letter, "/follow-up/"));
                assertThat(resident.heading()).isEqualTo("Your report " + reference);
                assertThat(resident.page()).contains("somebody has painted the bridge", "There is still time");
                resident.follows("The public page");
                assertThat(resident.page())
                        .contains("Graffiti, Weir Street")
                        .doesNotContain("painted the bridge", "Nell", from);
            }
            asksAndHears(from, reference);
        }
    }

    /** The service asks on its desk, the resident answers by e-mail. */
    private static void asksAndHears(String from, String reference) throws MessagingException {
        String path = "/councils/mail-journey/desk/council/" + reference;
        Tab council = room.news.milltown.tab(room.news.milltown.of(Role.SERVICE_OFFICER, "council"));
        council.opens(path + "/hold").sends(path + "/hold", Map.of("words", "Which side?"));
        assertThat(council.words()).contains("On hold: the clock is stopped");
        room.comes(Mailroom.stranger(), "Re: Your report " + reference, "I know better.");
        assertThat(council.opens(path).words())
                .doesNotContain("I know better")
                .contains("On hold: the clock is stopped");
        room.comes(
                from,
                "RE: Your report " + reference,
                "The north side.\n\nOn Tue, Milltown Council wrote:\n> Which side?");
        assertThat(council.opens(path).words())
                .contains("The north side.", "The resident replied.")
                .doesNotContain("On hold: the clock is stopped", "Milltown Council wrote");
        room.comes(from, "Re: Your report " + reference, "It is larger now.");
        assertThat(council.opens(path).words()).contains("It is larger now.", "The resident wrote to the service.");
        assertThat(room.reports(from)).isEqualTo(1);
    }
}
