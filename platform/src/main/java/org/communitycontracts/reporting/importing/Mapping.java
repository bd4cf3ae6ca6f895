package org.communitycontracts.reporting.importing;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.reporting.Point;
import org.jspecify.annotations.Nullable;

/**
 * How the table of one source is to be understood.
 *
 * @param source the source's name, part of each report's identity
 * @param name what people call the source
 * @param licence where it comes from and under which licence
 * @param times how its dates and times are written
 * @param charset its encoding; UTF-8 unless it says otherwise
 * @param separator between columns; null when the first line shall tell
 * @param columns which column holds what
 * @param mayBeMissing columns that some of its files leave out
 * @param status its words for open and closed; empty when only the closing date tells
 * @param reasons its words for why a request was closed, as far as they may be shown, and ours for them
 * @param unknownAreas its words for "no area"
 * @param categories its words for a category, joined, and the category of contracts they belong to
 * @param map which places are to be believed
 */
record Mapping(
        String source,
        String name,
        String licence,
        Times times,
        Charset charset,
        @Nullable Character separator,
        Columns columns,
        Set<String> mayBeMissing,
        Map<String, Boolean> status,
        Map<String, String> reasons,
        Set<String> unknownAreas,
        Map<String, String> categories,
        Extent map) {
    /** Joins a category's words into the one text it is known by. */
    static String joined(List<String> words) {
        return String.join(" / ", words);
    }

    Mapping {
        mayBeMissing = Set.copyOf(mayBeMissing);
        status = Map.copyOf(status);
        reasons = Map.copyOf(reasons);
        unknownAreas = Set.copyOf(unknownAreas);
        categories = Map.copyOf(categories);
    }

    /**
     * Which column holds what; null where the source has no such column.
     *
     * @param category the columns whose words together name the category, at least one
     */
    record Columns(
            String id,
            String opened,
            @Nullable String closed,
            @Nullable String promised,
            @Nullable String updated,
            @Nullable String status,
            List<String> category,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String area,
            @Nullable String reason) {
        Columns {
            category = List.copyOf(category);
        }
    }

    /**
     * Which places are to be believed.
     *
     * @param box the rectangle they lie in; null when anywhere will do
     * @param placeholders points that stand for "unknown"
     */
    record Extent(@Nullable Box box, Set<Point> placeholders) {
        static final Extent ANYWHERE = new Extent(null, Set.of());

        Extent {
            placeholders = Set.copyOf(placeholders);
        }

        boolean believes(double latitude, double longitude) {
            return Point.isPossible(latitude, longitude)
                    && !placeholders.contains(new Point(latitude, longitude))
                    && (box == null || box.holds(latitude, longitude));
        }
    }

    /** A rectangle in degrees, its edges included. */
    record Box(double south, double west, double north, double east) {
        boolean holds(double latitude, double longitude) {
            return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
        }
    }
}
