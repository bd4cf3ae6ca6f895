package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.importing.Progress;
import org.communitycontracts.reporting.importing.Source;
import org.communitycontracts.reporting.importing.Summary;
import org.communitycontracts.standards.Tallies;
import org.communitycontracts.standards.Verdicts;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real city's half year of requests, judged, beside what the city itself says of them. */
class BostonTest {
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final Instant EXTRACT =
            LocalDateTime.of(2016, 1, 13, 0, 0).atZone(BOSTON).toInstant();
    private static final Duration NEAR = Duration.ofMinutes(5);
    private static final Path FILE = shared().resolve("boston311/boston311_2015_jan_jun.csv.gz");
    /** Every request with a target is promised by that target, whatever it is about. */
    private static final String BY_TARGET = """
            contract: community-contract/1
            id: by-target
            version: 1
            zone: America/New_York
            in_force: {from: 2015-01-01}
            calendars:
              always: {holidays: none, days: [mon, tue, wed, thu, fri, sat, sun], hours: "00:00-24:00"}
            parties:
              city: {name: City of Boston, role: provider}
              residents: {name: Residents of Boston, role: resident}
            clauses:
              - id: target
                duty: respond
                by: city
                text: We will close your request by the target date that we gave it.
                clock: {start: reported, stop: closed, within: promised date, calendar: always}
            """;

    @TempDir
    private static Path rejects;

    private static Database database;
    private static Summary summary;

    /** What the city's own file says of one request. */
    private record Row(LocalDateTime opened, String target, String status) {}

    private static Path shared() {
        String named = System.getenv("CC_SHARED_DATA");
        return named == null ? Path.of("..", "..", "shared", "data") : Path.of(named);
    }

    @BeforeAll
    static void bostonIsImportedAndJudged() throws IOException {
        assumeTrue(Files.exists(FILE), () -> "Left out: Boston's requests are not at " + FILE);
        database = TestDatabase.fresh();
        Reports reports = new Reports(database.source());
        ImportedCouncil imported = new ImportedCouncil(
                database.source(),
                new Councils(database.sql()),
                new Neighbourhoods(database.sql()),
                reports,
                new Contracts(database.sql()),
                new Verdicts(database.source(), reports),
                Clock.systemUTC());
        Source source = ((Source.Answer.Known) Source.parse("boston311")).source();
        Council council = imported.open("boston", source);
        summary = imported.takeIn(imported.begin(rejects), council, FILE, source, Progress.silent());
        imported.adopt(
                council,
                List.of(contract("by-target.yaml", BY_TARGET), ours("boston-v1.yaml"), ours("boston-v2.yaml")));
        imported.judge(council, EXTRACT, new PrintWriter(new StringWriter()));
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void everyRowIsTakenOnceAndThePlaceholderPointIsKeptOffTheMap() {
        assertThat(summary.rows()).isEqualTo(58_119);
        assertThat(summary.rejected()).isZero();
        assertThat(summary.done().added()).isEqualTo(58_119);
        assertThat(summary.done().offMap()).isEqualTo(8_752);
    }

    @Test
    void everyVerdictEqualsTheCitysOwn() throws IOException {
        Map<String, String> found = byRequest("select r.source_id, v.state from standards.verdict v"
                + " join reporting.report r using (council_id, report_id) where v.contract = 'by-target'");
        int equal = 0;
        int compared = 0;
        int pending = 0;
        for (Map.Entry<String, Row> entry : rows().entrySet()) {
            Row row = entry.getValue();
            if (row.target().isEmpty() || row.status().isEmpty()) {
                continue;
            }
            compared++;
            String state = found.get(entry.getKey());
            pending += "pending".equals(state) ? 1 : 0;
            // The city calls a request that is open and not yet due "on time"; we say that nobody knows yet.
            boolean isOverdue = "breached".equals(state);
            equal += state != null && isOverdue == row.status().equals("OVERDUE") ? 1 : 0;
        }
        assertThat(compared).isEqualTo(43_490);
        assertThat(equal).isEqualTo(43_490);
        assertThat(pending).isEqualTo(571);
    }

    @Test
    void aRequestWithoutATargetIsNoPromiseAndNeverCountedAsKept() throws IOException {
        long without =
                rows().values().stream().filter(row -> row.target().isEmpty()).count();
        Tallies tallies = new Tallies(database.sql());
        Council council = new Councils(database.sql()).find("boston").orElseThrow();
        int judged = tallies.list(council.id(), "by-target", Tallies.WHOLE_COUNCIL).stream()
                .mapToInt(tally -> tally.all())
                .sum();
        assertThat(judged).isEqualTo(58_119 - (int) without);
        assertThat(tallies.unpromised(
                        council.id(), "by-target", Tallies.WHOLE_COUNCIL, java.time.LocalDate.of(2015, 1, 1)))
                .isEqualTo((int) without);
    }

    @Test
    void ourOwnDueMomentsAreWithinFiveMinutesOfTheCitysOnEvenDays() throws IOException {
        Map<String, String> dues = byRequest(
                "select r.source_id, to_char(v.due at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from standards.verdict v join reporting.report r using (council_id, report_id) where v.contract = 'boston'");
        int near = 0;
        int even = 0;
        for (Map.Entry<String, Row> entry : rows().entrySet()) {
            Row row = entry.getValue();
            String due = dues.get(entry.getKey());
            if (due == null
                    || row.target().isEmpty()
                    || row.status().isEmpty()
                    || row.opened().getDayOfMonth() % 2 != 0) {
                continue;
            }
            even++;
            Instant target = local(row.target()).atZone(BOSTON).toInstant();
            near += Duration.between(target, Instant.parse(due)).abs().compareTo(NEAR) <= 0 ? 1 : 0;
        }
        System.out.printf(
                Locale.UK,
                "Boston: %,d of %,d even-day rows within 5 minutes (%.2f %%)%n",
                near,
                even,
                100.0 * near / even);
        assertThat(even).isEqualTo(15_065);
        assertThat(near).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * even));
    }

    private static Map<String, String> byRequest(String query) {
        Map<String, String> found = new HashMap<>();
        database.sql().sql(query).query(row -> {
            found.put(row.getString(1), row.getString(2));
        });
        return found;
    }

    private static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new HashMap<>();
        try (Reader text =
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                rows.put(
                        row.getField("CASE_ENQUIRY_ID"),
                        new Row(
                                local(row.getField("OPEN_DT")),
                                row.getField("TARGET_DT"),
                                row.getField("OnTime_Status")));
            }
        }
        return rows;
    }

    private static LocalDateTime local(String text) {
        return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US));
    }

    private static ContractFile ours(String name) throws IOException {
        return contract(name, Files.readString(Path.of("src/main/java/org/communitycontracts/contracts", name)));
    }

    private static ContractFile contract(String name, String yaml) {
        return (ContractFile) Reading.of(name, yaml);
    }
}
