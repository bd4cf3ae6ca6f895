package org.communitycontracts.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.communitycontracts.engine.judging.Happening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of happenings, as anyone may write them. */
class HappeningsTest {
    private static HappeningsFile read(String text) throws Exception {
        return HappeningsFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Happening> story(HappeningsFile file, String report) {
        return file.stories().getOrDefault(report, List.of());
    }

    @Test
    void theLinesOfTheLanguageAreReadIntoStoriesNoticesAndTheRest() throws Exception {
        HappeningsFile file = read("""
                {"report":"r1","event":"reported","at":"2026-06-02T10:00:00Z","facts":{"category":"flytip","lat":54.89,"lon":-1.42,"urgent":true}}
                {"report":"r1","event":"fixed","at":"2026-06-05T14:00:00+01:00","recorded":"2026-06-05T13:04:10Z","by":"council"}

                {"event":"severe_weather","from":"2026-06-03","until":"2026-06-05","declared":"2026-06-03T06:00:00Z","by":"council"}
                {"event":"answered","at":"2026-06-07T18:00:00Z","facts":{"question":"q-satisfied-v1","answer":4}}""");
        assertThat(file.faults()).isEmpty();
        assertThat(file.stories()).containsOnlyKeys("r1");
        Happening fixed = story(file, "r1").getLast();
        assertThat(fixed.at()).isEqualTo(Instant.parse("2026-06-05T13:00:00Z"));
        assertThat(fixed.recorded()).isEqualTo(Instant.parse("2026-06-05T13:04:10Z"));
        assertThat(fixed.by()).isEqualTo("council");
        Happening reported = story(file, "r1").getFirst();
        assertThat(reported.recorded()).isEqualTo(reported.at());
        assertThat(reported.facts()).containsEntry("lat", "54.89").containsEntry("urgent", "true");
        assertThat(file.others().getLast().facts()).containsEntry("answer", "4");
        Instant declared = Instant.parse("2026-06-03T06:00:00Z");
        assertThat(file.others().getFirst())
                .isEqualTo(new Happening(
                        null,
                        "severe_weather",
                        declared,
                        declared,
                        "council",
                        Map.of("from", "2026-06-03", "until", "2026-06-05")));
        assertThat(file.all())
                .extracting(Happening::event)
                .containsExactly("reported", "fixed", "severe_weather", "answered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"report":"r","event":"fixed","at":"2026-06-02T10:00:00"}            | `at` is "2026-06-02T10:00:00", but should be a time with its offset
            {"report":"r","event":"fixed","at":"2026-06-02"}                     | should be a time with its offset
            {"report":"r","event":"fixed"}                                       | The key `at` is missing
            {"report":"r","at":"2026-06-02T10:00:00Z"}                           | The key `event` is missing
            {"report":"r","event":"Fixed!","at":"2026-06-02T10:00:00Z"}          | `event` is "Fixed!"
            {"report":"","event":"fixed","at":"2026-06-02T10:00:00Z"}            | `report` is a name of 1 to 100 characters
            {"report":7,"event":"fixed","at":"2026-06-02T10:00:00Z"}             | `report` is a text
            {"report":"r","evnt":"fixed","at":"2026-06-02T10:00:00Z"}            | `evnt` is not a key of a line
            {"event":"a","event":"b","at":"2026-06-02T10:00:00Z"}                | a key stands twice
            {"event":"a","at":"2026-06-02T10:00:00Z","facts":[1]}                | `facts` is an object
            {"event":"a","at":"2026-06-02T10:00:00Z","facts":{"x":{"y":1}}}      | The fact `x` is a plain value
            {"event":"a","at":"2026-06-02T10:00:00Z"} x                          | breaks the rules of JSON
            {"event":"a","at":"2026-06-02T10:00:00Z"}{}                          | Something stands after the closing }
            {"event":"a","at":"9999-06-02T10:00:00Z"}                            | is not in a year of our time
            {"event":"a","from":"2026-06-05","until":"2026-06-03"}               | `until` lies before `from`
            {"event":"a","from":"2026-06-05"}                                    | `until` should be a date
            {"event":"a","from":"2026-06-05","until":"2026-06-05","declared":"2026-06-01T10:00:00Z"} | so it lies after `from`
            {"event":"a","from":"2026-06-05","until":"2026-06-06"}               | The key `declared` is missing
            {"event":"a","declared":"2026-06-01T10:00:00Z"}                      | `from` should be a date
            {"event":"a","from":"2026-06-05","until":"9999-06-06","declared":"2026-06-01T10:00:00Z"} | is not in a year of our time
            {"event":"a","from":"2026-06-05","until":"2026-06-06","declared":"2026-06-01"} | should be a time with its offset
            {"report":"r","event":"a","from":"2026-06-05","until":"2026-06-06","declared":"2026-06-01T10:00:00Z"} | `report` is not a key of a line
            [1]                                                                  | a line begins with {
            hello                                                                | breaks the rules of JSON
            [[[[[[[[[[                                                           | a line begins with {
            """)
    void aBadLineIsToldWithItsNumberAndReasonAndTheOthersAreRead(String line, String because) throws Exception {
        HappeningsFile file = read("{\"report\":\"r\",\"event\":\"reported\",\"at\":\"2026-06-01T10:00:00Z\"}\n" + line
                + "\n{\"report\":\"r\",\"event\":\"fixed\",\"at\":\"2026-06-09T10:00:00Z\"}\n");
        assertThat(file.faults()).hasSize(1);
        assertThat(file.faults().getFirst().toString()).startsWith("2: ").contains(because);
        assertThat(story(file, "r")).hasSize(2);
    }

    @Test
    void aLineTooLongAndOneThatIsNoTextCostOneLineEach() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("{\"event\":\"" + "x".repeat(1_000_000) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        bytes.writeBytes("{\"event\":\"swept\",\"at\":\"2026-06-01T10:00:00Z\"}".getBytes(StandardCharsets.UTF_8));
        HappeningsFile file = HappeningsFile.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(file.faults())
                .extracting(HappeningsLine.Fault::toString)
                .containsExactly("1: The line is longer than 65536 bytes", "2: The line is not text in UTF-8");
        assertThat(file.others()).hasSize(1);
    }

    @Test
    void aPackedFileIsReadAndADamagedOneToldSo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"event\":\"swept\",\"at\":\"2026-06-01T10:00:00Z\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = bytes.toByteArray();
        assertThat(HappeningsFile.read(new ByteArrayInputStream(whole)).others())
                .hasSize(1);
        byte[] torn = java.util.Arrays.copyOf(whole, 9);
        assertThat(HappeningsFile.read(new ByteArrayInputStream(torn)).faults())
                .extracting(HappeningsLine.Fault::because)
                .containsExactly("The file is damaged or breaks off here");
    }

    @Test
    void whatIsWrittenIsReadBackAndWrittenAgainAsTheSameBytes() throws Exception {
        Instant at = Instant.parse("2026-06-02T10:00:00Z");
        Happening reported = new Happening(
                "K7Q-2MX-41P",
                "reported",
                at,
                at,
                null,
                Map.of("category", "flytip", "lat", "54.89", "lon", "-1.42", "b", "\"quoted\" é\n", "a", "7"));
        Happening fixed =
                new Happening("K7Q-2MX-41P", "fixed", at.plusSeconds(60), at.plusSeconds(90), "council", Map.of());
        String text = written(reported, fixed);
        assertThat(text).isEqualTo("""
                        {"report":"K7Q-2MX-41P","event":"reported","at":"2026-06-02T10:00:00Z","facts":{"a":"7","b":"\\"quoted\\" é\\n","category":"flytip","lat":54.89,"lon":-1.42}}
                        {"report":"K7Q-2MX-41P","event":"fixed","at":"2026-06-02T10:01:00Z","recorded":"2026-06-02T10:01:30Z","by":"council"}
                        """);
        assertThat(story(read(text), "K7Q-2MX-41P")).containsExactly(reported, fixed);
        assertThat(written()).isEmpty();
    }

    private static String written(Happening... happenings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HappeningsWriter writer = new HappeningsWriter(bytes)) {
            for (Happening happening : happenings) {
                writer.write(happening);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
