package org.communitycontracts.engine.judging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads moments that stand in facts: with their offset, of whole seconds, in the years 0000 to 9999. */
final class WrittenMoments {
    private WrittenMoments() {}

    /**
     * Reads one.
     *
     * @throws DateTimeException when it is none
     */
    static Instant parse(String text) {
        Instant moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        if (!Happening.isDateable(moment)) {
            throw new DateTimeException("A moment lies in the years 0000 to 9999");
        }
        return moment;
    }

    /** The same, or empty. */
    static Optional<Instant> find(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
