package org.communitycontracts.engine.columns;

import java.util.OptionalInt;

/** How a draft would have turned out, in each group of the cases. */
public final class Outcome {
    private final Draft draft;
    private final Columns cases;
    private final UsualTimes times;
    final int[] kept;
    final int[] broken;
    final long[] pence;

    Outcome(Draft draft, Columns cases, UsualTimes times) {
        this.draft = draft;
        this.cases = cases;
        this.times = times;
        kept = new int[cases.groups()];
        broken = new int[cases.groups()];
        pence = new long[cases.groups()];
    }

    /** What was judged by. */
    public Draft draft() {
        return draft;
    }

    /** The number of groups. */
    public int groups() {
        return kept.length;
    }

    /** The cases stopped at or before their due moment. */
    public int kept(int group) {
        return kept[group];
    }

    /** The cases past their due moment, stopped since or not. */
    public int broken(int group) {
        return broken[group];
    }

    /** The cases that run and are not past their due moment; they count as neither. */
    public int unknown(int group) {
        return cases.groupSize(group) - kept[group] - broken[group];
    }

    /** What the broken cases would have cost. */
    public long pence(int group) {
        return pence[group];
    }

    /** The working seconds within which so many in a hundred of the stopped cases were stopped; empty when none was. */
    public OptionalInt timeTaken(int group, int percent) {
        return times.percentile(group, percent);
    }
}
