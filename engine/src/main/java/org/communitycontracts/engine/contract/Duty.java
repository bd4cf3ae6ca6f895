package org.communitycontracts.engine.contract;

import java.util.Set;

/** What a clause binds its party to do: one kind for each kind of promise. */
public sealed interface Duty
        permits Respond, Recur, Reciprocal, Grade, Score, Appoint, ShareOfTime, RollingCount, Unmeasurable {
    /** The events that would show that it was done; none for what is judged report by report, or not at all. */
    default Set<String> evidence() {
        return Set.of();
    }
}
