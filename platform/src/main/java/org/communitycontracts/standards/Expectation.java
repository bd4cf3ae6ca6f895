package org.communitycontracts.standards;

import java.time.Instant;
import org.communitycontracts.engine.judging.Verdict;

/**
 * By when a report is promised to be dealt with, as its clock stands now.
 *
 * @param due the last moment at which the promise is still kept; it moves with holds, reopenings and corrections
 * @param by the name of the party that promises
 * @param promise the promise in plain words, as signed
 * @param clause the clause it stands in
 * @param contract the contract of that clause
 * @param state what was found so far
 */
public record Expectation(
        Instant due, String by, String promise, String clause, String contract, Verdict.State state) {}
