package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import does to what is already known. */
class ImportTest {
    private static final String COLUMNS = "Ref,Opened,Closed,Due,State,What,Lat,Lon,Ward,Why,Notes\n";

    private ImportDesk desk;
    private Source town;

    @BeforeEach
    void openTheDesk() throws Exception {
        desk = new ImportDesk();
        town = desk.mapped(CsvTest.MAPPING);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Summary take(String... rows) throws Exception {
        return desk.take(town, desk.write("town.csv", COLUMNS + String.join("\n", rows)));
    }

    private List<String> told(String id) {
        return desk.story(id).happenings().stream()
                .map(happening -> happening.event() + " " + happening.at()
                        + (happening.recorded().equals(happening.at()) ? "" : " written " + happening.recorded())
                        + " " + new java.util.TreeMap<>(happening.facts()))
                .toList();
    }

    @Test
    void aRequestThatIsClosedLaterGoesOnWithItsStory() throws Exception {
        take("1,2026-06-01T10:00:00Z,,2026-06-08T10:00:00Z,New,Lamp,54.9,-1.4,Plains Farm,,broken");
        Summary later = take(
                "1,2026-06-01T10:00:00Z,2026-06-05T10:00:00Z,2026-06-08T10:00:00Z,Done,Lamp,54.9,-1.4,Plains Farm,Fixed by crew,");
        assertThat(later.done()).isEqualTo(new Intake.Counts(0, 1, 0, 0));
        assertThat(told("1"))
                .containsExactly(
                        "reported 2026-06-01T10:00:00Z {area=Plains Farm, category=lamp, lat=54.9, lon=-1.4, promised=2026-06-08T10:00:00Z}",
                        "closed 2026-06-05T10:00:00Z {reason=fixed}");
    }

    @Test
    void aChangedCategoryTargetAndPlaceAreToldAsHappeningsOfNow() throws Exception {
        take("1,2026-06-01T10:00:00Z,,2026-06-08T10:00:00Z,New,Lamp,54.9,-1.4,,,");
        take("1,2026-06-01T10:00:00Z,,2026-06-20T10:00:00Z,New,Bin,54.8,-1.4,,,");
        assertThat(told("1").subList(1, 4))
                .containsExactly(
                        "recategorised 2026-11-22T12:00:00Z {category=bin}",
                        "repromised 2026-11-22T12:00:00Z {promised=2026-06-20T10:00:00Z}",
                        "moved 2026-11-22T12:00:00Z {lat=54.8, lon=-1.4}");
        assertThat(desk.story("1").report().category()).isEqualTo("bin");
        Summary again = take("1,2026-06-01T10:00:00Z,,2026-06-20T10:00:00Z,New,Bin,54.8,-1.4,,,");
        assertThat(again.done()).isEqualTo(new Intake.Counts(0, 0, 1, 0));
    }

    @Test
    void aRequestOpenAgainIsReopenedAndALaterClosingIsNotTheFirst() throws Exception {
        take("1,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z,,Done,Lamp,,,,,");
        take("1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,");
        take("1,2026-06-01T10:00:00Z,2026-06-09T10:00:00Z,,Done,Lamp,,,,,");
        take("1,2026-06-01T10:00:00Z,2026-06-12T10:00:00Z,,Done,Lamp,,,,,");
        assertThat(told("1"))
                .extracting(line -> line.replace(" {}", ""))
                .containsExactly(
                        "reported 2026-06-01T10:00:00Z {category=lamp}",
                        "closed 2026-06-02T10:00:00Z",
                        "reopened 2026-11-22T12:00:00Z",
                        "reopened 2026-06-02T10:00:01Z written 2026-11-22T12:00:00Z",
                        "closed 2026-06-09T10:00:00Z",
                        "closed 2026-11-22T12:00:01Z {evidence=dated by the source, said=2026-06-09T10:00:00Z}",
                        "reopened 2026-06-09T10:00:01Z written 2026-11-22T12:00:00Z",
                        "closed 2026-06-12T10:00:00Z");
    }

    @Test
    void theLastMomentToldIsTheSourcesAndNeverOurOwn() throws Exception {
        take("1,2015-06-01T10:00:00Z,2015-06-02T10:00:00Z,,Done,Lamp,,,,,");
        take("1,2015-06-01T10:00:00Z,2015-06-02T10:00:00Z,,Done,Bin,,,,,");
        assertThat(told("1").getLast()).startsWith("recategorised 2026-11-22T12:00:00Z");
        assertThat(desk.reports.lastTold(ImportDesk.COUNCIL)).contains(Instant.parse("2015-06-02T10:00:00Z"));
        take("2,2015-06-03T10:00:00Z,,,New,Lamp,,,,,");
        assertThat(desk.reports.lastTold(ImportDesk.COUNCIL)).contains(Instant.parse("2015-06-03T10:00:00Z"));
        assertThat(desk.reports.lastTold(8)).isEmpty();
    }

    @Test
    void rejectsOfTwoFilesOfOneNameAreBothKept() throws Exception {
        Path first = desk.write("town.csv", COLUMNS + "1,never,,,New,Lamp,,,,,\n");
        Path second = Files.createDirectory(first.resolveSibling("b")).resolve("town.csv");
        Files.writeString(second, COLUMNS + "2,at noon,,,New,Lamp,,,,,\n");
        Import run = desk.begin();
        Path rejects = desk.take(run, town, first, Progress.silent()).rejects();
        Path more = desk.take(run, town, second, Progress.silent()).rejects();
        assertThat(rejects).content().contains("never");
        assertThat(more).content().contains("at noon");
        assertThat(desk.take(desk.begin(), town, first, Progress.silent()).rejects())
                .isEqualTo(rejects);
    }

    @Test
    void aClosingMovedBackInTimeWasWrittenDownOnlyNow() throws Exception {
        take("1,2026-06-01T10:00:00Z,2026-06-12T10:00:00Z,,Done,Lamp,,,,,");
        take("1,2026-06-01T10:00:00Z,2026-06-03T10:00:00Z,,Done,Lamp,,,,,");
        assertThat(told("1").getLast()).isEqualTo("closed 2026-06-03T10:00:00Z written 2026-11-22T12:00:00Z {}");
    }

    @Test
    void theSameRequestTwiceInOneFileIsOneReport() throws Exception {
        Summary summary = take(
                "1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,",
                "1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,",
                "1,2026-06-01T10:00:00Z,2026-06-03T10:00:00Z,,Done,Lamp,,,,,");
        assertThat(summary.done().added()).isEqualTo(1);
        assertThat(summary.done().updated()).isEqualTo(1);
        assertThat(summary.done().unchanged()).isEqualTo(1);
        assertThat(told("1")).hasSize(2);
    }

    @Test
    void impossibleTimesAreSetAside() throws Exception {
        Summary summary = take(
                "1,2027-06-01T10:00:00Z,,,New,Lamp,,,,,",
                "2,2026-06-01T10:00:00Z,2026-05-01T10:00:00Z,,Done,Lamp,,,,,",
                "3,2026-06-01T10:00:00Z,,2026-05-01T10:00:00Z,New,Lamp,,,,,",
                "4,2026-06-01T10:00:00Z,2028-05-01T10:00:00Z,,Done,Lamp,,,,,",
                "5,2026-06-01T10:00:20Z,2026-06-01T10:00:00Z,,Done,Lamp,,,,,");
        assertThat(summary.rejected()).isEqualTo(4);
        assertThat(told("5").getLast()).isEqualTo("closed 2026-06-01T10:00:20Z {said=2026-06-01T10:00:00Z}");
    }

    @Test
    void theFileOfRejectsNamesLineAndReasonAndCanBeImportedOnceCorrected() throws Exception {
        Summary summary = take(
                "1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,",
                "=cmd|' /C calc'!A0,never,,,New,\"Bin, \"\"big\"\"\",-1.5,,,,\"two\nlines\"");
        Path rejects = summary.rejects();
        assertThat(rejects).isNotNull();
        String text = Files.readString(rejects);
        assertThat(text)
                .isEqualTo("line,reason,Ref,Opened,Closed,Due,State,What,Lat,Lon,Ward,Why,Notes\r\n"
                        + "3,\"Opened is \"\"never\"\", which is not written as dd/MM/yyyy HH:mm or iso\","
                        + "'=cmd|' /C calc'!A0,never,,,New,\"Bin, \"\"big\"\"\",-1.5,,,,\"two\nlines\"\r\n");
        Path corrected = desk.write("corrected.csv", text.replace(",never,", ",2026-06-01,"));
        assertThat(desk.take(town, corrected).done().added()).isEqualTo(1);
        assertThat(take("1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,").rejects()).isNull();
        assertThat(rejects).doesNotExist();
    }

    @Test
    void whatLooksLikeACommandIsOnlyText() throws Exception {
        take(
                "\"1'); drop table reporting.report; --\",2026-06-01T10:00:00Z,,,New,\"\\N\",,,\"a\\tb\\.\",,",
                "2\\,2026-06-01T10:00:00Z,,,New,\"<script>alert(1)</script>\",,,\"</td><b>\",,");
        assertThat(desk.count("report")).isEqualTo(2);
        assertThat(desk.areas).containsOnlyKeys("a\\tb\\.", "</td><b>");
        assertThat(desk.story("1'); drop table reporting.report; --").report().category())
                .isEqualTo("n");
        assertThat(desk.story("2\\").report().category()).isEqualTo("script-alert-1-script");
        assertThat(take("3,2026-06-01T10:00:00Z,,,New,Lamp,,,\"a\u0007b\",,").rejected())
                .isEqualTo(1);
    }

    @Test
    void freeTextOfTheSourceIsStoredNowhere() throws Exception {
        take("1,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z,,Done,Lamp,54.9,-1.4,Plains Farm,canary-why,canary-notes");
        assertThat(desk.count("report r where r::text like '%canary%'")).isZero();
        assertThat(desk.count("happening h where h::text like '%canary%'")).isZero();
        assertThat(desk.count("category c where c::text like '%canary%'")).isZero();
    }

    @Test
    void badPlacesAreKeptOffTheMapAndCounted() throws Exception {
        Source boxed = desk.mapped(
                CsvTest.MAPPING + "box: {south: 54, west: -2, north: 55, east: -1}\nplaceholders: [[54.5, -1.5]]\n");
        Path file = desk.write(
                "places.csv",
                COLUMNS
                        + "1,2026-06-01T10:00:00Z,,,New,Lamp,54.9,-1.4,,,\n2,2026-06-01T10:00:00Z,,,New,Lamp,0,0,,,\n"
                        + "3,2026-06-01T10:00:00Z,,,New,Lamp,154.9,-1.4,,,\n4,2026-06-01T10:00:00Z,,,New,Lamp,,,,,\n"
                        + "5,2026-06-01T10:00:00Z,,,New,Lamp,54.5,-1.5,,,\n6,2026-06-01T10:00:00Z,,,New,Lamp,40,-1.5,,,\n"
                        + "7,2026-06-01T10:00:00Z,,,New,Lamp,NaN,Infinity,,,\n");
        assertThat(desk.take(boxed, file).done()).isEqualTo(new Intake.Counts(7, 0, 0, 6));
        assertThat(desk.story("1").report().point()).isNotNull();
        assertThat(desk.story("5").report().point()).isNull();
        assertThat(desk.story("5").happenings().getFirst().facts()).doesNotContainKeys("lat", "lon");
    }

    @Test
    void onePointForAnImplausibleShareOfReportsIsTakenForAStandIn() throws Exception {
        StringBuilder rows = new StringBuilder(COLUMNS);
        for (int i = 0; i < 1_000; i++) {
            String place = i % 5 == 0 ? "54.5,-1.5" : "54." + (100 + i) + ",-1.4";
            rows.append(i)
                    .append(",2026-06-01T10:00:00Z,,,New,Lamp,")
                    .append(place)
                    .append(",,,\n");
        }
        Path file = desk.write("crowd.csv", rows.toString());
        assertThat(desk.take(town, file).done()).isEqualTo(new Intake.Counts(1_000, 0, 0, 200));
        assertThat(desk.take(town, file).done()).isEqualTo(new Intake.Counts(0, 0, 1_000, 200));
        assertThat(desk.reports.countOffMap(ImportDesk.COUNCIL)).isEqualTo(200);
    }

    @Test
    void anImportBrokenOffInTheMiddleKeepsWhatItCountedAndGoesOnFromThere() throws Exception {
        Path file = town(12_000);
        InstantSource breaksOff = new InstantSource() {
            private int looks;

            @Override
            public Instant instant() {
                if (++looks > 45) {
                    throw new IllegalStateException("the plug is pulled");
                }
                return ImportDesk.NOW;
            }
        };
        Progress plug = new Progress(new StringBuilder(), false, breaksOff);
        assertThatThrownBy(() -> desk.take(town, file, plug)).hasMessage("the plug is pulled");
        assertThat(desk.count("report")).isEqualTo(10_000);
        assertThat(desk.take(town, file).done()).isEqualTo(new Intake.Counts(2_000, 0, 10_000, 12_000));
        assertThat(desk.count("happening")).isEqualTo(12_000);
    }

    @Test
    void progressShowsShareRowsRateAndTimeLeft() throws Exception {
        Path file = town(12_000);
        StringBuilder bar = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        desk.take(town, file, new Progress(bar, true, ticking(1)));
        desk.take(town, file, new Progress(lines, false, ticking(1)));
        assertThat(bar.toString())
                .contains("\r[")
                .contains("% ")
                .contains("12,000 rows")
                .endsWith("\n");
        assertThat(lines.toString().lines())
                .hasSizeBetween(5, 12)
                .allMatch(line -> line.matches("\\d+ %  [\\d,]+ rows  [\\d,]+ rows a second  .*\\d+ s left"));
    }

    private static InstantSource ticking(int seconds) {
        return new InstantSource() {
            private Instant now = ImportDesk.NOW;

            @Override
            public Instant instant() {
                now = now.plusSeconds(seconds);
                return now;
            }
        };
    }

    private Path town(int rows) throws Exception {
        StringBuilder text = new StringBuilder(COLUMNS);
        for (int i = 0; i < rows; i++) {
            text.append(i).append(",2026-06-01T10:00:00Z,,,New,Lamp,,,,,\n");
        }
        return desk.write("many.csv", text.toString());
    }

    @Test
    void aWrongFileChangesNothing() throws Exception {
        Path file = desk.write("wrong.csv", "a,b,c\n1,2,3\n");
        assertThatThrownBy(() -> desk.take(town, file)).isInstanceOf(WrongFile.class);
        assertThatThrownBy(() -> desk.take(town, file.resolveSibling("none.csv")))
                .hasMessage("There is no such file.");
        assertThatThrownBy(() -> desk.take(town, Path.of("."))).hasMessage("It is a folder, not a file.");
        assertThat(desk.count("report")).isZero();
    }

    @Test
    void aStoryOnlyGrows() throws Exception {
        take("1,2026-06-01T10:00:00Z,,,New,Lamp,,,,,");
        Story story = desk.story("1");
        assertThat(desk.reports.find(
                        ImportDesk.COUNCIL, story.report().reference().toLowerCase(java.util.Locale.ROOT)))
                .contains(story.report());
        assertThatThrownBy(() -> desk.database
                        .sql()
                        .sql("update reporting.happening set at = now()")
                        .update())
                .hasMessageContaining("never changed or taken away");
        assertThatThrownBy(() -> desk.database
                        .sql()
                        .sql("delete from reporting.happening")
                        .update())
                .hasMessageContaining("never changed or taken away");
    }
}
