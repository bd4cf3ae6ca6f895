package org.communitycontracts.engine.judging;

import java.time.Duration;
import java.time.Instant;
import org.communitycontracts.engine.contract.Contract;

/**
 * The end of a clock.
 *
 * @param happening the entry that says so
 * @param moment when it counts from: the time said, or the time it was written down when that was late and nothing bears it out
 */
record Stop(Happening happening, Instant moment) {
    private static final Duration IN_GOOD_TIME = Duration.ofHours(24);

    /** The word of somebody who is no provider that it was so. */
    static final String CONFIRMED = "confirmed";

    /** Rule S12: a provider's entry made over 24 hours later needs evidence or the word of somebody who is no provider. */
    static Stop of(Happening happening, Contract contract, Timeline story) {
        boolean ownWord = happening.by() == null || contract.isProvider(happening.by());
        boolean stands = !ownWord
                || !happening.recorded().isAfter(happening.at().plus(IN_GOOD_TIME))
                || happening.hasEvidence()
                || isConfirmed(happening, contract, story);
        return new Stop(happening, stands ? happening.at() : happening.recorded());
    }

    /** Whether it counts from the time it was written down and not from the time said. */
    boolean isMovedToItsRecord() {
        return !moment.equals(happening.at());
    }

    private static boolean isConfirmed(Happening stop, Contract contract, Timeline story) {
        return story.happenings().stream()
                .anyMatch(later -> later.event().equals(CONFIRMED)
                        && !later.at().isBefore(stop.at())
                        && contract.isOutsider(later.by()));
    }
}
