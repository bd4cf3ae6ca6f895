package org.communitycontracts.standards.open311;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered, before it is written in one format or the other. */
sealed interface Said {
    /** A text; null where nothing is known. */
    record Text(@Nullable String text) implements Said {}

    /** Degrees of latitude or longitude. */
    record Degrees(double degrees) implements Said {}

    /** A whole number. */
    record Count(long count) implements Said {}

    /** True or false. */
    record Flag(boolean yes) implements Said {}

    /** Named parts, in this order. */
    record Group(Map<String, Said> parts) implements Said {
        public Group {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /**
     * A list.
     *
     * @param each what XML calls each of the items
     */
    record ListOf(String each, List<? extends Said> items) implements Said {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /** A moment with the offset of the council's clocks, to the second: what the specification asks of all dates. */
    static Text moment(@Nullable Instant moment, ZoneId zone) {
        return new Text(
                moment == null
                        ? null
                        : DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                                .format(moment.atZone(zone)));
    }

    /** Named parts one after the other. */
    static Parts parts() {
        return new Parts();
    }

    /** Puts a group together. */
    final class Parts {
        private final Map<String, Said> parts = new LinkedHashMap<>();

        Parts add(String name, Said part) {
            parts.put(name, part);
            return this;
        }

        Parts add(String name, @Nullable String text) {
            return add(name, new Text(text));
        }

        Group group() {
            return new Group(parts);
        }
    }
}
