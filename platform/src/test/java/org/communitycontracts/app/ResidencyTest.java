package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.people.Person;
import org.communitycontracts.people.residency.Household;
import org.communitycontracts.people.residency.Residencies;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people show where they live, and what a council does for it. */
class ResidencyTest {
    private static final String WAYS = "/account/residency/mill-lane";
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");

    private static Milltown milltown;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "residency-test");
    }

    @Test
    void aPostcodeWithinTheBoundaryMakesAResidentAndOneOutsideDoesNot() {
        Person nell = milltown.newcomer("Nell");
        Tab tab = milltown.of(nell).opens(WAYS);
        tab.sends(WAYS + "/postcode", Map.of("postcode", "ZZ1", "house", "14a"));
        assertThat(tab.words()).contains("Enter a whole postcode");
        tab.sends(WAYS + "/postcode", Map.of("postcode", "zz13ab", "house", "14a"));
        assertThat(tab.words()).contains("That postcode is not within this neighbourhood");
        tab.sends(WAYS + "/postcode", Map.of("postcode", "ZZ1 1AB", "house", ""));
        assertThat(tab.words()).contains("Enter the number or name of your house");
        assertThat(roles(nell)).isEmpty();
        tab.sends(WAYS + "/postcode", Map.of("postcode", "zz11ab", "house", "14a"));
        assertThat(tab.words()).contains("Mill Lane", "Said, not checked.");
        assertThat(roles(nell)).containsExactly("resident");
    }

    @Test
    void theCodeOfALetterMakesAVerifiedResidentOnceWithinSixtyDays() {
        Tab desk = milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"));
        List<String> codes = letters(desk, "1; Mill Lane; ZZ1 1AB\n\n2; Mill Lane; ZZ1 1AB");
        assertThat(codes).hasSize(2).doesNotHaveDuplicates();

        Person nell = milltown.newcomer("Nell");
        Tab tab = milltown.of(nell).opens(WAYS);
        tab.sends(
                WAYS + "/code",
                Map.of(
                        "code",
                        codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ")));
        assertThat(tab.words()).contains("Proven.");
        assertThat(roles(nell)).containsExactly("verified_resident");

        Tab second = milltown.of(milltown.newcomer("Olu")).opens(WAYS);
        second.sends(WAYS + "/code", Map.of("code", codes.getFirst()));
        assertThat(second.words()).contains("That code is not good here");

        milltown.house.clock().forward(Duration.ofDays(60));
        Tab late = milltown.of(milltown.newcomer("Pam")).opens(WAYS);
        late.sends(WAYS + "/code", Map.of("code", codes.getLast()));
        assertThat(late.words()).contains("That code is not good here");
    }

    @Test
    void aCodeOfOneNeighbourhoodIsNotGoodInAnother() {
        Tab desk = milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"));
        String code = letters(desk, "3; Mill Lane; ZZ1 1AB").getFirst();
        Tab tab = milltown.of(milltown.newcomer("Nell")).opens("/account/residency/bridge-end");
        tab.sends("/account/residency/bridge-end/code", Map.of("code", code));
        assertThat(tab.words()).contains("That code is not good here");
        tab.opens(WAYS).sends(WAYS + "/code", Map.of("code", code));
        assertThat(tab.words()).contains("Proven.");
    }

    @Test
    void theCouncilsListMakesAVerifiedResidentAndCannotBeRead() {
        Tab desk = milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"));
        String list = milltown.office("/mill-lane/list");
        desk.opens(list).sends(list, Map.of("lines", "Quillfeather; 5; Mill Lane; ZZ1 1AB\nno address at all"));
        assertThat(desk.words()).contains("Line 2 cannot be read: \"no address at all\"");
        desk.sends(list, Map.of("lines", "Quillfeather; 5; Mill Lane; ZZ1 1AB\nRobson; 6; Mill Lane; ZZ1 1AB"));
        assertThat(desk.words()).contains("The list of Mill Lane now holds 2 people.");
        assertThat(milltown.house
                        .database()
                        .sql()
                        .sql("select l::text from people.listed_resident l")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("Quillfeather") || row.contains("ZZ1"));

        Person nell = milltown.newcomer("Nell");
        Tab tab = milltown.of(nell).opens(WAYS);
        tab.sends(WAYS + "/list", list("Robson", "5"));
        assertThat(tab.words()).contains("The list has nobody of that surname at that address");
        tab.sends(WAYS + "/list", list("QUILLFEATHER ", "5"));
        assertThat(roles(nell)).containsExactly("verified_resident");
    }

    @Test
    void afterTenWrongTriesNothingMoreIsTakenUntilADayIsOver() {
        Tab desk = milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"));
        String code = letters(desk, "7; Mill Lane; ZZ1 1AB").getFirst();
        Tab tab = milltown.of(milltown.newcomer("Nell")).opens(WAYS);
        for (int tries = 0; tries < 10; tries++) {
            tab.sends(WAYS + "/code", Map.of("code", "2222-2222-222" + tries));
            assertThat(tab.words()).contains("That code is not good here");
        }
        tab.sends(WAYS + "/code", Map.of("code", code));
        assertThat(tab.words()).contains("Too many wrong tries today");
        milltown.house.clock().forward(Duration.ofDays(1));
        tab.sends(WAYS + "/code", Map.of("code", code));
        assertThat(tab.words()).contains("Proven.");
    }

    @Test
    void aCoordinatorGivesTheirWordForOthersOfTheirOwnNeighbourhoodAlone() {
        Person coordinator = milltown.person("ben.baker@council.example.org");
        Person nell = milltown.newcomer("Nell");
        Tab tab = milltown.tab(milltown.in(Role.COORDINATOR, "mill-lane"));
        String word = milltown.office("/mill-lane/word");
        tab.opens(word).sends(word, Map.of("email", "nobody@example.org"));
        assertThat(tab.words()).contains("Nobody has an account with that address");
        tab.sends(word, Map.of("email", nell.email().written()));
        assertThat(tab.words()).contains("Your word for Nell is kept.");
        assertThat(roles(nell)).containsExactly("verified_resident");
        assertThat(tab.opens(milltown.office("/bridge-end/word")).status()).isEqualTo(403);
        assertThat(milltown.of(nell).opens(word).status()).isEqualTo(403);
        assertThat(new Tab(milltown.house).opens(word).heading()).isEqualTo("Sign in");
        assertThat(roles(coordinator)).containsExactly("coordinator");
    }

    @Test
    void whoMovesAwayIsNoResidentAnyMore() {
        Person nell = milltown.newcomer("Nell");
        Tab tab = milltown.of(nell).opens(WAYS);
        tab.sends(WAYS + "/postcode", Map.of("postcode", "ZZ1 1AB", "house", "8"));
        assertThat(roles(nell)).containsExactly("resident");
        tab.opens(WAYS).sends(WAYS + "/moves", Map.of());
        assertThat(tab.words()).contains("You have not said where you live.");
        assertThat(roles(nell)).isEmpty();
    }

    @Test
    void twoOfOneAddressAreOneHouseholdAndTheAddressIsNotKept() {
        List<String> marks = new ArrayList<>();
        for (String house : List.of("Flat 2, Quince House", "flat 2 QUINCE house", "Flat 3, Quince House")) {
            Person person = milltown.newcomer("Somebody");
            Tab tab = milltown.of(person).opens(WAYS);
            tab.sends(WAYS + "/postcode", Map.of("postcode", "ZZ1 1AB", "house", house));
            marks.add(household(person));
        }
        assertThat(marks.get(0)).isEqualTo(marks.get(1)).isNotEqualTo(marks.get(2));
        assertThat(milltown.house
                        .database()
                        .sql()
                        .sql("select r::text from people.residency r")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("uince") || row.contains("ZZ1"));
    }

    @Test
    void everyPageOfResidencyHasNoFaultAndNoneIsForgottenHere() {
        PageChecks checks = PageChecks.inTheBrowser();
        Person nell = milltown.newcomer("Nell");
        milltown.of(nell).opens(WAYS).sends(WAYS + "/postcode", Map.of("postcode", "ZZ1 1AB", "house", "9"));
        String own = milltown.session(nell);
        String desk = milltown.house.signedIn(milltown.in(Role.COORDINATOR, "mill-lane"));
        Map<String, String> pages = Map.of(
                "/account/residency",
                own,
                WAYS,
                own,
                milltown.office("/mill-lane/letters"),
                desk,
                milltown.office("/mill-lane/list"),
                desk,
                milltown.office("/mill-lane/word"),
                desk);
        pages.forEach((path, session) -> checks.as("session", session)
                .check(milltown.house.at(path), "residency" + path.replaceAll("[^a-z]+", "-")));
        assertThat(milltown.house.kinds().keySet())
                .filteredOn(OpenHouse::isOfResidency)
                .containsExactlyInAnyOrderElementsOf(
                        pages.keySet().stream().map(milltown.house::kind).collect(Collectors.toSet()));
    }

    private static List<String> letters(Tab desk, String lines) {
        String letters = milltown.office("/mill-lane/letters");
        desk.opens(letters).sends(letters, Map.of("lines", lines));
        Matcher found = CODE.matcher(desk.page());
        return Stream.generate(() -> found)
                .takeWhile(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private static Map<String, String> list(String surname, String house) {
        return Map.of("surname", surname, "list-house", house, "list-postcode", "ZZ1 1AB");
    }

    private static List<String> roles(Person person) {
        return milltown.roles(person);
    }

    private static String household(Person person) {
        UUID id = person.id();
        return milltown.house.room(Sight.class).of(milltown.council.id(), () -> {
            long place = milltown.house
                    .room(Neighbourhoods.class)
                    .find(milltown.council.id(), "mill-lane")
                    .orElseThrow()
                    .id();
            return milltown.house
                    .room(Residencies.class)
                    .household(milltown.council.id(), id, place)
                    .map(Household::toString)
                    .orElseThrow();
        });
    }
}
