package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.standards.desk.Upkeep;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of a party's desk, in a real browser. */
class DeskPagesTest {
    private static final String DESK = "/councils/desk-pages/desk";
    private static final Map<String, String> pages = new LinkedHashMap<>();

    private static Newsroom news;
    private static PageChecks checks;
    private static String officer;

    @BeforeAll
    static void reportsLieOnTheDesk() {
        news = new Newsroom("desk-pages");
        checks = PageChecks.inTheBrowser();
        news.reports("offensive-graffiti", "public");
        news.house.clock().forward(Duration.ofHours(30));
        Newsroom.Made held = news.reports("graffiti", "public");
        Newsroom.Made report = news.reports("graffiti", "private");
        news.reports("street-light", "public");
        news.reports("noise", "public");
        news.reports("offensive-graffiti", "public");
        news.house.room(Sight.class).ofAll(() -> {
            news.house.room(Upkeep.class).run(news.house.clock().instant());
            return true;
        });
        officer = news.house.signedIn(
                news.milltown.of(Role.SERVICE_OFFICER, "council"), news.milltown.of(Role.SERVICE_OFFICER, "homes"));
        Tab tab = new Tab(news.house).carries(officer);
        String hold = DESK + "/council/" + held.reference() + "/hold";
        tab.opens(hold).sends(hold, Map.of("words", "Which wall is it?"));
        pages.put("desks", DESK);
        pages.put("list", DESK + "/council");
        pages.put("nothing", DESK + "/homes?part=late");
        pages.put("find", DESK + "/council/find");
        pages.put("found-nothing", DESK + "/council/find?reference=7CY-P67-YXF");
        String one = DESK + "/council/" + report.reference();
        pages.put("report", one);
        pages.put("report-on-hold", DESK + "/council/" + held.reference() + "?done=hold");
        pages.put("resume", DESK + "/council/" + held.reference() + "/resume");
        pages.put("merge", DESK + "/council/" + held.reference() + "/merge");
        // One of each shape: words alone, a photo as well, a choice.
        for (String step : new String[] {"write", "fix", "recategorise"}) {
            pages.put(step, one + "/" + step);
        }
    }

    static Stream<Arguments> pages() {
        return pages.entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageOfADeskHasNoFault(String name, String path) {
        checks.as("session", officer).check(news.house.at(path), "desk-" + name);
    }

    @Test
    void noPageOfADeskIsForgottenHere() {
        Set<String> checked = new TreeSet<>();
        pages.values().forEach(path -> checked.add(news.house.kind(path.replaceFirst("\\?.*", ""))));
        assertThat(news.house.kinds().keySet())
                .filteredOn(OpenHouse::isOfADesk)
                .filteredOn(kind -> !kind.endsWith(".jpg"))
                .isSubsetOf(checked)
                .hasSizeGreaterThan(4);
    }
}
