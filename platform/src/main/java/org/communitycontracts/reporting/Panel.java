package org.communitycontracts.reporting;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;

/** A piece of a report's page supplied by a higher room. */
public interface Panel {
    /** The piece for this report. */
    Piece show(Report report);

    /**
     * What a higher room adds to a report's page.
     *
     * @param content what stands above the story; empty content when there is nothing to say
     * @param moments moments to set among the happenings, each at its time
     */
    record Piece(Content content, List<Moment> moments) {
        public Piece {
            moments = List.copyOf(moments);
        }
    }

    /**
     * A moment in the story that is no happening: a clock that ran out, a hold that ended by itself.
     *
     * @param at when
     * @param words what is said of it
     * @param isLate whether it is a promise not kept
     */
    record Moment(Instant at, String words, boolean isLate) {}
}
