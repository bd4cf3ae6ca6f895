package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.communitycontracts.people.People;
import org.communitycontracts.people.signin.Directories;
import org.communitycontracts.people.signin.Directory;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.NotAllowed;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.store.Sight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff sign in with the account they have at their council, whose directory says who they are and no more. */
class DirectoryTest {
    private static final String BEGIN = "/sign-in/directory/sunderland";

    private static Doors doors;
    private static StaffDirectory staff;

    @BeforeAll
    static void open() {
        doors = Doors.open();
        staff = StaffDirectory.open(
                doors.house.clock(), doors.house.at(BEGIN + "/answer").toString());
    }

    @AfterAll
    static void close() {
        doors.house.room(Sight.class).of(doors.council.id(), () -> {
            doors.house
                    .room(Directories.class)
                    .end(
                            doors.administrator(),
                            doors.council.id(),
                            doors.house.clock().instant());
            return true;
        });
        staff.close();
    }

    @BeforeEach
    void speaksForTheCouncil() {
        enter(doors.administrator(), staff.issuer(), null);
    }

    private static void enter(Actor actor, String issuer, @Nullable String twoFactorsWord) {
        Directory directory = new Directory(
                doors.council.id(),
                issuer,
                StaffDirectory.CLIENT,
                List.of("sunderland.example", "Staff.Sunderland.example"),
                twoFactorsWord);
        doors.house.room(Sight.class).of(doors.council.id(), () -> {
            doors.house
                    .room(Directories.class)
                    .enter(
                            actor,
                            directory,
                            StaffDirectory.SECRET,
                            doors.house.clock().instant());
            return true;
        });
    }

    private static String officer() {
        String officer = Doors.stranger().replace("example.org", "sunderland.example");
        doors.signsIn(officer).close();
        doors.employs(officer);
        return officer;
    }

    @Test
    void anOfficerSignsInWithAStaffAccount() {
        String officer = officer();
        staff.says(officer, true);
        try (Tab tab = doors.tab()) {
            tab.opens("/sign-in");
            assertThat(tab.words()).contains("Sign in with Sunderland's staff account");
            tab.opens(BEGIN + "?onward=/account/sessions");
            assertThat(tab.address()).isEqualTo("/account/sessions");
            assertThat(tab.words()).contains("with a staff account").doesNotContain("a second proof");
            assertThat(tab.opens("/account").words()).contains(officer);
        }
    }

    @Test
    void theDirectoryIsAskedWithAProofAStateAndANonce() {
        try (Tab tab = doors.tab()) {
            HttpResponse<String> sent = tab.send(HttpRequest.newBuilder(doors.house.at(BEGIN)));
            assertThat(sent.headers().firstValue("Location").orElseThrow())
                    .startsWith(staff.issuer() + "/oauth2/authorize?response_type=code")
                    .contains(
                            "code_challenge=",
                            "code_challenge_method=S256",
                            "&state=",
                            "&nonce=",
                            "scope=openid%20email");
        }
    }

