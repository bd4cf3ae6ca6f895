package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every journey in docs/journeys is walked by a test of its name, and every walk has its page. */
class JourneyPagesTest {
    private static final Path JOURNEYS = Path.of("..", "docs", "journeys");

    @Test
    void everyJourneyHasItsTestAndEveryTestItsJourney() throws IOException {
        List<String> walked = Stream.of(
                        ReadingJourneysTest.class,
                        ReportingJourneysTest.class,
                        DeskJourneysTest.class,
                        NewsJourneyTest.class,
                        MailJourneyTest.class,
                        OfficeJourneyTest.class,
                        PrivacyJourneyTest.class,
                        FileJourneysTest.class)
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(JourneyPagesTest::hyphened)
                .toList();
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(walked).hasSizeGreaterThan(5);
    }

    @Test
    void everyJourneyStandsInTheListOfJourneys() throws IOException {
        String list = Files.readString(JOURNEYS.resolve("README.md"));
        assertThat(pages()).allMatch(page -> list.contains("(" + page + ".md)"));
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(JOURNEYS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .toList();
        }
    }

    /** {@code aResidentSees} is {@code a-resident-sees}; so is {@code citys} what {@code city's} becomes in a name. */
    private static String hyphened(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
