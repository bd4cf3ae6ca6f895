package org.communitycontracts.standards.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One open report as it lies on the desk of one party.
 *
 * @param party the party's name in addresses
 * @param contract the contract of the clause that is due first; null when no promise covers the report
 * @param due the last moment at which that promise is still kept; null when there is none, or none that is known
 * @param isHeld whether all its clocks in this party's hands are on hold
 * @param isOffered whether another party offers it to this one, which has not taken it yet
 */
record Work(
        long report,
        String party,
        @Nullable String contract,
        @Nullable String clause,
        @Nullable Instant due,
        boolean isHeld,
        boolean isOffered,
        String reference,
        @Nullable String title,
        String category,
        @Nullable Long neighbourhood,
        Instant madeAt,
        boolean isPrivate) {}
