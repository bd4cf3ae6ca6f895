package org.communitycontracts.engine.judging;

import java.time.Instant;
import org.communitycontracts.engine.clock.Stretch;

/**
 * One hold of a clock, and why it ended.
 *
 * @param began the entry that began it
 * @param from its first moment: never before that entry was written down
 * @param to its end, never before {@code from}
 * @param ending what ended it
 * @param excluded whether it rests on an exclusion of the clause, which is told by itself, and not on a pause of the clock
 */
record Hold(Happening began, Instant from, Instant to, Ending ending, boolean excluded) {
    /** What ends a hold. */
    enum Ending {
        /** The event for which it waited. */
        ANSWERED,
        /** It had lasted as long as the contract allows. */
        RUN_OUT,
        /** The case was stopped or cancelled meanwhile. */
        CLOSED,
        /** Nothing yet: it runs. */
        RUNNING,
        /** It was the time for which the case was thought to be fixed. */
        REOPENED
    }

    Hold(Happening began, Instant from, Instant to, Ending ending) {
        this(began, from, to, ending, false);
    }

    Hold {
        to = to.isBefore(from) ? from : to;
    }

    Stretch stretch() {
        return new Stretch(from, to);
    }

    boolean isBackdated() {
        return from.isAfter(began.at());
    }

    /** This hold, over by that moment. */
    Hold cutAt(Instant moment, Ending why) {
        return to.isAfter(moment)
                ? new Hold(began, from.isBefore(moment) ? from : moment, moment, why, excluded)
                : this;
    }
}
