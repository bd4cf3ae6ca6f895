package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.List;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * A report as it arrives from a source: everything the source knows of it at this moment.
 *
 * @param sourceId its name at the source
 * @param neighbourhood where it lies; null when that is not known
 * @param category what it is about, in the words of contracts
 * @param title a short line of ours, never the source's free text; null when there is none
 * @param place where the source says it is
 * @param promisedAt the due moment the source wrote on it; null when it promised none
 * @param closedAt when the source says it was closed; null while it is open
 * @param toldAt when the source last changed what it says; null when it does not tell
 * @param happenings its story in order, beginning with {@code reported}; their {@code report} is not looked at
 */
public record Arrival(
        String sourceId,
        @Nullable Long neighbourhood,
        String category,
        @Nullable String title,
        Place place,
        @Nullable Instant promisedAt,
        @Nullable Instant closedAt,
        @Nullable Instant toldAt,
        List<Happening> happenings) {
    public Arrival {
        if (happenings.isEmpty()) {
            throw new IllegalArgumentException("A report begins with a happening");
        }
        happenings = List.copyOf(happenings);
    }

    /** A report whose whole story is in its happenings, as the sample and the report form know it. */
    public static Arrival of(
            String sourceId,
            @Nullable Long neighbourhood,
            String category,
            @Nullable String title,
            Place place,
            List<Happening> happenings) {
        return new Arrival(sourceId, neighbourhood, category, title, place, null, null, null, happenings);
    }

    /** When the report was made: the moment of its first happening. */
    public Instant madeAt() {
        return happenings.getFirst().at();
    }

    /**
     * What a source says of the place.
     *
     * @param latitude in degrees, as told; null when it says none
     * @param longitude in degrees, as told; null when it says none
     * @param onMap whether it is to be believed and shown
     */
    public record Place(@Nullable Double latitude, @Nullable Double longitude, boolean onMap) {
        public static final Place UNKNOWN = new Place(null, null, false);

        public Place {
            if ((latitude == null) != (longitude == null) || (onMap && latitude == null)) {
                throw new IllegalArgumentException("A place has both coordinates or none, and both to be on the map");
            }
        }

        /** A place to be shown. */
        public static Place at(Point point) {
            return new Place(point.latitude(), point.longitude(), true);
        }
    }
}
