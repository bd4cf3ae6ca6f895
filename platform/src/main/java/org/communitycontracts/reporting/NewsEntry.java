package org.communitycontracts.reporting;

import java.util.Map;
import org.communitycontracts.engine.judging.Happening;

/**
 * One happening of a report that everybody may see, as news of it.
 *
 * @param number its place in the report's story, from 1; the same for ever
 * @param happening what happened, to the report of this reference
 * @param isOpen whether the report was open when it had happened
 */
public record NewsEntry(int number, Happening happening, boolean isOpen) {
    /** What was said of it. */
    public Map<String, String> facts() {
        return happening.facts();
    }
}
