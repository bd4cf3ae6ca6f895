package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.SharedFiles;
import org.communitycontracts.reporting.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Half a year of a real city: 58,119 requests, opened January to June 2015. */
class BostonTest {
    private static ImportDesk desk;
    private static Path file;
    private static Summary first;

    @BeforeAll
    static void bostonIsImported() throws Exception {
        file = SharedFiles.file("boston311/boston311_2015_jan_jun.csv.gz");
        desk = new ImportDesk();
        long began = System.nanoTime();
        first = desk.take(ImportDesk.source("boston311"), file);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("Boston: %s, %.1f s, %,.0f rows a second%n", first, seconds, first.rows() / seconds);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void everyRowIsTakenAndTheStandInPlacesAreKeptOffTheMap() {
        assertThat(first.rows()).isEqualTo(58_119);
        assertThat(first.done()).isEqualTo(new Intake.Counts(58_119, 0, 0, 8_752));
        assertThat(first.rejected()).isZero();
        assertThat(desk.reports.countOffMap(ImportDesk.COUNCIL)).isEqualTo(8_752);
    }

    @Test
    void importingTheSameFileAgainChangesNothing() throws Exception {
        long happenings = desk.count("happening");
        long began = System.nanoTime();
        Summary second = desk.take(ImportDesk.source("boston311"), file);
        System.out.printf("Boston again: %s, %.1f s%n", second, (System.nanoTime() - began) / 1e9);
        assertThat(second.done()).isEqualTo(new Intake.Counts(0, 0, 58_119, 8_752));
        assertThat(desk.count("happening")).isEqualTo(happenings).isEqualTo(58_119 + 49_126);
        assertThat(desk.count("report")).isEqualTo(58_119);
    }

    @Test
    void everyTargetIsKeptAsThePromisedMomentAndNoneIsMadeUp() {
        AtomicLong promised = new AtomicLong();
        Set<String> references = new HashSet<>();
        long began = System.nanoTime();
        desk.reports.eachStory(ImportDesk.COUNCIL, story -> {
            references.add(story.report().reference());
            if (story.happenings().getFirst().facts().containsKey("promised")) {
                promised.incrementAndGet();
            }
        });
        System.out.printf("Boston's stories read in %.1f s%n", (System.nanoTime() - began) / 1e9);
        assertThat(promised).hasValue(43_592);
        assertThat(references).hasSize(58_119).allMatch(each -> each.matches("([0-9A-HJKMNP-TV-Z]{3}-?){3}"));
    }

    @Test
    void aRequestTellsItsStoryInWordsOfContracts() {
        Story lamp = desk.story("101001240736");
        assertThat(lamp.report().category()).isEqualTo("street-light-contractor");
        assertThat(lamp.report().neighbourhood())
                .isEqualTo(desk.areas.get("Fenway / Kenmore / Audubon Circle / Longwood"));
        assertThat(lamp.happenings())
                .extracting(happening -> happening.event() + " " + happening.at() + " " + happening.facts())
                .hasSize(2)
                .satisfies(told -> {
                    assertThat(told.getFirst())
                            .startsWith("reported 2015-01-01T05:25:36Z")
                            .contains("promised=2015-01-16T13:30:00Z", "lat=42.3474", "lon=-71.0944");
                    assertThat(told.getLast()).isEqualTo("closed 2015-04-28T12:49:50Z {reason=resolved}");
                });
    }

    @Test
    void theFortyPairsOfTheContractHaveTheirOwnCategories() {
        assertThat(desk.reports.categories(ImportDesk.COUNCIL))
                .containsKeys("recycling-cart", "signal-shop-street-light")
                .hasSize(1_035);
    }

    @Test
    void aRequestClosedSecondsBeforeItWasOpenedIsClosedAtOnceAndKeepsWhatTheCitySaid() {
        assertThat(desk.count("happening where event = 'closed' and jsonb_exists(facts, 'said')"))
                .isEqualTo(84);
        assertThat(desk.count("report where closed_at < made_at")).isZero();
    }

    @Test
    void noAddressOfTheSourceIsStoredAnywhere() {
        assertThat(desk.count("report r where r::text ilike '%Beacon St%' or r::text ilike '%.jpg%'"))
                .isZero();
        assertThat(desk.count("happening h where h::text ilike '%Beacon St%' or h::text ilike '%.jpg%'"))
                .isZero();
        assertThat(desk.count("report where title is not null")).isZero();
    }
}
