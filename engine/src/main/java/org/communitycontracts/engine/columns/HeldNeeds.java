package org.communitycontracts.engine.columns;

/**
 * The working time that each held case needed, in the order of the held cases, and how late it was: which its need alone does not tell,
 * because a hold that begins after the due moment is taken out of the need and not of the lateness. Four bytes a held case, and the
 * calendar's table.
 */
final class HeldNeeds {
    final int[] needs;

    private final Columns cases;
    private final int asOf;
    private final WorkingNeeds rule;

    HeldNeeds(Columns cases, int asOf, WorkingNeeds rule) {
        this.needs = new int[cases.heldCases.length];
        this.cases = cases;
        this.asOf = asOf;
        this.rule = rule;
    }

    /** The seconds by which a held case that was broken is late. */
    int late(int held, int allowed) {
        int index = cases.heldCases[held];
        return rule.late(allowed, cases.starts[index], Math.min(cases.stops[index], asOf), cases.boundsOf(held));
    }

    long bytes() {
        return 4L * needs.length + rule.bytes();
    }
}
