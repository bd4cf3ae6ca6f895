package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.Point;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.SharedFiles;
import org.communitycontracts.reporting.importing.Gazetteer;
import org.communitycontracts.reporting.importing.Import;
import org.communitycontracts.reporting.importing.Progress;
import org.communitycontracts.reporting.importing.Source;
import org.communitycontracts.reporting.importing.Summary;
import org.communitycontracts.reporting.importing.WrongFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What our server writes our own reader reads back: made-up reports, and the real ones of cities, go round. */
class Open311RoundTripTest {
    private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");
    private static final List<String> CATEGORIES = List.of("flytip", "street-light", "broken-bench-2", "pothole");
    private static final List<String> EVENTS = List.of("seen", "inspected", "fixed", "closed", "reopened", "withdrawn");

    private static OpenHouse house;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        house = OpenHouse.withoutSample();
    }

    private static Council council(String slug, Instant asOf) {
        return house.room(Councils.class)
                .open(Actor.PROGRAM, slug, slug, ZoneId.of("America/Chicago"), false, asOf, "Made up for a test");
    }

    /** What a report is as far as the specification can tell of it. */
    private record Told(
            String category,
            Instant madeAt,
            @Nullable Point point,
            boolean isOpen,
            @Nullable Instant closedAt,
            List<String> between) {}

    private static Map<String, Told> told(Council council, String key) {
        Map<String, Told> told = new TreeMap<>();
        Map<Long, Map<String, Object>> rows = new HashMap<>();
        house.database()
                .sql()
                .sql("select report_id, is_open, changed_at, " + key
                        + " as name from reporting.report where council_id = :council" + " and not private")
                .param("council", council.id())
                .query()
                .listOfRows()
                .forEach(row -> rows.put((Long) row.get("report_id"), row));
        house.room(Reports.class).eachStory(council.id(), rows.keySet(), story -> {
            Map<String, Object> row =
                    Objects.requireNonNull(rows.get(story.report().id()));
            boolean isOpen = Boolean.TRUE.equals(row.get("is_open"));
            Report report = story.report();
            told.put(
                    String.valueOf(row.get("name")),
                    new Told(
                            report.category(),
                            report.madeAt(),
                            report.point(),
                            isOpen,
                            isOpen
                                    ? null
                                    : ((java.sql.Timestamp) Objects.requireNonNull(row.get("changed_at"))).toInstant(),
                            story.happenings().stream()
                                    .filter(happening ->
                                            !List.of("reported", "closed").contains(happening.event()))
                                    .map(happening -> happening.at() + " " + happening.event())
                                    .sorted()
                                    .distinct()
                                    .toList()));
        });
        return told;
    }

    private Summary takeIn(Council council, Path file) throws IOException, WrongFile {
        Source source = ((Source.Answer.Known) Source.parse("open311")).source();
        Import run = new Import(
                house.database().source(), () -> Instant.parse("2026-12-01T00:00:00Z"), () -> new byte[32], folder);
        return run.run(council.id(), NOWHERE, source, file, Progress.silent());
    }

    private static final Gazetteer NOWHERE = new Gazetteer() {
        @Override
        public OptionalLong find(@Nullable String area, @Nullable Point point) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong open(String area) {
            return OptionalLong.empty();
        }
    };

    private Path fetched(Council council, String format, String more) throws IOException {
        String address = "/open311/v2/requests." + format + "?jurisdiction_id=" + council.slug() + more;
        var answer = house.get(house.at(address));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve("fetched." + format), answer.body());
    }

    private static Council madeUp(String slug, long seed) {
        Council council = council(slug, JUNE.plusSeconds(60 * 86_400));
        Random chance = new Random(seed);
        try (Intake intake =
                Intake.open(house.database().source(), council.id(), "made-up", () -> JUNE, () -> new byte[32])) {
            for (int i = 0; i < 300; i++) {
                Instant made = JUNE.plusSeconds(chance.nextInt(40 * 86_400));
                String category = CATEGORIES.get(chance.nextInt(CATEGORIES.size()));
                List<Happening> story = new ArrayList<>(
                        List.of(new Happening(null, "reported", made, made, null, Map.of("category", category))));
                for (int n = chance.nextInt(6); n > 0; n--) {
                    Instant at = made.plusSeconds(chance.nextInt(20 * 86_400));
                    story.add(new Happening(null, EVENTS.get(chance.nextInt(EVENTS.size())), at, at, null, Map.of()));
                }
                Arrival.Place place = chance.nextInt(5) == 0
                        ? Arrival.Place.UNKNOWN
                        : Arrival.Place.at(new Point(41 + chance.nextDouble(), -88 + chance.nextDouble()));
                intake.add(Arrival.of("m" + i, null, category, "Line & <mark> " + i, place, story));
            }
            intake.finish();
        }
        return council;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void madeUpReportsComeBackFromJsonWithTheirWholeStory(long seed) throws IOException, WrongFile {
        Council here = madeUp("round-json-" + seed, seed);
        Council there = council("back-json-" + seed, JUNE);
        Summary summary = takeIn(there, fetched(here, "json", "&extensions=true"));
        assertThat(summary.rejected()).isZero();
        Map<String, Told> sent = told(here, "reference");
        assertThat(sent).hasSize(300);
        assertThat(told(there, "source_id")).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void madeUpReportsComeBackFromXmlWithoutWhatLiesBetween(long seed) throws IOException, WrongFile {
        Council here = madeUp("round-xml-" + seed, seed);
        Council there = council("back-xml-" + seed, JUNE);
        assertThat(takeIn(there, fetched(here, "xml", "")).rejected()).isZero();
        Map<String, Told> sent = told(here, "reference");
        sent.replaceAll((_, told) ->
                new Told(told.category(), told.madeAt(), told.point(), told.isOpen(), told.closedAt(), List.of()));
        assertThat(sent).hasSize(300);
        assertThat(told(there, "source_id")).isEqualTo(sent);
    }

    @Test
    void whatIsPrivateIsNowhere() {
        Council council = madeUp("round-private", 6);
        String name = told(council, "reference").keySet().iterator().next();
        house.database()
                .sql()
                .sql("update reporting.report set private = true where council_id = :council and reference = :name")
                .param("council", council.id())
                .param("name", name)
                .update();
        String here = "jurisdiction_id=" + council.slug();
        for (String format : List.of("json", "xml")) {
            for (String asked : List.of(
                    "requests." + format + "?",
                    "requests." + format + "?service_request_id=" + name + "&",
                    "requests." + format + "?updated_after=2020-01-01T00:00:00Z&",
                    "servicerequestupdates." + format + "?start_date=2020-01-01T00:00:00Z&")) {
                assertThat(house.text("/open311/v2/" + asked + here)).doesNotContain(name);
            }
            for (String asked : List.of("requests/" + name, "tokens/" + name)) {
                assertThat(house.get(house.at("/open311/v2/" + asked + "." + format + "?" + here))
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "open311/chicago/chicago_open311_requests.json, 50",
        "open311/codeforamerica-open311-ruby/service_requests.xml, 2",
        "open311/codeforamerica-open311-ruby/get_service_request.xml, 1"
    })
    void theRequestsOfRealCitiesAreParsedAndWrittenBack(String name, int count) throws IOException, WrongFile {
        Path file = SharedFiles.file(name);
        Council there = council("city-" + count, JUNE);
        assertThat(takeIn(there, file).rejected()).isZero();
        Map<String, String> names = new HashMap<>();
        house.database()
                .sql()
                .sql("select source_id, reference from reporting.report where council_id = :council")
                .param("council", there.id())
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        assertThat(names).hasSize(count);
        if (!name.endsWith(".json")) {
            return;
        }
        JsonMapper mapper = JsonMapper.shared();
        for (JsonNode original : mapper.readTree(file.toFile())) {
            String reference = names.get(original.path("service_request_id").asString());
            JsonNode written = mapper.readTree(house.get(house.at(
                                    "/open311/v2/requests/" + reference + ".json?jurisdiction_id=" + there.slug()))
                            .body())
                    .get(0);
            for (String moment : List.of("requested_datetime", "updated_datetime")) {
                boolean isSaid = !moment.startsWith("updated")
                        || "closed".equals(original.path("status").asString());
                if (isSaid) {
                    assertThat(written.path(moment).asString())
                            .as("%s of %s", moment, reference)
                            .satisfies(text -> assertThat(
                                            OffsetDateTime.parse(text).toInstant())
                                    .isEqualTo(OffsetDateTime.parse(
                                                    original.path(moment).asString())
                                            .toInstant()));
                }
            }
            assertThat(written.path("status").asString())
                    .isEqualTo(original.path("status").asString());
            assertThat(written.path("service_name").asString())
                    .isEqualToIgnoringCase(original.path("service_name")
                            .asString()
                            .replaceAll("[^A-Za-z0-9]+", " ")
                            .strip());
            if (original.has("lat")) {
                assertThat(written.path("lat").asDouble())
                        .isEqualTo(original.path("lat").asDouble());
                assertThat(written.path("long").asDouble())
                        .isEqualTo(original.path("long").asDouble());
            }
        }
    }
}
