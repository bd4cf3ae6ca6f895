package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of a council's office, of the site's own and of accepting an invitation, in a real browser. */
class OfficePagesTest {
    private static Milltown milltown;
    private static PageChecks checks;
    private static String administrator;
    private static String site;
    private static String person;

    @BeforeAll
    static void open() {
        checks = PageChecks.inTheBrowser();
        milltown = Milltown.in(OpenHouse.withoutSample(), "office-pages");
        administrator = milltown.house.signedIn(milltown.role(Role.COUNCIL_ADMINISTRATOR));
        site = milltown.house.signedIn(new Standing(Role.SITE_ADMINISTRATOR, Standing.SITE, null, null));
        person = "/people/" + milltown.id("ben.baker@council.example.org");
    }

    static Stream<Arguments> pages() {
        Tab tab = new Tab(milltown.house).carries(administrator);
        String role = tab.opens(milltown.office(person))
                .page()
                .replaceAll("(?s).*?href=\"[^\"]*(/roles/[^\"]*)/end\".*", "$1");
        String withdraw = tab.opens(milltown.office("/invitations"))
                .page()
                .replaceAll("(?s).*?href=\"[^\"]*/office([^\"]*/withdraw)\".*", "$1");
        return Stream.of(
                        "",
                        "/directory",
                        "/programs",
                        "/record",
                        "/neighbourhoods",
                        "/neighbourhoods/mill-lane",
                        "/parties",
                        "/parties/homes",
                        "/parties/homes/end",
                        "/people",
                        "/people?role=closed",
                        person,
                        person + "/roles",
                        person + "/close",
                        person + "/locks",
                        person + "/erase",
                        person + "/hand-over",
                        person + role + "/end",
                        person + role + "/deputy",
                        "/invitations",
                        "/invitations/new",
                        "/invitations/many",
                        withdraw)
                .map(path -> Arguments.of(path.replaceAll("[0-9a-f-]{36}", "x"), milltown.office(path)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageOfTheOfficeHasNoFault(String name, String path) {
        checks.as("session", administrator).check(milltown.house.at(path), "office" + name.replaceAll("[^a-z]+", "-"));
    }

    @Test
    void thePagesOfTheSiteAndOfAnInvitationHaveNoFault() {
        checks.as("session", site).check(milltown.house.at("/site"), "site");
        checks.as("session", site).check(milltown.house.at("/site/outbox"), "site-outbox");
        checks.as("session", site).check(milltown.house.at("/site/councils/office-pages"), "site-council");
        checks.check(milltown.house.at(milltown.link("hana.jenner@residents.example.org")), "invitation");
        checks.check(milltown.house.at("/invitations/" + milltown.council.id() + "/gone"), "invitation-gone");
    }

    @Test
    void noPageOfAnOfficeIsForgottenHere() {
        Set<String> checked = pages().map(page -> (String) page.get()[1])
                .map(path -> milltown.house.kind(path.replaceAll("\\?.*", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        checked.addAll(Set.of("/site", "/site/outbox", "/site/councils/{slug}", "/invitations/{council}/{token}"));
        assertThat(milltown.house.kinds().keySet())
                .filteredOn(OpenHouse::isOfAnOffice)
                .filteredOn(kind -> !kind.equals("/office"))
                .isSubsetOf(checked)
                .hasSizeGreaterThan(15);
    }
}
