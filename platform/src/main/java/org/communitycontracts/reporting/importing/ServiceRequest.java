package org.communitycontracts.reporting.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as a source tells it, read but not yet judged to be in any place; free text is left behind.
 *
 * @param id its name at the source
 * @param opened when it was made
 * @param closed when it was closed; null while it is open. Never before {@code opened}
 * @param promised the due moment the source wrote on it; null when there is none
 * @param told when the source last changed it; null when it does not tell
 * @param words the source's own words for its category, one or more
 * @param latitude as told; null when missing or no number
 * @param longitude as told; null when missing or no number
 * @param area the source's name for the part of town; null when it gives none
 * @param reason why it was closed, a word of a closed list; null when none of them
 * @param steps what happened in between, in order of time
 */
record ServiceRequest(
        String id,
        Instant opened,
        @Nullable Instant closed,
        @Nullable Instant promised,
        @Nullable Instant told,
        List<String> words,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String area,
        @Nullable String reason,
        List<Step> steps) {
    ServiceRequest {
        words = List.copyOf(words);
        steps = List.copyOf(steps);
    }

    /**
     * Something that happened between a request's beginning and its end.
     *
     * @param event the source's word for it, as a contract could write it
     * @param at when
     */
    record Step(String event, Instant at) {}
}
