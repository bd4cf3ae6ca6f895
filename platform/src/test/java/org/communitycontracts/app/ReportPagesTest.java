package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of a report that is being written or was sent, in a real browser. */
class ReportPagesTest {
    private static final String PLACE = "/councils/sunderland/plains-farm";
    private static final Map<String, String> pages = new LinkedHashMap<>();

    private static OpenHouse house;
    private static PageChecks checks;

    @BeforeAll
    static void aReportIsWrittenAndAnotherSent() {
        house = OpenHouse.door();
        checks = PageChecks.inTheBrowser();
        Tab sends = Reporter.sends(Reporter.answers(Reporter.begins(house, PLACE), Reporter.GRAFFITI));
        Tab writes = Reporter.begins(house, PLACE);
        String draft = writes.address().replaceFirst("/[a-z]+$", "");
        Reporter.answers(writes, Reporter.GRAFFITI);
        for (String step :
                new String[] {"spot", "kind", "already", "details", "more", "photos", "seen", "who", "news", "check"}) {
            pages.put(step, draft + "/" + step);
        }
        pages.put("sent", sends.address());
        pages.put("follow-up", sends.address().replaceFirst("/sent$", ""));
        Tab another = Reporter.sends(Reporter.answers(Reporter.begins(house, PLACE), Reporter.GRAFFITI));
        Reporter.isSaidToBeFixed(house, another.address());
        Tab third = Reporter.sends(Reporter.answers(Reporter.begins(house, PLACE), Reporter.GRAFFITI));
        Reporter.isSaid(house, third.address(), "asked_resident");
        pages.put("reply", third.address().replaceFirst("/sent$", "/reply"));
        pages.put("fixed", another.address().replaceFirst("/sent$", "/fixed"));
    }

    static Stream<Arguments> pages() {
        return pages.entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageOfAReportHasNoFault(String name, String path) {
        assertThat(house.get(house.at(path)).statusCode()).isEqualTo(200);
        checks.check(house.at(path), "report-" + name);
    }

    @Test
    void aReportThatIsNotHereAnyMoreSaysWhatToDo() {
        String gone = "/councils/sunderland/report/gone/spot";
        assertThat(house.get(house.at(gone)).statusCode()).isEqualTo(404);
        checks.check(house.at(gone), "report-gone");
    }

    @Test
    void noPageOfAReportIsForgottenHere() {
        Set<String> checked = new TreeSet<>();
        pages.values().forEach(path -> checked.add(house.kind(path)));
        assertThat(house.kinds().keySet())
                .filteredOn(OpenHouse::isOfAReport)
                .filteredOn(kind -> !kind.endsWith(".jpg"))
                .isSubsetOf(checked)
                .hasSize(6);
    }
}
