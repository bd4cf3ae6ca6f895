package org.communitycontracts.engine.contract;

import org.communitycontracts.engine.clock.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * A reason that changes a case, and what must bear it out (S16). The burden of proof lies with the party it helps.
 *
 * @param because the reason: the event that says so on the report, or the event of the notice
 * @param effect what it does
 * @param needs what must bear it out
 * @param by the party that must declare it or say so; null when any provider of the contract may
 * @param decidedBy the party that must have accepted it ({@code exclusion_accepted}) before it counts; null when it counts at once
 * @param atMost for an extension: the longest; null when there is no limit
 * @param to for a switch: the time allowed from then on; null otherwise
 * @param when the cases in which it may be used at all
 */
public record Exclusion(
        String because,
        Effect effect,
        Needs needs,
        @Nullable String by,
        @Nullable String decidedBy,
        @Nullable Allowance atMost,
        @Nullable Choice to,
        When when) {
    /** The event that accepts an exclusion for one report; its fact {@code because} names which. */
    public static final String ACCEPTED = "exclusion_accepted";

    /** The event that throws an exclusion out, for one report or a whole notice; its fact {@code because} names which. */
    public static final String REFUSED = "exclusion_refused";

    /** Whether this party may say so: the one that is named, or anybody where none is. */
    public boolean mayBeSaidBy(@Nullable String party) {
        return by == null || by.equals(party);
    }

    /** What an exclusion does. */
    public enum Effect {
        /** The case is not counted. */
        VOID,
        /** The clock stands still for as long as the reason lasts. */
        PAUSE,
        /** The due moment, or the end of the period, moves by the days declared or agreed. */
        EXTEND,
        /** From the event on another time is allowed, counted from it. */
        SWITCH
    }

    /** What bears an exclusion out. */
    public enum Needs {
        /** The event carries the fact {@code evidence}. */
        EVIDENCE,
        /** A notice that names its first day and the day after its last, declared before that end; it holds from its declaration on at the earliest. */
        DECLARED_NOTICE,
        /** Somebody who is no provider says so, before the due moment. */
        AGREEMENT,
        /** The resident is told before the due moment. */
        TOLD,
        /** Nothing but the facts of the report itself, which {@code when} names: the resident's own side was not met. */
        FACTS
    }
}
