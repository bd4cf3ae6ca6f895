package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One dated entry in a report's story: reported, seen, paused, fixed, reopened.
 *
 * <p>Times are of whole seconds: a fraction is cut off. Years are 0000 to 9999, as in RFC 3339.
 *
 * @param report whose story; null for an event that belongs to no report
 * @param event what happened, in the contract's words
 * @param at when it happened
 * @param recorded when it was written down; the same as {@code at} unless said
 * @param by the party that acted or said so; null when unknown
 * @param facts what was said of it, in order of name: category, area, promised, evidence ...
 */
public record Happening(
        @Nullable String report,
        String event,
        Instant at,
        Instant recorded,
        @Nullable String by,
        Map<String, String> facts) {
    /**
     * The event with which a source says that it keeps no record of another, named in the fact {@code event}: what that one would show
     * is then not judged, rather than taken as not done. It belongs to no report.
     */
    public static final String NOT_RECORDED = "not_recorded";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public Happening {
        at = wholeSecond(at);
        recorded = wholeSecond(recorded);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** A happening written down as it happened, by nobody in particular. */
    public static Happening of(String report, String event, Instant at) {
        return new Happening(report, event, at, at, null, Map.of());
    }

    /** Whether something is named that bears it out: the fact {@code evidence}. */
    boolean hasEvidence() {
        return !facts.getOrDefault("evidence", "").isBlank();
    }

    /** When it counts from, where nothing may be back-dated: not before it was written down. */
    Instant since() {
        return recorded.isAfter(at) ? recorded : at;
    }

    /** Whether a happening may bear this date: the years 0000 to 9999. */
    static boolean isDateable(Instant moment) {
        return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
    }

    private static Instant wholeSecond(Instant moment) {
        if (!isDateable(moment)) {
            throw new IllegalArgumentException("A happening is dated in the years 0000 to 9999");
        }
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
