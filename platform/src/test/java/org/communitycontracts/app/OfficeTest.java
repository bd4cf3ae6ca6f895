package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.Standings;
import org.communitycontracts.people.office.FirstStart;
import org.communitycontracts.people.signin.TestSession;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.store.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people do in a council's office, and what they may not. */
class OfficeTest {
    private static Milltown milltown;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "office-test");
    }

    private static String address() {
        return "new-" + UUID.randomUUID() + "@example.org";
    }

    @Test
    void aCoordinatorSeesAndInvitesOnlyInTheirOwnNeighbourhood() {
        Tab coordinator = milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"));
        assertThat(coordinator.opens(milltown.office("")).words())
                .contains("People and their roles")
                .doesNotContain("Who signs");
        assertThat(coordinator.opens(milltown.office("/people")).words())
                .contains("Ben Baker")
                .doesNotContain("Cara Carter", "Ann Archer", "ben.baker@council.example.org");
        assertThat(coordinator
                        .opens(milltown.office("/people/" + milltown.id("cara.carter@council.example.org")))
                        .status())
                .isEqualTo(404);
        assertThat(coordinator.opens(milltown.office("/invitations")).words())
                .contains("Hana Jenner")
                .doesNotContain("Lena Nash");
        assertThat(coordinator.opens(milltown.office("/parties")).status()).isEqualTo(403);

        coordinator.opens(milltown.office("/invitations/new"));
        assertThat(coordinator.page()).contains("Mill Lane").doesNotContain("Bridge End", ">council administrator<");
        coordinator.sends(milltown.office("/invitations"), invitation(address(), "champion", "bridge-end"));
        assertThat(coordinator.words()).contains("You may not give this role there: Champion in Bridge End.");
        coordinator.sends(milltown.office("/invitations"), invitation(address(), "champion", "mill-lane"));
        assertThat(coordinator.words()).contains("The invitation is sent.");
    }

    private static Map<String, String> invitation(String email, String role, String place) {
        return Map.of("name", "Noor Neighbour", "email", email, "role", role, "neighbourhood", place);
    }

    @Test
    void aServiceManagerInvitesOfficersOfTheirOwnPartyAlone() {
        Tab manager = milltown.tab(milltown.of(Role.SERVICE_MANAGER, "homes"));
        assertThat(manager.opens(milltown.office("/people")).words())
                .contains("Vera Vinter")
                .doesNotContain("Rosa Reeve", "Ben Baker");
        manager.opens(milltown.office("/invitations/new"));
        assertThat(manager.page()).contains("service officer").doesNotContain("Milltown Police", ">champion<");
        String email = address();
        manager.sends(
                milltown.office("/invitations"),
                Map.of("name", "Olu Officer", "email", email, "role", "service_officer", "party", "homes"));
        assertThat(manager.words()).contains("The invitation is sent.", "Service officer for Milltown Homes");
    }

    @Test
    void whoHasNoRoleThereStaysOutside() {
        Milltown other = Milltown.in(OpenHouse.withoutSample(), "office-other");
        assertThat(other.administrator().opens(milltown.office("")).status()).isEqualTo(403);
        assertThat(milltown.tab(milltown.in(Role.CHAMPION, "mill-lane"))
                        .opens(milltown.office(""))
                        .status())
                .isEqualTo(403);
        assertThat(new Tab(milltown.house).opens(milltown.office("")).address()).startsWith("/sign-in");
        assertThat(milltown.administrator().opens("/site").status()).isEqualTo(403);
    }

    @Test
    void anInvitationOpensTheAccountOnceAndALaterLetterReplacesTheFirst() {
        Tab administrator = milltown.administrator();
        String email = address();
        administrator.opens(milltown.office("/invitations/new"));
        administrator.sends(milltown.office("/invitations"), invitation(email, "champion", "mill-lane"));
        String first = milltown.link(email);
        String form = formWith(administrator, "send-again", email);
        milltown.house.clock().forward(Duration.ofSeconds(1));
        administrator.sends(form, Map.of());
        String second = milltown.link(email);
        assertThat(second).isNotEqualTo(first);

        Tab guest = new Tab(milltown.house);
        assertThat(guest.opens(first).heading()).isEqualTo("This invitation is no longer good");
        assertThat(guest.opens(second).words()).contains("Champion in Mill Lane");
        guest.sends(second, Map.of("name", "Noor Neighbour"));
        assertThat(guest.address()).isEqualTo("/account");
        assertThat(guest.opens("/office").words())
                .contains("Noor Neighbour", "Champion in Mill Lane", "Lay this role down");
        assertThat(new Tab(milltown.house).opens(second).heading()).isEqualTo("This invitation is no longer good");
        assertThat(milltown.verbs())
                .contains(
                        "party.entered",
                        "neighbourhood.opened",
                        "role.given",
                        "invitation.made",
                        "invitation.sent-again",
                        "role.accepted",
                        "account.opened");
    }

    private static String formWith(Tab tab, String deed, String email) {
        String after = tab.page().substring(tab.page().indexOf(email));
        return after.replaceAll("(?s).*?action=\"([^\"]*/" + deed + ")\".*", "$1");
    }

    @Test
    void aWithdrawnInvitationAndOneOfFifteenDaysAgoLeadNowhere() {
        Tab administrator = milltown.administrator();
        String withdrawn = address();
        String late = address();
        for (String email : new String[] {withdrawn, late}) {
            administrator.opens(milltown.office("/invitations/new"));
            administrator.sends(milltown.office("/invitations"), invitation(email, "champion", "mill-lane"));
        }
        String ask = administrator.page().substring(administrator.page().indexOf(withdrawn));
        ask = ask.replaceAll("(?s).*?href=\"([^\"]*/withdraw)\".*", "$1");
        assertThat(administrator.opens(ask).words()).contains("The link in the letter stops working at once.");
        administrator.sends(ask, Map.of());
        assertThat(administrator.words()).contains("The invitation is withdrawn.");
        String heading = "This invitation is no longer good";
        assertThat(new Tab(milltown.house).opens(milltown.link(withdrawn)).heading())
                .isEqualTo(heading);
        assertThat(new Tab(milltown.house).opens(milltown.link(late)).heading()).isNotEqualTo(heading);
        milltown.house.clock().forward(Duration.ofDays(15));
        assertThat(new Tab(milltown.house).opens(milltown.link(late)).heading()).isEqualTo(heading);
        assertThat(milltown.administrator()
                        .opens(milltown.office("/invitations"))
                        .words())
                .contains("Out of date since");
    }

    @Test
    void everyFaultOfAPastedListIsNamedByItsLineAndNobodyIsInvited() {
        Tab administrator = milltown.administrator();
        String many = milltown.office("/invitations/many");
        administrator.opens(many);
        administrator.sends(many, Map.of("list", """
                name, e-mail, role
                Ann Other, ann.other@example.org, champion, , Mill Lane

                Ben Other, ben.other, champion, , Mill Lane
                Cara Other, cara.other@example.org, champoin, , Mill Lane
                Dev Other, dev.other@example.org, service officer
                Ella Other, ella.other@example.org, champion, , Nowhere
                Ann Other, ann.other@example.org, champion, , mill lane
                just a line"""));
        assertThat(administrator.words())
                .contains("Line 4: Enter an e-mail address like name@example.org")
                .contains("Line 5: “champoin” is not a role you can give.")
                .contains("Line 6: Choose the party: a service officer acts for one")
                .contains("Line 7: There is no neighbourhood called “Nowhere” here.")
                .contains("Line 8: This is the same as line 2.")
                .contains("Line 9: A line has 3 to 6 parts")
                .contains("6 things to put right. Nothing was sent.")
                .doesNotContain("Line 1:", "Line 2:", "Line 3:");
        assertThat(administrator.opens(milltown.office("/invitations")).words()).doesNotContain("ann.other@");
    }

    @Test
    void aListFromASpreadsheetIsLookedOverThenSentAndTheSecondTimeNothingIsLeft() {
        Tab administrator = milltown.administrator();
        String many = milltown.office("/invitations/many");
        String list = "Mo Many\t" + address() + "\tservice officer\tMilltown Homes\t\t31/12/2099\n\"Many, Mia\"\t"
                + address() + "\tcoordinator\t\tall";
        administrator.opens(many).sends(many, Map.of("list", list));
        assertThat(administrator.words())
                .contains("2 people will be invited. Nothing has been sent yet.")
                .contains("Many, Mia", "Coordinator in all neighbourhoods")
                .contains("Until 31 December 2099, that day included.");
        administrator.sends(many + "/send", Map.of());
        assertThat(administrator.words()).contains("The invitations are sent.");
        administrator.opens(many).sends(many, Map.of("list", list));
        assertThat(administrator.words()).contains("2 lines are left out", "There is nobody left to invite.");
        String holder = "Finn Farmer\tfinn.farmer@council.example.org\tmoderator";
        administrator.opens(many).sends(many, Map.of("list", holder));
        assertThat(administrator.words())
                .as("who holds the role is not invited to it")
                .contains("1 line is left out", "There is nobody left to invite.");
    }

    @Test
    void whoLeavesHandsAllRolesOverInOneStep() {
        Tab administrator = milltown.administrator();
        UUID leaver = milltown.id("kira.keeper@council.example.org");
        UUID next = milltown.id("liam.lister@council.example.org");
        String handOver = milltown.office("/people/" + leaver + "/hand-over");
        assertThat(administrator.opens(handOver).words())
                .contains("Service manager for Milltown Council", "Provider’s signatory for Milltown Council");
        administrator.sends(handOver, Map.of("person", next.toString()));
        assertThat(administrator.heading()).isEqualTo("Liam Lister");
        assertThat(administrator.words())
                .contains("The roles are handed over.")
                .contains("Service manager for Milltown Council", "Provider’s signatory for Milltown Council");
        assertThat(administrator.opens(milltown.office("/people/" + leaver)).words())
                .contains("No role is held now.");
    }

    @Test
    void aClosedAccountIsSignedOutEverywhereAndOpenedAgainComesBackWithItsRoles() {
        Tab administrator = milltown.administrator();
        Tab officer = milltown.of("nils.naylor@council.example.org");
        String page = milltown.office("/people/" + milltown.id("nils.naylor@council.example.org"));
        assertThat(officer.opens("/account").heading()).isEqualTo("Your account");
        administrator.opens(page + "/close").sends(page + "/close", Map.of("why", ""));
        assertThat(administrator.words()).contains("Write why, in one line");
        administrator.sends(page + "/close", Map.of("why", "Left the council"));
        assertThat(administrator.words()).contains("The account is closed.");
        assertThat(officer.opens("/account").address()).startsWith("/sign-in");
        assertThat(administrator.opens(milltown.office("/people?role=closed")).words())
                .contains("Nils Naylor");
        administrator.opens(page).sends(page + "/reopen", Map.of());
        assertThat(administrator.words())
                .contains("The account is open again.", "Service officer for Milltown Council");
        assertThat(officer.opens("/account").address()).startsWith("/sign-in");
        assertThat(milltown.verbs()).contains("account.closed", "account.reopened");
    }

    @Test
    void aDeputyHoldsTheRoleUpToTheEndOfTheLastDayAndStopsWithTheHolder() {
        Tab administrator = milltown.administrator();
        UUID holder = milltown.id("paul.potter@council.example.org");
        UUID deputy = milltown.id("olga.osler@council.example.org");
        String page = milltown.office("/people/" + milltown.id("rosa.reeve@police.example.org"));
        assertThat(holder).isNotEqualTo(deputy);
        administrator.opens(page);
        String ask = administrator.page().replaceAll("(?s).*?href=\"([^\"]*/deputy)\".*", "$1");
        administrator.opens(ask).sends(ask, Map.of("person", deputy.toString(), "until", "1/1/2020"));
        assertThat(administrator.words()).contains("Enter today or a later day");
        administrator.sends(ask, Map.of("person", deputy.toString(), "until", "31 December 2098"));
        assertThat(administrator.words()).contains("The deputy is named.");
        String own = milltown.office("/people/" + deputy);
        assertThat(administrator.opens(own).words())
                .contains("Service manager for Milltown Police")
                .contains("Until 31 December 2098, that day included. Stands in for Rosa Reeve.");
        administrator.opens(ask.replace("/deputy", "/end")).sends(ask.replace("/deputy", "/end"), Map.of());
        assertThat(administrator.opens(own).words()).doesNotContain("Service manager for Milltown Police");
    }

    @Test
    void aRoleOfStaffIsHandedOnByNobodyWhoHasOnlyTheLetters() {
        Person officer = milltown.newcomer("Olive Officer");
        Person friend = milltown.newcomer("Fred Friend");
        milltown.house.give(officer, milltown.role(Role.FINANCE));
        try (Tab letter = new Tab(milltown.house)
                .carries(TestSession.beginByLetter(
                        milltown.house.context(),
                        officer,
                        milltown.house.clock().instant()))) {
            String page = milltown.office("/people/" + officer.id());
            String deputy = letter.opens(page).page().replaceAll("(?s).*?href=\"([^\"]*/deputy)\".*", "$1");
            letter.opens(deputy).sends(deputy, Map.of("email", friend.email().written(), "until", "31/12/2098"));
            assertThat(letter.status()).isEqualTo(403);
            assertThat(milltown.roles(friend)).isEmpty();
            String end = deputy.replace("/deputy", "/end");
            letter.opens(end).sends(end, Map.of());
            assertThat(letter.status()).isEqualTo(403);
            assertThat(milltown.roles(officer)).containsExactly("finance");
        }
    }

    @Test
    void whatAProofGaveIsHandedToNobodyAndADeputyHasNoDeputy() {
        Person officer = milltown.newcomer("Orla Officer");
        Person friend = milltown.newcomer("Freda Friend");
        Person third = milltown.newcomer("Theo Third");
        Standings standings = milltown.house.room(Standings.class);
        Actor program = Actor.programIn(milltown.council.id());
        Instant now = milltown.house.clock().instant();
        Instant later = now.plus(Duration.ofDays(9));
        Actor self = new Actor(officer.id(), milltown.council.id(), true, List.of());
        milltown.house.room(Sight.class).of(milltown.council.id(), () -> {
            for (Role role : Role.values()) {
                if (role.held() == Role.Held.NEIGHBOURHOOD && !role.isGiven()) {
                    standings.giveAsResident(self, officer.id(), milltown.in(role, "bridge-end"), now);
                }
            }
            for (Holding holding : standings.of(milltown.council.id(), officer.id(), now)) {
                assertThatThrownBy(() -> standings.deputise(self, friend.id(), holding, later, now))
                        .hasMessageContaining("Nobody stands in");
            }
            standings.give(program, officer.id(), milltown.role(Role.MODERATOR), null, now);
            Holding own = held(standings, officer, now);
            standings.deputise(program, friend.id(), own, later, now);
            Holding deputy = held(standings, friend, now);
            assertThatThrownBy(() -> standings.deputise(program, third.id(), deputy, later, now))
                    .hasMessageContaining("Nobody stands in");
            standings.handOver(program, List.of(deputy), third.id(), now);
            assertThat(standings.of(milltown.council.id(), third.id(), now))
                    .as("what was never theirs is not handed on")
                    .isEmpty();
            standings.deputise(program, friend.id(), own, later, now);
            milltown.house.room(People.class).close(program, milltown.council.id(), officer.id(), "They left", now);
            assertThat(standings.of(milltown.council.id(), friend.id(), now))
                    .as("nobody stands in for an account that is closed")
                    .isEmpty();
            return true;
        });
    }

    @Test
    void aRoleThatIsHeldLongerAlreadyIsNotCutShortByTakingOneOver() {
        Person leaver = milltown.newcomer("Lea Leaver");
        Person next = milltown.newcomer("Nick Next");
        Standings standings = milltown.house.room(Standings.class);
        Actor program = Actor.programIn(milltown.council.id());
        Instant now = milltown.house.clock().instant();
        milltown.house.room(Sight.class).of(milltown.council.id(), () -> {
            standings.give(program, leaver.id(), milltown.role(Role.MODERATOR), now.plus(Duration.ofDays(9)), now);
            standings.give(program, next.id(), milltown.role(Role.MODERATOR), null, now);
            standings.handOver(program, List.of(held(standings, leaver, now)), next.id(), now);
            assertThat(held(standings, next, now).until()).isNull();
            assertThat(standings.of(milltown.council.id(), leaver.id(), now)).isEmpty();
            return true;
        });
    }

    @Test
    void whoeverIsSignedInAsSomebodyElseStaysSo() {
        String email = address();
        Tab administrator = milltown.administrator().opens(milltown.office("/invitations/new"));
        administrator.sends(milltown.office("/invitations"), invitation(email, "champion", "mill-lane"));
        String link = milltown.link(email);
        administrator.opens(link).sends(link, Map.of("name", "Ada Second"));
        assertThat(administrator.heading()).isEqualTo("The role is accepted");
        assertThat(administrator.opens(milltown.office("/parties")).status())
                .as("still the administrator")
                .isEqualTo(200);
        assertThat(milltown.roles(milltown.person(email))).containsExactly("champion");
    }

    @Test
    void theOfficeLeadsToLettersListsAndWordsAboutWhoLivesWhere() {
        Tab administrator = milltown.administrator().opens(milltown.office(""));
        assertThat(administrator.page())
                .contains(milltown.office("/mill-lane/letters"), milltown.office("/mill-lane/list"));
        Tab coordinator =
                milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane")).opens(milltown.office(""));
        assertThat(coordinator.page())
                .contains(milltown.office("/mill-lane/word"))
                .doesNotContain(milltown.office("/bridge-end/word"));
        assertThat(coordinator.opens(milltown.office("/mill-lane/word")).status())
                .isEqualTo(200);
    }

    private static Holding held(Standings standings, Person person, Instant now) {
        return standings.of(person.council(), person.id(), now).stream()
                .filter(holding -> holding.standing().role() == Role.MODERATOR)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverHasAnAccountSignsInBeforeTheyAcceptAnInvitation() {
        Person known = milltown.newcomer("Known Kit");
        String email = known.email().written();
        Tab administrator = milltown.administrator().opens(milltown.office("/invitations/new"));
        administrator.sends(
                milltown.office("/invitations"), Map.of("name", "Kit", "email", email, "role", "moderator"));
        String link = milltown.link(email);
        try (Tab stranger = new Tab(milltown.house);
                Tab own = milltown.of(known)) {
            stranger.opens(link);
            assertThat(stranger.heading()).isEqualTo("Sign in first");
            stranger.opens("/sign-in");
            assertThat(stranger.sendsTo(link, "/sign-in").status()).isEqualTo(422);
            assertThat(milltown.roles(known)).isEmpty();
            own.opens(link).sends(link, Map.of());
            assertThat(milltown.roles(known)).containsExactly("moderator");
        }
    }

    @Test
    void whatSomebodyOfferedIsTakenBackWhenTheirAccountIsClosed() {
        Person gone = milltown.newcomer("Gone Gail");
        milltown.house.give(gone, milltown.role(Role.COUNCIL_ADMINISTRATOR));
        try (Tab desk = milltown.of(gone)) {
            desk.opens(milltown.office("/invitations/new"))
                    .sends(
                            milltown.office("/invitations"),
                            Map.of("name", "New", "email", "late@example.org", "role", "moderator"));
        }
        String link = milltown.link("late@example.org");
        milltown.house.room(Sight.class).of(milltown.council.id(), () -> {
            milltown.house
                    .room(People.class)
                    .close(
                            Actor.programIn(milltown.council.id()),
                            milltown.council.id(),
                            gone.id(),
                            "Dismissed",
                            milltown.house.clock().instant());
            return true;
        });
        try (Tab late = new Tab(milltown.house)) {
            assertThat(late.opens(link).heading()).isEqualTo("This invitation is no longer good");
        }
    }

    @Test
    void aChampionLaysDownTheirOwnRoleButGivesItToNobody() {
        Tab champion = milltown.tab(milltown.in(Role.CHAMPION, "bridge-end"));
        champion.opens("/office");
        assertThat(champion.words()).contains("Champion in Bridge End").doesNotContain("Give another role");
        String page = champion.address();
        String end = champion.page().replaceAll("(?s).*?href=\"([^\"]*/end)\".*", "$1");
        assertThat(champion.opens(page + "/roles").words()).doesNotContain("council administrator");
        champion.sends(page + "/roles", Map.of("role", "council_administrator"));
        assertThat(champion.words()).contains("Choose the role");
        champion.opens(end).sends(end, Map.of());
        assertThat(champion.opens(page).words()).contains("No role is held now.");
    }

    @Test
    void aPartyThatEndedCountsNoMoreUntilItIsEnteredAgain() {
        Tab administrator = milltown.administrator();
        String parties = milltown.office("/parties");
        administrator.opens(parties);
        administrator.sends(parties, Map.of("name", "Night Wardens", "kind", "contractor"));
        assertThat(administrator.words()).contains("The party is entered.", "Night Wardens");
        administrator.sends(parties, Map.of("name", "Night Wardens", "kind", "contractor"));
        assertThat(administrator.words()).contains("A party of this name is there already.");
        String one = parties + "/night-wardens";
        administrator.opens(one + "/end").sends(one + "/end", Map.of());
        assertThat(administrator.words()).contains("The party is ended.", "ended on");
        assertThat(administrator.opens(one).status()).isEqualTo(404);
        administrator.opens(parties).sends(parties, Map.of("name", "Night Wardens", "kind", "contractor"));
        assertThat(administrator.opens(one).heading()).isEqualTo("Night Wardens");
    }

    @Test
    void aNeighbourhoodIsFoundByTheStreetsAndPostcodesEnteredHere() {
        Tab administrator = milltown.administrator();
        String places = milltown.office("/neighbourhoods");
        administrator.opens(places);
        administrator.sends(places, Map.of("name", "Weir Side", "boundary", "{\"type\": \"Point\"}"));
        assertThat(administrator.words()).contains("Paste a GeoJSON polygon or multipolygon.");
        administrator.sends(
                places, Map.of("name", "Weir Side", "streets", "Otterburn Quay\nHeron Row", "postcodes", "ZZ7 1"));
        assertThat(administrator.words()).contains("The neighbourhood is open.");
        assertThat(new Tab(milltown.house).opens("/search?q=otterburn").words()).contains("Weir Side");
    }

    @Test
    void theFirstOfASiteTakesItOverByTheLastLinkAndThenThereIsNone() {
        try (OpenHouse fresh = OpenHouse.with(Map.of())) {
            FirstStart start = fresh.room(FirstStart.class);
            String first = path(start.setUpLink().orElseThrow());
            String second = path(start.setUpLink().orElseThrow());
            Tab tab = new Tab(fresh);
            assertThat(tab.opens(first).heading()).isEqualTo("This invitation is no longer good");
            tab.opens(second).sends(second, Map.of("name", "", "email", "sam"));
            assertThat(tab.words()).contains("Enter the name", "Enter an e-mail address like name@example.org");
            tab.sends(second, Map.of("name", "Sam Starter", "email", "sam@example.org"));
            assertThat(tab.heading()).isEqualTo("Show that it is you");
            assertThat(start.setUpLink()).isEmpty();
        }
    }

    private static String path(String link) {
        return java.net.URI.create(link).getPath();
    }
}
