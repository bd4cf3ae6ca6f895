package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.communitycontracts.house.Timed;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.HappeningsFile;
import org.junit.jupiter.api.Test;

/** Files that nobody meant: each is read or refused in the reader's own way, and quickly. */
class FuzzTest {
    private static final int INPUTS = Boolean.getBoolean("long") ? 200_000 : 3_000;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final String TABLE = """
            Ref,Opened,Closed,Due,State,What,Lat,Lon,Ward,Why,Notes
            1,2026-06-01T10:00:00Z,,01/06/2026 10:00,New,"Lamp, \"\"big\"\"\",54.9,-1.4,Plains Farm,Fixed by crew,"two
            lines"
            2,01/06/2026 10:00,2026-06-02,,Done,Bin,0,0,,,
            """;
    private static final String XML = """
            <?xml version="1.0" encoding="utf-8"?>
            <service_requests><request><service_request_id>1</service_request_id><status>closed</status>
            <service_name>Lamp</service_name><requested_datetime>2010-04-14T06:37:38-08:00</requested_datetime>
            <updated_datetime>2010-04-14T06:37:38-08:00</updated_datetime><lat>37.7</lat><long>-122.4</long>
            <description><![CDATA[a]]>&amp;</description></request></service_requests>
            """;
    private static final String JSON = """
            [{"service_request_id":"1","status":"open","service_name":"Lamp","lat":54.9,"long":-1.4,
              "requested_datetime":"2014-01-03T14:18:52-06:00","extended_attributes":{"ward":"44"},
              "notes":[{"datetime":"2014-01-03T14:18:52-06:00","type":"activity"}]}]
            """;
    private static final String HAPPENINGS = """
            {"report":"r1","event":"reported","at":"2026-06-02T10:00:00Z","facts":{"category":"flytip","lat":54.89}}
            {"report":"r1","event":"fixed","at":"2026-06-05T13:00:00Z","recorded":"2026-06-05T13:04:10Z","by":"council"}
            {"event":"snow","from":"2026-06-03","until":"2026-06-05","declared":"2026-06-03T06:00:00Z","by":"council"}
            """;
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            "\n",
            "\r",
            ",",
            ";",
            "\u0000",
            "\ufeff",
            "{",
            "}",
            "[",
            "]",
            ":",
            "<",
            ">",
            "&",
            "<!DOCTYPE x [",
            "<![CDATA[",
            "]]>",
            "&#x110000;",
            "&x;",
            "\\u",
            "\\",
            "null",
            "1e999999",
            "-",
            "9".repeat(300),
            "NaN",
            "99999-01-01",
            "2026-02-30",
            "T25:00:00Z",
            "\ud800",
            "\uffff",
            "x".repeat(5_000),
            "[".repeat(200),
            "<a>".repeat(200),
            "é",
            "%PDF",
            "*a",
            "&a ",
            "!x ",
            "|",
            "? ",
            "- ",
            "\t",
            "#",
            "@",
            "'");

    /** What a reader does with some bytes: whether it read all of them. Its own refusal is no failure. */
    private interface Reading {
        boolean read(byte[] bytes) throws Exception;
    }

    private static void fuzz(String name, String good, long seed, Reading reading) {
        List<String> wrong = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        Duration slowest = Duration.ZERO;
        int read = 0;
        for (int i = 0; i < INPUTS && wrong.size() < 5; i++) {
            byte[] bytes = mutated(good, random);
            try {
                Timed<Boolean> trial = Timed.of(LONGEST, () -> isRead(reading, bytes));
                slowest = trial.took().compareTo(slowest) > 0 ? trial.took() : slowest;
                read += trial.answer() ? 1 : 0;
            } catch (Exception | StackOverflowError fault) {
                wrong.add(fault + " at input " + i + ": " + new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        System.out.printf(
                "Fuzz: %s, %,d inputs, %,d of them read without a fault, the slowest %d ms by the clock on the wall%n",
                name, INPUTS, read, slowest.toMillis());
        assertThat(wrong).isEmpty();
        assertThat(read).as("inputs that are good").isBetween(INPUTS / 200, INPUTS * 4 / 5);
        assertThat(slowest).isLessThan(LONGEST);
    }

    private static boolean isRead(Reading reading, byte[] bytes) throws Exception {
        try {
            return reading.read(bytes);
        } catch (WrongFile refusal) {
            assertThat(refusal.because()).isNotBlank();
            return false;
        }
    }

    private static byte[] mutated(String good, SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "" : good);
        boolean lightly = random.nextBoolean();
        int changes = lightly ? 1 : 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int until = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, until);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.replace(at, until, Character.toString(random.nextInt(0x300)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = lightly ? 0 : random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? torn(packed(bytes), random) : bytes;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (java.io.IOException fault) {
            throw new IllegalStateException(fault);
        }
        return packed.toByteArray();
    }

    private static byte[] torn(byte[] bytes, SplittableRandom random) {
        byte[] torn = java.util.Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length - 1));
        torn[random.nextInt(torn.length)] ^= (byte) random.nextInt(2);
        return torn;
    }

    /** Reads every row and makes a report of it, as an import does. */
    private static boolean arrive(Source source, byte[] bytes) throws Exception {
        boolean allGood = true;
        try (SourceFile file = SourceFile.of(new ByteArrayInputStream(bytes))) {
            RequestReader reader = source.read(file);
            Arrivals arrivals = new Arrivals(
                    source.extent(),
                    new Categories(source.categories(), Map.of(), (words, category) -> {}),
                    Gazetteer.NONE,
                    ImportDesk.NOW);
            for (RequestReader.Row row = reader.next(); row != null; row = reader.next()) {
                if (row instanceof RequestReader.Taken taken) {
                    try {
                        Arrival arrival = arrivals.of(taken.request());
                        assertThat(arrival.category()).matches("[a-z][a-z0-9_-]{0,39}");
                    } catch (BadRow refusal) {
                        assertThat(refusal.because()).isNotBlank();
                        allGood = false;
                    }
                } else {
                    allGood = false;
                }
            }
            return allGood;
        }
    }

    private static Source town() throws Exception {
        try (ImportDesk desk = new ImportDesk()) {
            return desk.mapped(CsvTest.MAPPING);
        }
    }

    @Test
    void anyTableIsReadOrRefused() throws Exception {
        Source town = town();
        fuzz("CSV", TABLE, 1, bytes -> arrive(town, bytes));
    }

    @Test
    void anyXmlIsReadOrRefused() {
        Source open311 = ImportDesk.source("open311");
        fuzz("Open311 XML", XML, 2, bytes -> arrive(open311, bytes));
    }

    @Test
    void anyJsonIsReadOrRefused() {
        Source open311 = ImportDesk.source("open311");
        fuzz("Open311 JSON", JSON, 3, bytes -> arrive(open311, bytes));
    }

    @Test
    void anyFileOfHappeningsIsReadAndItsFaultsTold() {
        fuzz(
                "happenings",
                HAPPENINGS,
                4,
                bytes -> HappeningsFile.read(new ByteArrayInputStream(bytes))
                        .faults()
                        .isEmpty());
    }

    @Test
    void anyMappingFileIsReadOrRefused() {
        fuzz("mapping files", CsvTest.MAPPING, 5, bytes -> {
            MappingFile.Answer answer = MappingFile.read("x.yaml", new String(bytes, StandardCharsets.UTF_8));
            if (answer instanceof MappingFile.Answer.Refused(List<MappingFault> faults)) {
                assertThat(faults).isNotEmpty().allMatch(fault -> fault.line() > 0 && fault.column() > 0);
                return false;
            }
            return true;
        });
    }
}
