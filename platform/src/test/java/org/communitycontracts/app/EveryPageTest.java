package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.web.PageChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the sample, in a real browser. */
class EveryPageTest {
    private static final String PLACE = "/councils/sunderland/plains-farm";

    private static PageChecks checks;
    private static RunningProgram program;

    @BeforeAll
    static void theProgramRuns(@TempDir Path data) throws Exception {
        checks = PageChecks.inTheBrowser();
        program = RunningProgram.serve(data);
    }

    @AfterAll
    static void stop() throws Exception {
        if (program != null) {
            program.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "home,          /",
        "search,        /search?q=plains",
        "search-none,   /search?q=nowhere",
        "search-blank,  /search?q=",
        "council,       /councils/sunderland",
        "neighbourhood, " + PLACE,
        "clause,        " + PLACE + "/clauses/flytip",
        "clause-few,    " + PLACE + "/clauses/message",
        "clause-noted,  " + PLACE + "/clauses/litter-pick",
        "cases,         " + PLACE + "/clauses/flytip/cases",
        "cases-none,    " + PLACE + "/clauses/flytip/cases?state=pending",
        "contract,      " + PLACE + "/contract",
        "open-data,     /open-data",
        "data-council,  /open-data/sunderland",
        "data,          /open-data/sunderland/plains-farm",
        "about,         /about",
        "accessibility, /accessibility",
        "not-found,     /councils/nowhere"
    })
    void aPageIsRightForEverybody(String name, String path) {
        checks.check(at(path), name);
    }

    @Test
    void aCaseBehindAFigureIsRightForEverybody() throws Exception {
        Matcher first = Pattern.compile("href=\"(/councils/sunderland/cases/[^\"]+)\"")
                .matcher(program.get(PLACE + "/clauses/flytip/cases?state=breached")
                        .body());
        assertThat(first.find()).isTrue();
        checks.check(at(first.group(1)), "case");
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + program.port() + path);
    }
}
