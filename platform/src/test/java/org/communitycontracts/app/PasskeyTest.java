package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.communitycontracts.people.People;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People make passkeys and sign in with them, in a real browser with a device that the browser itself plays. */
class PasskeyTest {
    private static Doors doors;

    @BeforeAll
    static void open() {
        doors = Doors.open();
    }

    @Test
    void aResidentAddsAPasskeyAndSignsInWithIt() {
        String resident = Doors.stranger();
        try (Visitor visitor = Visitor.withADevice()) {
            signsIn(visitor, resident);
            addsAPasskey(visitor);
            assertThat(doors.letters(resident).getFirst()).startsWith("A passkey was added");
            visitor.opens(doors.house.at("/account"));
            visitor.presses("Sign out");
            visitor.opens(doors.house.at("/account"));
            assertThat(visitor.heading()).isEqualTo("Sign in");
            visitor.follows("Sign in with a passkey");
            visitor.presses("Use a passkey");
            assertThat(visitor.heading()).isEqualTo("Your account");
            assertThat(visitor.page()).contains(resident);
            visitor.opens(doors.house.at("/account/sessions"));
            assertThat(visitor.page()).contains("with a passkey", "Chrome on Linux");
        }
    }

    @Test
    void aPasskeyIsTwoFactors() {
        String officer = Doors.stranger();
        try (Visitor visitor = Visitor.withADevice()) {
            signsIn(visitor, officer);
            addsAPasskey(visitor);
            assertThat(proved(officer)).as("by letter").isZero();
            visitor.forgetsCookies();
            visitor.opens(doors.house.at("/sign-in/passkey"));
            visitor.presses("Use a passkey");
            assertThat(proved(officer)).as("by passkey").isEqualTo(1);
        }
    }

    @Test
    void aPasskeyIsShownAsASecondFactorAfterALetter() {
        String officer = Doors.stranger();
        try (Visitor visitor = Visitor.withADevice()) {
            signsIn(visitor, officer);
            addsAPasskey(visitor);
            visitor.opens(doors.house.at("/sign-in/second?onward=/account/passkeys"));
            visitor.presses("Use a passkey");
            assertThat(visitor.heading()).isEqualTo("Passkeys");
            assertThat(proved(officer)).isEqualTo(1);
            visitor.presses("Remove");
            assertThat(visitor.page()).doesNotContain("Last used");
            visitor.forgetsCookies();
            visitor.opens(doors.house.at("/sign-in/passkey"));
            visitor.presses("Use a passkey");
            assertThat(visitor.page()).contains("That passkey is not known here");
        }
    }

    @Test
    void aDeviceThatDoesNotKnowItsOwnerSignsNobodyIn() {
        try (Visitor visitor = Visitor.withADevice()) {
            signsIn(visitor, Doors.stranger());
            addsAPasskey(visitor);
            visitor.forgetsCookies();
            visitor.isAStrangerToTheDevice();
            visitor.opens(doors.house.at("/sign-in/passkey"));
            assertThat(visitor.page()).doesNotContain("The browser gave no passkey");
            visitor.pressesInVain("Use a passkey", "The browser gave no passkey");
            visitor.opens(doors.house.at("/account"));
            assertThat(visitor.heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void thePasskeyOfSomebodyWhoseAccountWasClosedDoesNotWork() {
        String resident = Doors.stranger();
        try (Visitor visitor = Visitor.withADevice()) {
            signsIn(visitor, resident);
            addsAPasskey(visitor);
            visitor.forgetsCookies();
            UUID person = doors.person(resident);
            doors.house.room(Sight.class).of(doors.council.id(), () -> {
                doors.house
                        .room(People.class)
                        .close(
                                doors.administrator(),
                                doors.council.id(),
                                person,
                                "A test",
                                doors.house.clock().instant());
                return true;
            });
            visitor.opens(doors.house.at("/sign-in/passkey"));
            visitor.presses("Use a passkey");
            assertThat(visitor.page()).contains("That passkey is not known here");
            visitor.opens(doors.house.at("/account"));
            assertThat(visitor.heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void whatADeviceSignedIsTakenOnceAndInTheVisitThatAskedForIt() {
        try (Visitor visitor = Visitor.withADevice();
                Tab thief = doors.tab()) {
            signsIn(visitor, Doors.stranger());
            addsAPasskey(visitor);
            visitor.forgetsCookies();
            visitor.opens(doors.house.at("/sign-in/passkey"));
            String signed = visitor.signsWithoutSending("Use a passkey");
            assertThat(signed).contains("signature");
            thief.opens("/sign-in/passkey").sends("/sign-in/passkey", Map.of("passkey", signed));
            assertThat(thief.status()).isEqualTo(422);
            assertThat(thief.words()).contains("That passkey is not known here");
            assertThat(thief.opens("/account").heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void whatIsNoPasskeyAtAllIsRefusedCalmly() {
        try (Tab tab = doors.tab()) {
            tab.opens("/sign-in/passkey").sends("/sign-in/passkey", Map.of("passkey", "{\"id\":\"AA\"}"));
            assertThat(tab.status()).isEqualTo(422);
        }
    }

    @Test
    void whereNoScriptRunsThePageSaysWhatToDoInstead() {
        try (Visitor visitor = Visitor.atAKeyboard()) {
            visitor.opens(doors.house.at("/sign-in/passkey"));
            assertThat(visitor.page()).contains("Sign in by a letter instead").doesNotContain("Use a passkey");
            visitor.follows("Sign in by a letter instead");
            assertThat(visitor.heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void noPageOfSpringsOwnShows() {
        try (Tab tab = doors.tab()) {
            for (String path : new String[] {
                "/login",
                "/logout",
                "/webauthn/register",
                "/login/webauthn",
                "/oauth2/authorization/sunderland",
                "/.well-known/openid-configuration",
                "/oauth2/authorize",
                "/oauth2/token"
            }) {
                assertThat(tab.opens(path).status()).as(path).isEqualTo(404);
                assertThat(tab.heading()).as(path).isEqualTo("There is no such page");
            }
        }
    }

    private static void signsIn(Visitor visitor, String email) {
        visitor.opens(doors.house.at("/sign-in"));
        visitor.chooses("Which council is it about?", "Sunderland");
        visitor.types("Your e-mail address", email);
        visitor.presses("Send me a link");
        visitor.opens(doors.house.at(doors.link(email)));
        visitor.presses("Sign in");
        visitor.types("Your name", "Resident");
        visitor.presses("Continue");
        assertThat(visitor.heading()).isEqualTo("Your account");
    }

    private static void addsAPasskey(Visitor visitor) {
        visitor.opens(doors.house.at("/account/passkeys"));
        visitor.presses("Add a passkey");
        assertThat(visitor.page()).contains("Chrome on Linux", "Last used");
    }

    private static int proved(String email) {
        return doors.house
                .database()
                .sql()
                .sql("select count(*) from people.session where person_id = :person and proved_at is not null")
                .param("person", doors.person(email))
                .query(Integer.class)
                .single();
    }
}
