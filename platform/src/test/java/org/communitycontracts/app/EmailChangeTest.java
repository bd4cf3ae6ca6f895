package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person is reached under a new address only after showing that it is theirs, and never in silence. */
class EmailChangeTest {
    private static Doors doors;

    @BeforeAll
    static void open() {
        doors = Doors.open();
    }

    @Test
    void aNewAddressHoldsOnceItsLinkIsUsedAndTheOldOneIsTold() {
        String old = Doors.stranger();
        String fresh = Doors.stranger();
        try (Tab tab = doors.signsIn(old)) {
            String link = asks(tab, fresh);
            assertThat(tab.opens("/account").words()).contains(old);
            tab.opens(link).sends(link, Map.of());
            assertThat(tab.words()).contains(fresh).doesNotContain(old);
            assertThat(doors.letters(old).getFirst()).startsWith("The e-mail address of your account");
            assertThat(tab.opens(link).sends(link, Map.of()).heading()).isEqualTo("The address was not changed");
        }
        doors.signsIn(fresh).close();
    }

    @Test
    void theLinkOfANeighbourChangesNothing() {
        String resident = Doors.stranger();
        try (Tab tab = doors.signsIn(resident);
                Tab neighbour = doors.signsIn(Doors.stranger())) {
            String link = asks(tab, Doors.stranger());
            neighbour.opens(link).sends(link, Map.of());
            assertThat(neighbour.heading()).isEqualTo("The address was not changed");
            assertThat(tab.opens("/account").words()).contains(resident);
        }
    }

    @Test
    void theLinkIsGoodForAnHour() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            String link = asks(tab, Doors.stranger());
            doors.house.clock().forward(Duration.ofHours(1).plusSeconds(1));
            assertThat(tab.opens(link).sends(link, Map.of()).heading()).isEqualTo("The address was not changed");
        }
    }

    @Test
    void anAddressThatHasAnAccountIsNotTakenOver() {
        String resident = Doors.stranger();
        String neighbour = Doors.stranger();
        doors.signsIn(neighbour).close();
        try (Tab tab = doors.signsIn(resident)) {
            String link = asks(tab, neighbour);
            tab.opens(link).sends(link, Map.of());
            assertThat(tab.heading()).isEqualTo("The address was not changed");
            assertThat(tab.opens("/account").words()).contains(resident);
        }
    }

    @Test
    void whoeverHasASecondFactorShowsItFirst() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            byte[] key = doors.setsUpAnApp(tab);
            assertThat(tab.opens("/account/email").words()).contains("show first that it is you");
            doors.house.clock().forward(Duration.ofSeconds(60));
            tab.opens("/sign-in/second?onward=/account/email").sends("/sign-in/second", Map.of("code", doors.app(key)));
            String fresh = Doors.stranger();
            tab.sends("/account/email", Map.of("email", fresh));
            assertThat(doors.letters(fresh)).hasSize(1);
        }
    }

    @Test
    void anAddressThatIsNoneIsToldSo() {
        try (Tab tab = doors.signsIn(Doors.stranger())) {
            tab.opens("/account/email").sends("/account/email", Map.of("email", "nobody"));
            assertThat(tab.status()).isEqualTo(422);
            assertThat(tab.words()).contains("Enter an e-mail address like name@example.org");
        }
    }

    private static String asks(Tab tab, String email) {
        tab.opens("/account/email").sends("/account/email", Map.of("email", email));
        assertThat(tab.heading()).isEqualTo("Look in your new mailbox");
        Matcher link = Pattern.compile("(/account/email/\\S+)")
                .matcher(doors.letters(email).getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
