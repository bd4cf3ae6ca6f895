package org.communitycontracts.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.engine.judging.Happening;

/**
 * A question of a service to whoever told a report, as long as it waits for an answer.
 *
 * @param at when it was asked
 */
public record Asked(Instant at) {
    /** The service asks whoever told the report something. */
    public static final String ASKED = "asked_resident";

    /** Whoever was asked replies. */
    public static final String REPLIED = "resident_replied";

    private static final Set<String> ENDS =
            Set.of(REPLIED, "fixed", "closed", "answered", "closed_unfixed", "withdrawn", "duplicate", "not_in_area");

    /** The question that still waits; empty when none was asked, or when it was answered or needs no answer any more. */
    public static Optional<Asked> in(List<Happening> story) {
        Optional<Asked> asked = Optional.empty();
        for (Happening happening : story) {
            if (happening.event().equals(ASKED)) {
                asked = Optional.of(new Asked(happening.at()));
            } else if (ENDS.contains(happening.event())) {
                asked = Optional.empty();
            }
        }
        return asked;
    }
}
