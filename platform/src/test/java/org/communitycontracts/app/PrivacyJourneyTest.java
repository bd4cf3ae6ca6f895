package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.post.Outbox;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.Test;

/** The journey of somebody who leaves and takes their data along; it stands in docs/journeys. */
class PrivacyJourneyTest {
    private static final Pattern LINK = Pattern.compile("(/sign-in/links/\\S+)");

    @Test
    void aPersonTakesAlongAndErasesTheirData() {
        Milltown milltown = Milltown.in(OpenHouse.withoutSample(), "privacy-journey");
        String email = "nell-" + UUID.randomUUID() + "@example.org";
        try (Visitor nell = Visitor.atAKeyboard()) {
            nell.opens(milltown.house.at("/sign-in?council=" + milltown.council.slug()));
            nell.types("Your e-mail address", email);
            nell.presses("Send me a link");
            nell.opens(milltown.house.at(link(milltown, email)));
            nell.presses("Sign in");
            nell.types("Your name", "Nel Quillfeather");
            nell.presses("Continue");
            nell.follows("Your data: see, take along, correct, erase");
            assertThat(nell.page()).contains("Nel Quillfeather", email, "Who has an account", "Kept 24 months");
            nell.follows("Change Name");
            nell.types("Name", "Nell Quillfeather");
            nell.presses("Save");
            assertThat(nell.page()).contains("Nell Quillfeather");
            assertThat(nell.behind("Download your data").getPath()).isEqualTo("/account/data/all.json");
            nell.follows("What goes, what stays");
            nell.presses("Yes, erase everything about me");
            assertThat(nell.heading()).isEqualTo("Everything about you is erased");
            nell.opens(milltown.house.at("/account"));
            assertThat(nell.heading()).isEqualTo("Sign in");
        }
    }

    private static String link(Milltown milltown, String email) {
        String letter = milltown.house
                .room(Sight.class)
                .of(
                        milltown.council.id(),
                        () -> String.valueOf(milltown.house
                                .room(Outbox.class)
                                .to(milltown.council.id(), email)
                                .getFirst()
                                .body()));
        Matcher link = LINK.matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
