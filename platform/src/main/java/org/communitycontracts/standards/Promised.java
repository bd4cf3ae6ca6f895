package org.communitycontracts.standards;

import java.time.Instant;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One clock of one report, as it stands now.
 *
 * @param contract the contract of the clause
 * @param version the version of it that applies
 * @param clause the clause that promises
 * @param clock which of its clocks: 0 for the first
 * @param cycle which turn of the clock
 * @param party the party that promises, by its name in addresses
 * @param by what people call that party
 * @param promise the promise in plain words, as signed
 * @param state what was found so far
 * @param due the last moment at which the promise is still kept; null when it is not known
 * @param breachedAt when it was broken; null while it is not
 * @param stopped when the clock stopped; null while it runs
 * @param isHeld whether it is on hold at this moment
 */
public record Promised(
        String contract,
        int version,
        String clause,
        int clock,
        int cycle,
        String party,
        String by,
        String promise,
        Verdict.State state,
        @Nullable Instant due,
        @Nullable Instant breachedAt,
        @Nullable Instant stopped,
        boolean isHeld) {
    /** Whether the party still has something to do about it: what was broken goes on until it is done. */
    public boolean isOpen() {
        return stopped == null && (state == Verdict.State.PENDING || state == Verdict.State.BREACHED);
    }
}
