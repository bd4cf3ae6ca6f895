package org.communitycontracts.reporting.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and times of a source. A time without an offset is the wall clock of the source's zone; where a clock
 * change makes it double, the earlier moment is taken, and where it leaves it out, the later one (java.time's rule, S6).
 */
final class Times {
    static final Times INTERNET = new Times(ZoneId.of("UTC"), List.of());

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 64;

    private final ZoneId zone;
    private final List<String> patterns;
    private final List<DateTimeFormatter> formats = new ArrayList<>();
    private final boolean needsOffset;

    /** With no pattern at all, only a time with its offset is read. Patterns are those of java.time, or {@code iso}. */
    ZoneId zone() {
        return zone;
    }

    Times(ZoneId zone, List<String> patterns) {
        this.zone = zone;
        this.patterns = List.copyOf(patterns);
        this.needsOffset = patterns.isEmpty();
        for (String pattern : patterns.isEmpty() ? List.of("iso") : patterns) {
            formats.add(format(pattern));
        }
    }

    /** Whether this is a pattern that can be read: refuses, in words, one that cannot. */
    static Optional<String> fault(String pattern) {
        try {
            format(pattern);
            return pattern.contains("y") || pattern.contains("u") || "iso".equals(pattern)
                    ? Optional.empty()
                    : Optional.of("it has no year");
        } catch (IllegalArgumentException fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    private static DateTimeFormatter format(String pattern) {
        if ("iso".equals(pattern)) {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM:ss", "Z")
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        }
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * The moment meant.
     *
     * @param column what the sentence calls the value when it cannot be read
     */
    Instant moment(String text, String column) throws BadRow {
        String plain = text.strip();
        for (DateTimeFormatter format : plain.length() <= LONGEST ? formats : List.<DateTimeFormatter>of()) {
            Instant moment = moment(format, plain);
            if (moment != null) {
                return within(moment, column, plain);
            }
        }
        throw new BadRow(column + " is " + BadRow.quoted(text) + ", which "
                + (needsOffset
                        ? "is not a time with its offset, such as 2026-06-02T10:00:00Z"
                        : "is not written as " + String.join(" or ", patterns)));
    }

    private @Nullable Instant moment(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor read = format.parse(text);
            LocalTime time = read.query(TemporalQueries.localTime());
            LocalDateTime local = LocalDate.from(read).atTime(time == null ? LocalTime.MIDNIGHT : time);
            ZoneOffset offset = read.query(TemporalQueries.offset());
            if (offset == null && needsOffset) {
                return null;
            }
            return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
        } catch (DateTimeException fault) {
            return null;
        }
    }

    private static Instant within(Instant moment, String column, String text) throws BadRow {
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw new BadRow(column + " is " + BadRow.quoted(text) + ", which is not a year of our time");
        }
        return moment;
    }
}
