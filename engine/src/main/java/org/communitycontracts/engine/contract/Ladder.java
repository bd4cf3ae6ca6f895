package org.communitycontracts.engine.contract;

import java.util.List;

/**
 * Remedies of which a breach gets one: the first rung whose grounds hold. A remedy for every breach is a ladder of one rung.
 *
 * @param rungs the steepest first
 */
public record Ladder(List<Rung> rungs) {
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("A ladder has at least one rung");
        }
    }
}
