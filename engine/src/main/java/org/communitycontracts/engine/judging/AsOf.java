package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The two times at which a question is asked.
 *
 * @param valid what happened after this moment has not happened yet; a whole second
 * @param known what was written down after this moment is not known yet
 */
record AsOf(Instant valid, Instant known) {
    AsOf {
        valid = valid.truncatedTo(ChronoUnit.SECONDS);
        if (!Happening.isDateable(valid)) {
            throw new IllegalArgumentException("A verdict is asked for in the years 0000 to 9999");
        }
    }

    /** The same question, of what had happened by this moment, with all that is known. */
    AsOf until(Instant moment) {
        return new AsOf(valid.isBefore(moment) ? valid : moment, known);
    }

    /** Whether this happening had happened and was known. */
    boolean sees(Happening happening) {
        return !happening.at().isAfter(valid) && !happening.recorded().isAfter(known);
    }
}