    @Test
    void itCountsAsTwoFactorsOnlyWhereTheCouncilSaidByWhichWord() {
        staff.says(officer(), true).with("amr", List.of("pwd", "mfa"));
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN + "?onward=/account/sessions").words()).doesNotContain("a second proof");
        }
        enter(doors.administrator(), staff.issuer(), "mfa");
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN + "?onward=/account/sessions").words())
                    .contains("with a staff account and a second proof");
        }
        staff.says(officer(), true).with("acr", "mfa");
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN + "?onward=/account/sessions").words()).contains("a second proof");
        }
        staff.says(officer(), true).with("amr", List.of("pwd"));
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN + "?onward=/account/sessions").words()).doesNotContain("a second proof");
        }
    }

    @Test
    void noRoleIsTakenFromTheDirectory() {
        String officer = officer();
        staff.says(officer, true)
                .with("roles", List.of("council_administrator"))
                .with("groups", List.of("admin"));
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN).address()).isEqualTo("/account");
            assertThat(doors.house
                            .database()
                            .sql()
                            .sql("select role from people.standing where person_id = :person")
                            .param("person", doors.person(officer))
                            .query(String.class)
                            .list())
                    .as("the one that was given here")
                    .containsExactly("contact_centre_agent");
        }
    }

    @Test
    void aDirectoryOfStaffSpeaksForNoResident() {
        String resident = Doors.stranger().replace("example.org", "sunderland.example");
        doors.signsIn(resident).close();
        staff.says(resident, true);
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN).status()).isEqualTo(403);
            assertThat(tab.words()).contains("signs in staff alone");
            assertThat(tab.opens("/account").address()).startsWith("/sign-in");
        }
    }

    @Test
    void everyAdministratorIsToldWhoSpeaksForTheirStaff() {
        String administrator = Doors.stranger();
        doors.signsIn(administrator).close();
        doors.house.give(
                doors.house
                        .room(Sight.class)
                        .of(
                                doors.council.id(),
                                () -> doors.house
                                        .room(People.class)
                                        .find(doors.council.id(), doors.person(administrator))
                                        .orElseThrow()),
                new Standing(Role.COUNCIL_ADMINISTRATOR, doors.council.id(), null, null));
        enter(doors.administrator(), "https://login.example.org", null);
        assertThat(doors.letters(administrator).getFirst())
                .contains("https://login.example.org", "sunderland.example", "can sign in as any of them");
    }

    @Test
    void anAddressThatIsNotVerifiedIsNobodys() {
        staff.says(officer(), false);
        refuses("Your address is not confirmed");
    }

    @Test
    void anAddressOfAnotherDomainIsNotTheDirectorysToSay() {
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        staff.says(resident, true);
        refuses("That address belongs to another directory");
        staff.says("officer@below.sunderland.example", true);
        refuses("That address belongs to another directory");
    }

    @Test
    void somebodyWithoutAnAccountHereIsToldWhomToAsk() {
        staff.says("nobody-here@sunderland.example", true);
        refuses("We do not know you yet");
    }

    @Test
    void anotherNonceIsNotBelieved() {
        staff.says(officer(), true).with("nonce", "of another asking");
        refuses("The staff directory did not sign you in");
    }

    @Test
    void anotherIssuerIsNotBelieved() {
        staff.says(officer(), true).with("iss", "https://directory.example.org");
        refuses("The staff directory did not sign you in");
    }

    @Test
    void aTokenForAnotherSiteIsNotBelieved() {
        staff.says(officer(), true).with("aud", List.of("another-site"));
        refuses("The staff directory did not sign you in");
    }

    @Test
    void anAnswerIsTakenOnceAndInTheBrowserThatAsked() {
        staff.says(officer(), true);
        try (Tab tab = doors.tab();
                Tab neighbour = doors.tab()) {
            HttpResponse<String> there = tab.send(HttpRequest.newBuilder(doors.house.at(BEGIN)));
            HttpResponse<String> back = tab.send(HttpRequest.newBuilder(
                    java.net.URI.create(there.headers().firstValue("Location").orElseThrow())));
            String answer = back.headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replace(doors.house.at("").toString(), "");
            assertThat(answer).startsWith(BEGIN + "/answer?code=");
            assertThat(neighbour.opens(answer).heading()).isEqualTo("The staff directory did not sign you in");
            assertThat(tab.opens(answer.replaceAll("state=[^&]*", "state=guessed"))
                            .heading())
                    .isEqualTo("The staff directory did not sign you in");
            assertThat(tab.opens(answer).address()).isEqualTo("/account");
            assertThat(tab.opens(answer).heading()).isEqualTo("The staff directory did not sign you in");
        }
    }

    @Test
    void aDirectoryThatIsAwayIsToldCalmly() {
        enter(doors.administrator(), "http://localhost:1", null);
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens(BEGIN).status()).isEqualTo(503);
            assertThat(tab.heading()).isEqualTo("The staff directory does not answer");
        }
    }

    @Test
    void aCouncilWithoutADirectoryHasNoSuchDoor() {
        try (Tab tab = doors.tab()) {
            assertThat(tab.opens("/sign-in/directory/barnsley").status()).isEqualTo(404);
        }
    }

    @Test
    void onlyTheCouncilsAdministratorSaysWhichDirectoryIsBelieved() {
        assertThatThrownBy(() -> enter(Actor.NOBODY, staff.issuer(), null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> enter(doors.administrator(), "http://directory.example.org", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    @Test
    void theSecretOfTheDirectoryDoesNotLieOpen() {
        Map<String, Object> row = doors.house
                .database()
                .sql()
                .sql("select sealed_secret from people.directory where council_id = :council")
                .param("council", doors.council.id())
                .query()
                .singleRow();
        assertThat(new String((byte[]) row.get("sealed_secret"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(StaffDirectory.SECRET);
    }

    private static void refuses(String heading) {
        try (Tab tab = doors.tab()) {
            tab.opens(BEGIN);
            assertThat(tab.heading()).isEqualTo(heading);
            assertThat(tab.status()).isEqualTo(403);
            assertThat(tab.opens("/account").heading()).isEqualTo("Sign in");
        }
    }
}
