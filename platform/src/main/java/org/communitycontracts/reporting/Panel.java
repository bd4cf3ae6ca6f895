package org.communitycontracts.reporting;

import gg.jte.Content;

/** A piece of a report's page supplied by a higher room. */
public interface Panel {
    /** The piece for this report; empty content when there is nothing to say. */
    Content show(Report report);
}
