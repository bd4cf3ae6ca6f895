package org.communitycontracts.engine.backcast;

import org.communitycontracts.engine.judging.Verdict;

/**
 * How many cases would have been kept, broken, not yet known and not counted.
 *
 * @param kept closed in time
 * @param broken closed late, or open and past due
 * @param unknown open and not yet due
 * @param notCounted left out by a reason of the draft, counted elsewhere, or not to be measured
 */
public record Cases(int kept, int broken, int unknown, int notCounted) {
    static final Cases NONE = new Cases(0, 0, 0, 0);

    static Cases of(Verdict verdict) {
        if (verdict.duplicateOf() != null) {
            return new Cases(0, 0, 0, 1);
        }
        return switch (verdict.state()) {
            case MET -> new Cases(1, 0, 0, 0);
            case BREACHED -> new Cases(0, 1, 0, 0);
            case PENDING -> new Cases(0, 0, 1, 0);
            case VOID, SUPERSEDED, INSUFFICIENT, UNMEASURABLE -> new Cases(0, 0, 0, 1);
        };
    }

    Cases plus(Cases other) {
        return new Cases(
                kept + other.kept, broken + other.broken, unknown + other.unknown, notCounted + other.notCounted);
    }

    /** Those of which it is known whether they would have been kept. */
    public int counted() {
        return kept + broken;
    }
}
