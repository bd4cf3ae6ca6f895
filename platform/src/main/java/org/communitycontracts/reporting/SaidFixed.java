package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.engine.judging.Happening;

/**
 * The word of a service that it is done with a problem, as long as nobody who lives there has said whether that is so.
 *
 * @param at when the service says that it was done
 * @param isUnfixed whether the service closed it without a fix, and says so
 */
public record SaidFixed(Instant at, boolean isUnfixed) {
    /** The event by which a service closes a report without a fix; it stops no clock. */
    public static final String UNFIXED = "closed_unfixed";

    private static final Set<String> ENDS = Set.of("fixed", "closed", "answered", UNFIXED);
    private static final Set<String> ANSWERS = Set.of("confirmed", "reopened", "withdrawn", "duplicate", "not_in_area");

    /** The word that still waits for an answer; empty when nothing was said, or when the latest word was answered. */
    public static Optional<SaidFixed> in(List<Happening> story) {
        Optional<SaidFixed> said = Optional.empty();
        for (Happening happening : story) {
            if (ENDS.contains(happening.event())) {
                said = Optional.of(
                        new SaidFixed(happening.at(), happening.event().equals(UNFIXED)));
            } else if (ANSWERS.contains(happening.event())) {
                said = Optional.empty();
            }
        }
        return said;
    }
}
