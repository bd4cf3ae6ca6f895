package org.communitycontracts.standards;

import java.time.Instant;

/**
 * At which moment a contract was last judged.
 *
 * @param asOf what had happened by then was judged
 * @param knownAsOf what had been written down by then was known
 * @param verdicts how many verdicts there are
 */
public record Judgement(Instant asOf, Instant knownAsOf, int verdicts) {}
