package org.communitycontracts.reporting.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Point;
import org.jspecify.annotations.Nullable;

/** Makes reports of a source's requests: finds category, neighbourhood and place, and tells the story in happenings. */
final class Arrivals {
    /** Two machines of one city may differ by so much; a request closed that little before it was made was closed at once. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int MOST_NEW_AREAS = 1_000;

    private final Mapping.Extent extent;
    private final Categories categories;
    private final Gazetteer gazetteer;
    private final Instant now;
    private final Map<String, OptionalLong> areas = new HashMap<>();

    Arrivals(Mapping.Extent extent, Categories categories, Gazetteer gazetteer, Instant now) {
        this.extent = extent;
        this.categories = categories;
        this.gazetteer = gazetteer;
        this.now = now;
    }

    Arrival of(ServiceRequest request) throws BadRow {
        refuseImpossibleTimes(request);
        Arrival.Place place = place(request);
        String category = categories.of(request.words());
        return new Arrival(
                request.id(),
                neighbourhood(request.area(), place),
                category,
                null,
                place,
                request.promised(),
                end(request),
                request.told(),
                story(request, category, place));
    }

    private void refuseImpossibleTimes(ServiceRequest request) throws BadRow {
        Instant closed = request.closed();
        Instant promised = request.promised();
        if (request.opened().isAfter(now.plus(AHEAD))) {
            throw new BadRow("It was made in the future, at " + request.opened());
        }
        if (closed != null && closed.isAfter(now.plus(AHEAD))) {
            throw new BadRow("It was closed in the future, at " + closed);
        }
        if (closed != null && closed.isBefore(request.opened().minus(CLOCKS_APART))) {
            throw new BadRow("It was closed at " + closed + ", before it was made at " + request.opened());
        }
        if (promised != null && promised.isBefore(request.opened().minus(CLOCKS_APART))) {
            throw new BadRow("It was promised for " + promised + ", before it was made at " + request.opened());
        }
    }

    private static @Nullable Instant end(ServiceRequest request) {
        Instant closed = request.closed();
        return closed != null && closed.isBefore(request.opened()) ? request.opened() : closed;
    }

    private Arrival.Place place(ServiceRequest request) {
        Double latitude = request.latitude();
        Double longitude = request.longitude();
        return latitude == null || longitude == null
                ? Arrival.Place.UNKNOWN
                : new Arrival.Place(latitude, longitude, extent.believes(latitude, longitude));
    }

    private @Nullable Long neighbourhood(@Nullable String area, Arrival.Place place) {
        OptionalLong found = area == null ? OptionalLong.empty() : areas.getOrDefault(area, OptionalLong.empty());
        if (found.isEmpty()) {
            found = find(area, point(place));
        }
        return found.isPresent() ? found.getAsLong() : null;
    }

    private OptionalLong find(@Nullable String area, @Nullable Point point) {
        if (area == null || areas.containsKey(area)) {
            return point == null ? OptionalLong.empty() : gazetteer.find(null, point);
        }
        OptionalLong named = gazetteer.find(area, null);
        if (named.isEmpty() && areas.size() < MOST_NEW_AREAS) {
            named = gazetteer.open(area);
        }
        areas.put(area, named);
        return named.isPresent() || point == null ? named : gazetteer.find(null, point);
    }

    private static @Nullable Point point(Arrival.Place place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        return place.onMap() && latitude != null && longitude != null ? new Point(latitude, longitude) : null;
    }

    private static List<Happening> story(ServiceRequest request, String category, Arrival.Place place) {
        List<Happening> story = new ArrayList<>();
        story.add(happening("reported", request.opened(), reportedFacts(request, category, place)));
        for (ServiceRequest.Step step : request.steps()) {
            story.add(happening(step.event(), step.at(), Map.of()));
        }
        Instant end = end(request);
        if (end != null) {
            story.add(happening("closed", end, closedFacts(request, end)));
        }
        return story;
    }

    private static Map<String, String> reportedFacts(ServiceRequest request, String category, Arrival.Place place) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("category", category);
        if (request.area() != null) {
            facts.put("area", request.area());
        }
        if (request.promised() != null) {
            facts.put("promised", request.promised().toString());
        }
        if (place.onMap()) {
            facts.put("lat", String.valueOf(place.latitude()));
            facts.put("lon", String.valueOf(place.longitude()));
        }
        return facts;
    }

    /** The reason, and the source's own moment where it lies before the report. */
    private static Map<String, String> closedFacts(ServiceRequest request, Instant end) {
        Map<String, String> facts = new TreeMap<>();
        if (request.reason() != null) {
            facts.put("reason", request.reason());
        }
        if (request.closed() != null && !request.closed().equals(end)) {
            facts.put("said", request.closed().toString());
        }
        return facts;
    }

    private static Happening happening(String event, Instant at, Map<String, String> facts) {
        return new Happening(null, event, at, at, null, facts);
    }
}
