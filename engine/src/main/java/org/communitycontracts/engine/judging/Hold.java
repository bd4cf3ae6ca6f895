package org.communitycontracts.engine.judging;

import java.time.Instant;
import org.communitycontracts.engine.clock.Stretch;

/**
 * One hold of a clock, and why it ended.
 *
 * @param began the entry that began it
 * @param from its first moment: never before that entry was written down
 * @param to its end, never before {@code from}
 * @param lasts the end it would have come to by itself, if the case had not ended it or were not still running; otherwise {@code to}
 * @param ending what ended it
 * @param excluded whether it rests on an exclusion of the clause, which is told by itself, and not on a pause of the clock
 */
record Hold(Happening began, Instant from, Instant to, Instant lasts, Ending ending, boolean excluded) {
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
        this(began, from, to, to, ending, false);
    }

    Hold {
        to = to.isBefore(from) ? from : to;
        lasts = lasts.isBefore(to) ? to : lasts;
    }

    Stretch stretch() {
        return new Stretch(from, to);
    }

    /** The same, up to a moment that may lie after the end of the case; one that had not begun by that end is empty. */
    Stretch stretchUntil(Instant moment) {
        boolean goesOn = from.isBefore(to) && moment.isAfter(to);
        return new Stretch(from, !goesOn ? to : moment.isBefore(lasts) ? moment : lasts);
    }

    /** Whether it held something up, and is taken to last longer than up to a moment. */
    boolean goesOnAfter(Instant moment) {
        return from.isBefore(to) && lasts.isAfter(moment);
    }

    boolean isBackdated() {
        return from.isAfter(began.at());
    }

    /** This hold, over by that moment for good. */
    Hold cutAt(Instant moment, Ending why) {
        return to.isAfter(moment) ? seenUntil(moment, why).over() : this;
    }

    /** This hold as far as it goes up to the end of the case. */
    Hold seenUntil(Instant moment, Ending why) {
        return to.isAfter(moment)
                ? new Hold(began, from.isBefore(moment) ? from : moment, moment, lasts, why, excluded)
                : this;
    }

    /** The same, which would not have lasted longer. */
    Hold over() {
        return new Hold(began, from, to, to, ending, excluded);
    }
}
