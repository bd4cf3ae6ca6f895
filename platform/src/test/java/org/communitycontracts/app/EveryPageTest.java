package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Every kind of page of the whole program, with the sample in it, in a real browser. */
class EveryPageTest {
    private static final String PLACE = "/councils/sunderland/plains-farm";
    private static final String WHOLE = "/councils/barnsley";
    private static final String BESIDE = WHOLE + "/athersley-and-new-lodge";
    private static final String FLYTIP = PLACE + "/clauses/flytip";
    /** Addresses that answer with a file and not with a page. */
    private static final Set<String> FILES = Set.of(".csv", ".json", ".jsonl", ".yaml", ".txt", ".atom", ".ics");

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("search", "/search?q=plains"),
            Map.entry("search-none", "/search?q=nowhere+at+all"),
            Map.entry("search-blank", "/search?q="),
            Map.entry("council", "/councils/sunderland"),
            Map.entry("neighbourhood", PLACE),
            Map.entry("clause", FLYTIP),
            Map.entry("clause-too-few", PLACE + "/clauses/message"),
            Map.entry("clause-not-counted-yet", PLACE + "/clauses/sweep"),
            Map.entry("cases", FLYTIP + "/cases"),
            Map.entry("cases-filtered", FLYTIP + "/cases?state=breached&period=all&sort=longest"),
            Map.entry("cases-second-page", FLYTIP + "/cases?period=all&page=2"),
            Map.entry("contract", PLACE + "/contract"),
            Map.entry("cases-past-the-end", FLYTIP + "/cases?page=99999"),
            Map.entry("search-council", "/search?q=barnsley"),
            Map.entry("search-near", "/search?q=plians+fram"),
            Map.entry("search-long", "/search?q=" + "long".repeat(500)),
            Map.entry("whole-council", WHOLE),
            Map.entry("whole-council-clause", WHOLE + "/clauses/street-light"),
            Map.entry("whole-council-clause-changed", WHOLE + "/clauses/pothole"),
            Map.entry("whole-council-clause-hidden", WHOLE + "/clauses/danger"),
            Map.entry("whole-council-clause-not-counted-yet", WHOLE + "/clauses/lights-checked"),
            Map.entry("whole-council-cases", WHOLE + "/clauses/street-light/cases"),
            Map.entry(
                    "whole-council-cases-filtered", WHOLE + "/clauses/pothole/cases?state=breached&period=all&page=2"),
            Map.entry("whole-council-contract", WHOLE + "/contract"),
            Map.entry("under-whole-council", WHOLE + "/hoyland"),
            Map.entry("under-whole-council-clause", WHOLE + "/hoyland/clauses/street-light"),
            Map.entry("under-whole-council-cases", WHOLE + "/hoyland/clauses/street-light/cases"),
            Map.entry("under-whole-council-small", WHOLE + "/cawthorne"),
            Map.entry("under-whole-council-small-clause", WHOLE + "/cawthorne/clauses/pothole"),
            Map.entry("beside-whole-council", BESIDE),
            Map.entry("beside-whole-council-clause", BESIDE + "/clauses/street-light"),
            Map.entry("beside-whole-council-own-clause", BESIDE + "/clauses/danger"),
            Map.entry("beside-whole-council-contract", BESIDE + "/contract"),
            Map.entry("open-data-two-contracts", "/open-data/barnsley"),
            Map.entry("open-data-whole-council", "/open-data/barnsley/barnsley-council"),
            Map.entry("open-data", "/open-data"),
            Map.entry("open-data-council", "/open-data/sunderland"),
            Map.entry("open-data-contract", "/open-data/sunderland/plains-farm"),
            Map.entry("report-where", "/report"),
            Map.entry("report-where-none", "/report?q=plians+fram"),
            Map.entry("report-where-several", "/report?q=road"),
            Map.entry("report-council", WHOLE + "/report"),
            Map.entry("report-start", PLACE + "/report"),
            Map.entry("news", "/councils/sunderland/news?place=plains-farm"),
            Map.entry("sign-in", "/sign-in"),
            Map.entry("privacy", "/privacy"),
            Map.entry("about", "/about"),
            Map.entry("accessibility", "/accessibility"),
            Map.entry("not-found", "/no/such/page"));

    private static OpenHouse house;

    @BeforeAll
    static void open() {
        house = OpenHouse.door();
    }

    static Stream<Arguments> pages() {
        return PAGES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("case-kept", "v.state = 'met'"),
                Arguments.of("case-not-kept", "v.state = 'breached'"),
                Arguments.of("case-not-yet-known", "v.state = 'pending'"),
                Arguments.of("case-not-counted", "v.state = 'void'"),
                Arguments.of(
                        "case-reopened",
                        "exists (select 1 from reporting.happening h where h.council_id = v.council_id"
                                + " and h.report_id = v.report_id and h.event = 'reopened')"),
                Arguments.of(
                        "case-on-hold",
                        "exists (select 1 from reporting.happening h where h.council_id = v.council_id"
                                + " and h.report_id = v.report_id and h.event = 'asked_resident')"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyKindOfPageHasNoFault(String name, String path) {
        PageChecks checks = PageChecks.inTheBrowser();
        assertThat(house.get(house.at(path)).statusCode()).isEqualTo(name.equals("not-found") ? 404 : 200);
        checks.check(house.at(path), "page-" + name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyKindOfCaseHasNoFault(String name, String such) {
        PageChecks checks = PageChecks.inTheBrowser();
        checks.check(house.at(Cases.such(house, such)), "page-" + name);
    }

    @Test
    void aCaseUnderTwoContractsHasNoFault() {
        PageChecks checks = PageChecks.inTheBrowser();
        checks.check(house.at(Cases.underTwoContracts(house)), "page-case-of-two-contracts");
    }

    @Test
    void noKindOfPageIsForgottenHere() {
        Set<String> checked = new TreeSet<>(Set.of(house.kind(Cases.such(house, "true"))));
        PAGES.values().forEach(path -> checked.add(house.kind(path.split("\\?", -1)[0])));
        assertThat(house.kinds().keySet())
                .filteredOn(kind -> FILES.stream().noneMatch(kind::endsWith))
                .filteredOn(kind -> !kind.startsWith("/error") && !kind.startsWith("/look/"))
                .filteredOn(kind -> !OpenHouse.isOwn(kind)
                        && !OpenHouse.isOfAnOffice(kind)
                        && !OpenHouse.isOfResidency(kind)
                        && !OpenHouse.isForPrograms(kind)
                        && !OpenHouse.isOfAReport(kind)
                        && !OpenHouse.isOfADesk(kind)
                        && !OpenHouse.isOfNews(kind)
                        && !kind.startsWith("/test/"))
                .isSubsetOf(checked)
                .hasSizeGreaterThan(10);
    }
}
