package org.communitycontracts.reporting;

import java.util.List;
import org.communitycontracts.engine.judging.Happening;

/**
 * A report and all its happenings in the order they were taken in.
 *
 * @param report the report; its happenings name it by its reference
 * @param happenings at least one, the first tells how the report was made
 */
public record Story(Report report, List<Happening> happenings) {
    public Story {
        happenings = List.copyOf(happenings);
    }
}
