package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Optional;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * One use of an exclusion for one case, and whether it stands (S16).
 *
 * @param exclusion the rule of the clause
 * @param said the entry that pleads it: on the report, as a notice, or the start itself when the facts alone decide
 * @param standing whether it is borne out
 * @param since the moment from which it stands: never before it was written down, nor before it was accepted where that is asked for
 * @param time the time for which the reason holds, where it has a beginning and an end; null otherwise
 * @param last the last word on it: accepted, thrown out or contested; null when nobody said any
 */
record Plea(
        Exclusion exclusion,
        Happening said,
        Standing standing,
        Instant since,
        @Nullable Stretch time,
        @Nullable Happening last) {
    /** Whether a plea is borne out, and if not, what it lacks. */
    enum Standing {
        STANDS,
        NO_EVIDENCE,
        WRONG_PARTY,
        UNREADABLE,
        DECLARED_TOO_LATE,
        NOT_ACCEPTED,
        THROWN_OUT
    }

    boolean stands() {
        return standing == Standing.STANDS;
    }

    boolean does(Exclusion.Effect effect) {
        return exclusion.effect() == effect;
    }

    /** Whether it is about a clock that runs from one moment to another; what was declared for other days is not told. */
    boolean touches(Instant start, Instant end) {
        return time == null || (time.from().isBefore(end) && time.to().isAfter(start));
    }

    /** The hold it brings; empty unless it stands and makes the clock stand still. */
    Optional<Hold> hold() {
        return !stands()
                        || !does(Exclusion.Effect.PAUSE)
                        || time == null
                        || !time.to().isAfter(time.from())
                ? Optional.empty()
                : Optional.of(new Hold(said, time.from(), time.to(), time.to(), Hold.Ending.ANSWERED, true));
    }

    /** When the reason began to hold for a clock. */
    Instant begins(Start start) {
        Instant from = exclusion.needs() == Exclusion.Needs.FACTS || time == null ? said.at() : time.from();
        return from.isBefore(start.moment()) ? start.moment() : from;
    }

    /**
     * Whether it takes a case out that was due then: an excuse with evidence may come later, and
     * what the facts themselves say is so from the first; any other reason must have held by then.
     */
    boolean excuses(Start start, @Nullable Instant due) {
        boolean isInTime = due == null || !(time == null ? since : begins(start)).isAfter(due);
        return stands()
                && does(Exclusion.Effect.VOID)
                && (time == null || time.to().isAfter(start.moment()))
                && (isInTime
                        || exclusion.needs() == Exclusion.Needs.EVIDENCE
                        || exclusion.needs() == Exclusion.Needs.FACTS);
    }
}
