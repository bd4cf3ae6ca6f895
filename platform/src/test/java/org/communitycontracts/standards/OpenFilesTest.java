package org.communitycontracts.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.HappeningsFile;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.Point;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What everybody may download of Plains Farm, and what it costs to make. */
class OpenFilesTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final long PLAINS_FARM = 3;

    private final AtomicInteger connections = new AtomicInteger();
    private Database database;
    private Reports reports;
    private Verdicts verdicts;
    private OpenFiles files;
    private Covered covered;

    @BeforeEach
    void fortyReportsAreJudged() throws IOException {
        database = TestDatabase.fresh();
        reports = new Reports(counted());
        verdicts = new Verdicts(database.source(), reports);
        files = new OpenFiles(verdicts, new Tallies(database.sql()));
        covered = new Covered(
                1, PLAINS_FARM, List.of(contract("plains-farm-v2.yaml").contract()));
        take("first", 40);
        verdicts.judge(covered, AS_OF, AS_OF);
    }

    @AfterEach
    void close() {
        files.close();
        database.close();
    }

    private DelegatingDataSource counted() {
        return new DelegatingDataSource(database.source()) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
    }

    private static ContractFile contract(String name) throws IOException {
        Path folder = Path.of("src", "main", "java", "org", "communitycontracts", "app", "sample", "contracts");
        return (ContractFile) Reading.of(name, Files.readAllBytes(folder.resolve(name)));
    }

    /** Every second one in Plains Farm, every fourth another category. */
    private void take(String name, int count) {
        try (Intake intake = Intake.open(database.source(), 1, name, () -> MONDAY, () -> new byte[32])) {
            for (int i = 0; i < count; i++) {
                Instant made = MONDAY.plusSeconds(3_600L * i);
                Map<String, String> facts = Map.of(
                        "category",
                        i % 4 == 0 ? "graffiti" : "flytip",
                        "area",
                        "council_land",
                        "lat",
                        "54.8812345",
                        "lon",
                        "-1.4212345",
                        "street",
                        "Primate Road",
                        "title",
                        "Beside number 7",
                        "text",
                        "My garden",
                        "household",
                        "h41");
                intake.add(Arrival.of(
                        name + i,
                        i % 2 == 0 ? PLAINS_FARM : 4L,
                        "flytip",
                        "Fly-tip",
                        Arrival.Place.at(new Point(54.8812345, -1.4212345)),
                        List.of(
                                new Happening(null, "reported", made, made, null, facts),
                                new Happening(null, "fixed", made.plusSeconds(9_000), made, "council", Map.of()))));
            }
            intake.finish();
        }
    }

    private byte[] happenings() throws IOException {
        try (InputStream in = files.happenings(covered, AS_OF, AS_OF)) {
            return in.readAllBytes();
        }
    }

    private byte[] verdicts() throws IOException {
        try (InputStream in = files.verdicts(covered, AS_OF, AS_OF)) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void noPlaceNoWordsAndNoHouseholdAreToldAndWhatVerdictsRestOnIs() throws IOException {
        assertThat(text(happenings()))
                .contains("\"category\":\"flytip\"", "\"area\":\"council_land\"")
                .doesNotContain("lat", "lon", "54.88", "street", "Primate", "title", "text", "garden", "household");
    }

    @Test
    void theVerdictsFollowByteForByteFromTheDownloadedHappenings() throws IOException {
        HappeningsFile downloaded = HappeningsFile.read(new ByteArrayInputStream(happenings()));
        assertThat(downloaded.faults()).isEmpty();
        assertThat(downloaded.stories()).hasSize(20);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        JudgedFile.of(covered.versions(), downloaded, AS_OF, AS_OF).write(covered.versions(), again);
        assertThat(text(verdicts())).isEqualTo(text(again.toByteArray()));
        assertThat(text(verdicts()).lines()).allMatch(line -> line.startsWith("{\"clause\":"));
        assertThat(text(verdicts()).lines().map(line -> line.split("\"", -1)[3]).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void theStoriesAreReadOnceUntilTheContractIsJudgedAgain() throws IOException {
        byte[] first = verdicts();
        int read = connections.get();
        happenings();
        assertThat(verdicts()).isEqualTo(first);
        assertThat(connections).hasValue(read);
        take("second", 40);
        assertThat(verdicts()).isEqualTo(first);
        verdicts.judge(covered, AS_OF, AS_OF);
        assertThat(onReports(verdicts())).isEqualTo(2 * onReports(first));
    }

    /** A window, which is named by two dates, is judged once however many reports there are. */
    private static long onReports(byte[] verdicts) {
        return text(verdicts)
                .lines()
                .filter(line -> !line.matches(".*\"subject\":\"[0-9-]+/[0-9-]+\".*"))
                .count();
    }

    @Test
    void aReaderWhoIsSlowReadsOnWhileNewerFilesAreMade() throws IOException {
        byte[] before = happenings();
        try (InputStream slow = files.happenings(covered, AS_OF, AS_OF)) {
            take("second", 2);
            verdicts.judge(covered, AS_OF, AS_OF);
            assertThat(happenings()).hasSizeGreaterThan(before.length);
            assertThat(slow.readAllBytes()).isEqualTo(before);
        }
    }

    @Test
    void aReportsPageReadsItsStoryOnceWhateverTheNumberOfContracts() {
        Report report = reports.list(
                        1,
                        new org.communitycontracts.reporting.CaseList.Question(
                                PLAINS_FARM,
                                null,
                                null,
                                null,
                                org.communitycontracts.reporting.CaseList.Order.OLDEST,
                                1,
                                1))
                .reports()
                .getFirst();
        int before = connections.get();
        verdicts.explain(List.of(covered, covered(null), covered(PLAINS_FARM)), report, AS_OF, AS_OF);
        assertThat(connections.get() - before).isEqualTo(1);
    }

    private Covered covered(@Nullable Long place) {
        return new Covered(1, place, covered.versions());
    }

    @Test
    void onlyTheContractsThatHoldWhereAReportWasMadeAreRead() throws IOException {
        Contracts contracts = new Contracts(database.sql());
        contracts.adopt(1, PLAINS_FARM, contract("plains-farm-v1.yaml"), AS_OF);
        contracts.adopt(1, 4L, contract("springwell-v1.yaml"), AS_OF);
        contracts.adopt(1, null, contract("manton-v1.yaml"), AS_OF);
        Report report = reports.list(1, List.of(1L)).getFirst();
        assertThat(Covered.listFor(contracts, report))
                .extracting(Covered::contract)
                .containsExactly("manton", "plains-farm");
    }
}
