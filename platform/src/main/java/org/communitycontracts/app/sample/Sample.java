package org.communitycontracts.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample neighbourhoods: real places, contracts in their spirit, made-up reports; the same on every machine and every day.
 * Its reports run from the first day to the as-of moment, both included; nothing in it is known later.
 */
public final class Sample {
    /** The first day with reports, in local time. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);

    /** The last day with reports, in local time. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    /** The moment up to which everything is known, and as of which the sample's figures are worked out. */
    public static final Instant AS_OF = Instant.parse("2026-10-31T23:59:59Z");

    private final List<Council> councils;
    private final List<Area> areas;
    private final List<Habit> habits;

    /** A council and the zone of its clocks. */
    public record Council(String slug, String name, ZoneId zone) {
        /** The id of the contract of the whole council, where it has one. */
        public String contract() {
            return slug + "-council";
        }
    }

    /**
     * A neighbourhood of the sample.
     *
     * @param slug its name in addresses, and the id of its own contract where it has one
     * @param name what people call it
     * @param council the slug of its council
     * @param boundary a GeoJSON geometry, drawn by hand for the sample
     * @param postcodes the postcode sectors it touches, "SR3 1", as words to search by
     * @param streets streets and spots in it
     */
    public record Area(
            String slug, String name, String council, String boundary, List<String> postcodes, List<String> streets) {
        public Area {
            postcodes = List.copyOf(postcodes);
            streets = List.copyOf(streets);
        }

        Outline outline() {
            List<Outline.Point> corners = new ArrayList<>();
            for (JsonNode corner :
                    JsonMapper.shared().readTree(boundary).path("coordinates").path(0)) {
                corners.add(new Outline.Point(
                        corner.path(0).asDouble(), corner.path(1).asDouble()));
            }
            return new Outline(corners);
        }
    }

    /**
     * The file of one version of the contract of an area or of a whole council.
     *
     * @param file its name, "plains-farm-v2.yaml"
     * @param yaml its text
     */
    public record ContractFile(String file, String yaml) {}

    /**
     * One made-up report and all that happened to it.
     *
     * @param area the slug of the area
     * @param number 1 and up, in order of time within the area
     * @param reference area and number, "plains-farm-00041"; the subject of the happenings
     * @param category what kind of problem
     * @param street the street or spot
     * @param title one line, made from templates: sample text, safe to show
     * @param latitude of a point inside the area, in degrees
     * @param longitude of that point
     * @param happenings in order of time; the first is the report itself
     */
    public record Report(
            String area,
            int number,
            String reference,
            String category,
            String street,
            String title,
            double latitude,
            double longitude,
            List<Happening> happenings) {
        public Report {
            happenings = List.copyOf(happenings);
        }
    }

    private Sample(List<Council> councils, List<Area> areas, List<Habit> habits) {
        this.councils = List.copyOf(councils);
        this.areas = List.copyOf(areas);
        this.habits = List.copyOf(habits);
    }

    /** Reads the sample's own files; its reports are made when they are asked for. */
    public static Sample load() {
        JsonNode places = JsonMapper.shared().readTree(text("places.geojson"));
        List<Council> councils = new ArrayList<>();
        for (JsonNode council : places.path("councils")) {
            councils.add(new Council(word(council, "slug"), word(council, "name"), ZoneId.of(word(council, "zone"))));
        }
        List<Area> areas = new ArrayList<>();
        for (JsonNode feature : places.path("features")) {
            areas.add(area(feature.path("properties"), feature.path("geometry").toString()));
        }
        List<Habit> habits = text("habits.csv")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("area,"))
                .map(Habit::parse)
                .toList();
        return new Sample(councils, areas, habits);
    }

    public List<Council> councils() {
        return councils;
    }

    public List<Area> areas() {
        return areas;
    }

    /** Every version of the area's own contract, oldest first; empty where only that of the whole council holds. */
    public List<ContractFile> contracts(Area area) {
        return versions(area.slug());
    }

    /** Every version of the contract of the whole council, oldest first; empty where it has none. */
    public List<ContractFile> contracts(Council council) {
        return versions(council.contract());
    }

    private static List<ContractFile> versions(String contract) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(version -> contract + "-v" + version + ".yaml")
                .takeWhile(file -> Sample.class.getResource("contracts/" + file) != null)
                .map(file -> new ContractFile(file, text("contracts/" + file)))
                .toList();
    }

    /** The area's reports in order of time, always the same ones. */
    public Stream<Report> reports(Area area) {
        List<Problem> problems = Problems.of(
                area,
                habits.stream()
                        .filter(habit -> habit.area().equals(area.slug()))
                        .toList());
        IdentityHashMap<Problem, Integer> numbers = new IdentityHashMap<>();
        for (Problem problem : problems) {
            numbers.put(problem, numbers.size() + 1);
        }
        return problems.stream().map(problem -> report(area, problem, numbers));
    }

    private static Report report(Area area, Problem problem, IdentityHashMap<Problem, Integer> numbers) {
        int number = numbers.getOrDefault(problem, 0);
        String reference = reference(area, number);
        String category = problem.habit().category();
        String title = Title.of(category, problem.street(), Chance.of("title of " + reference));
        @Nullable Problem first = problem.twinOf();
        @Nullable String firstReference = first == null ? null : reference(area, numbers.getOrDefault(first, 0));
        return new Report(
                area.slug(),
                number,
                reference,
                category,
                problem.street(),
                title,
                problem.point().latitude(),
                problem.point().longitude(),
                Story.of(reference, title, problem, firstReference));
    }

    private static String reference(Area area, int number) {
        String digits = Integer.toString(number);
        return area.slug() + "-" + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }

    private static Area area(JsonNode properties, String boundary) {
        return new Area(
                word(properties, "slug"),
                word(properties, "name"),
                word(properties, "council"),
                boundary,
                words(properties.path("postcodes")),
                words(properties.path("streets")));
    }

    private static String word(JsonNode node, String key) {
        return node.path(key).asString();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(String file) {
        try (@Nullable InputStream stream = Sample.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The sample's file " + file + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
