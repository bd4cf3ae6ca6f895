package org.communitycontracts.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dated entry in a report's story: reported, seen, paused, fixed, reopened.
 *
 * @param report whose story; null for an event that belongs to no report
 * @param event what happened, in the contract's words
 * @param at when it happened
 * @param recorded when it was written down; the same as {@code at} unless said
 * @param by the party that acted or said so; null when unknown
 * @param facts what was said of it: category, area, promised, evidence ...
 */
public record Happening(
        @Nullable String report,
        String event,
        Instant at,
        Instant recorded,
        @Nullable String by,
        Map<String, String> facts) {
    public Happening {
        facts = Map.copyOf(facts);
    }

    /** A happening written down as it happened, by nobody in particular. */
    public static Happening of(String report, String event, Instant at) {
        return new Happening(report, event, at, at, null, Map.of());
    }
}
