package org.communitycontracts.standards;

import java.time.Instant;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One clock of one report, as it stands now.
 *
 * @param contract the contract of the clause
 * @param clause the clause that promises
 * @param clock which of its clocks: 0 for the first
 * @param cycle which turn of the clock
 * @param party the party that promises, by its name in addresses
 * @param by what people call that party
 * @param promise the promise in plain words, as signed
 * @param state what was found so far
 * @param due the last moment at which the promise is still kept; null when it is not known
 * @param breachedAt when it was broken; null while it is not
 */
public record Promised(
        String contract,
        String clause,
        int clock,
        int cycle,
        String party,
        String by,
        String promise,
        Verdict.State state,
        @Nullable Instant due,
        @Nullable Instant breachedAt) {}
