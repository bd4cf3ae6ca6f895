package org.communitycontracts.bench;

import org.jspecify.annotations.Nullable;

/** One engine in the race: it counts all its reports by all drafts. */
interface Rival {
    String name();

    /** Counts everything anew. */
    void count();

    /** What was counted last; null from the one that only reads the bytes. */
    @Nullable
    Counts counts();

    /** The part of all reports that it counts: 1, or less for a sample. */
    default double part() {
        return 1;
    }
}
