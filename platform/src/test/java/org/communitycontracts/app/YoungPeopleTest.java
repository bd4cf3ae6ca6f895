package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.people.AgeBand;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do here who are not grown up yet, and those who look after them. */
class YoungPeopleTest {
    private static final Pattern LINK = Pattern.compile("(/guardian/\\d+/[A-Za-z0-9_-]+)");
    private static final String WAYS = "/account/residency/mill-lane";
    private static final Map<String, String> HOME = Map.of("postcode", "ZZ1 1AB", "house", "14a");

    private static Milltown milltown;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "young-people-test");
    }

    @Test
    void aChildTakesPartOnceAGuardianHasAgreedAndNoLongerWhenItIsTakenBack() {
        Person child = milltown.newcomer("Kit", AgeBand.UNDER_13);
        Tab tab = milltown.of(child).opens(WAYS);
        tab.sends(WAYS + "/postcode", HOME);
        assertThat(tab.heading()).isEqualTo("A guardian has to agree first");
        assertThat(roles(child)).isEmpty();

        String guardian = "guardian-" + UUID.randomUUID() + "@example.org";
        tab.opens("/account/guardian").sends("/account/guardian", Map.of("email", guardian));
        assertThat(tab.heading()).isEqualTo("We have written to them");
        String link = link(guardian);
        Tab theirs = new Tab(milltown.house).opens(link);
        assertThat(theirs.heading()).isEqualTo("May Kit take part?");
        assertThat(roles(child)).as("looking at the link is no consent").isEmpty();
        theirs.sends(link, Map.of());
        assertThat(theirs.words()).contains("You have agreed that Kit takes part.");

        tab.opens(WAYS).sends(WAYS + "/postcode", HOME);
        assertThat(roles(child)).containsExactly("resident");
        assertThat(counting(child)).containsExactly(Role.RESIDENT);

        theirs.opens(link).sends(link + "/withdraw", Map.of());
        assertThat(theirs.heading()).isEqualTo("You have taken it back");
        assertThat(counting(child)).isEmpty();
        assertThat(theirs.opens(link).heading()).isEqualTo("This link is not good any more");
        assertThat(milltown.verbs()).contains("guardian.asked", "guardian.consented", "guardian.withdrew");
    }

    @Test
    void aGuardiansLinkRunsOutAndIsOfOneCouncilAndOneChild() {
        Person child = milltown.newcomer("Kit", AgeBand.UNDER_13);
        String guardian = "guardian-" + UUID.randomUUID() + "@example.org";
        milltown.of(child).opens("/account/guardian").sends("/account/guardian", Map.of("email", guardian));
        String link = link(guardian);
        Tab theirs = new Tab(milltown.house);
        assertThat(theirs.opens(link.replaceAll("/guardian/\\d+/", "/guardian/999/"))
                        .heading())
                .isEqualTo("This link is not good any more");
        milltown.house.clock().forward(Duration.ofDays(14));
        assertThat(theirs.opens(link).heading()).isEqualTo("This link is not good any more");
    }

    @Test
    void aChildCannotBeTheirOwnGuardianAndWritesThreeTimesADayAtMost() {
        Person child = milltown.newcomer("Kit", AgeBand.UNDER_13);
        Tab tab = milltown.of(child).opens("/account/guardian");
        tab.sends("/account/guardian", Map.of("email", child.email().written()));
        assertThat(tab.words()).contains("and not your own");
        for (int letters = 0; letters < 3; letters++) {
            tab.opens("/account/guardian").sends("/account/guardian", Map.of("email", "g" + letters + "@example.org"));
            assertThat(tab.heading()).isEqualTo("We have written to them");
        }
        tab.opens("/account/guardian").sends("/account/guardian", Map.of("email", "g4@example.org"));
        assertThat(tab.words()).contains("We have written three times today.");
    }

    @Test
    void aChildDoesNotMakeThemselvesOlder() {
        Person child = milltown.newcomer("Chris Child", AgeBand.UNDER_13);
        try (Tab tab = milltown.of(child)) {
            tab.opens("/account/data/corrected");
            assertThat(tab.sendsOnly("/account/data/corrected", Map.of("name", "Chris Child", "age", "adult"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(milltown.person(child.email().written()).age()).isEqualTo(AgeBand.UNDER_13);
        }
    }

    @Test
    void whoIsFourteenShowsWhereTheyLiveAndIsNotMadeAChampion() {
        Person young = milltown.newcomer("Robin", AgeBand.FROM_13_TO_15);
        Tab tab = milltown.of(young).opens(WAYS);
        tab.sends(WAYS + "/postcode", HOME);
        assertThat(roles(young)).containsExactly("resident");

        Tab desk = milltown.administrator().opens(milltown.office("/people/" + young.id() + "/roles"));
        desk.sends(
                milltown.office("/people/" + young.id() + "/roles"),
                Map.of("role", "champion", "neighbourhood", "mill-lane"));
        assertThat(desk.heading()).isEqualTo("Not at this age");
        assertThat(roles(young)).containsExactly("resident");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyUnderEighteenHoldsAnOfficeSignsOrHandlesMoney(Role role) {
        boolean isOfResidents = role == Role.RESIDENT || role == Role.VERIFIED_RESIDENT;
        assertThat(AgeBand.ADULT.mayHold(role)).isTrue();
        assertThat(AgeBand.FROM_16_TO_17.mayHold(role)).isEqualTo(isOfResidents || role == Role.CHAMPION);
        assertThat(AgeBand.FROM_13_TO_15.mayHold(role)).isEqualTo(isOfResidents);
        assertThat(AgeBand.UNDER_13.mayHold(role)).isEqualTo(isOfResidents);
    }

    @Test
    void thePagesOfAChildAndOfAGuardianHaveNoFault() {
        PageChecks checks = PageChecks.inTheBrowser();
        Person child = milltown.newcomer("Kit", AgeBand.UNDER_13);
        String guardian = "guardian-" + UUID.randomUUID() + "@example.org";
        milltown.of(child).opens("/account/guardian").sends("/account/guardian", Map.of("email", guardian));
        checks.as("session", milltown.session(child)).check(milltown.house.at("/account/guardian"), "young-own");
        checks.check(milltown.house.at(link(guardian)), "young-guardian");
    }

    private static String link(String guardian) {
        List<String> letters = milltown.house
                .database()
                .sql()
                .sql("select body from post.letter where council_id = :council and recipient = :email")
                .param("council", milltown.council.id())
                .param("email", guardian)
                .query(String.class)
                .list();
        Matcher link = LINK.matcher(letters.getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<String> roles(Person person) {
        return milltown.roles(person);
    }

    private static List<Role> counting(Person person) {
        return milltown.counting(person);
    }
}
