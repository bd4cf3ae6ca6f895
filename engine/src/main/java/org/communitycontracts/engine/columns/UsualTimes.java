package org.communitycontracts.engine.columns;

import java.util.OptionalInt;

/** The working time used by the stopped cases of each group: exact percentiles, by nearest rank (S14). */
public final class UsualTimes {
    private final Needs working;

    UsualTimes(Needs working) {
        this.working = working;
    }

    /** The stopped cases of a group. */
    public int count(int group) {
        return working.usual.count(group);
    }

    /**
     * The time within which so many in a hundred of the group were stopped, in seconds; empty when none was.
     *
     * @param percent 1 to 100; of ten times the 90th is the ninth
     */
    public OptionalInt percentile(int group, int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A percentile is 1 to 100, not " + percent);
        }
        return count(group) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(WorkingNeeds.used(working.usual.at(group, percent)));
    }
}
