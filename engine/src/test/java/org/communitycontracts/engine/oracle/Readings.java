package org.communitycontracts.engine.oracle;

/**
 * The places at which the text has two readings and the engine and this judge first read it differently. Each is set to what the engine
 * does, so that the comparison finds what else differs; to decide otherwise, turn it and change the engine.
 */
final class Readings {
    /** S5, a hold that begins after due "cures nothing": it moves no due moment, and still its time is written as held and not as used. */
    static final boolean A_HOLD_AFTER_DUE_IS_HELD_TIME = true;

    /** S7, time for which a case was thought to be fixed is "not counted": it is written as held. */
    static final boolean FIXED_TIME_IS_HELD_TIME = true;

    /** S11, a later version whose due moment is the earlier one "applies": verdict, start and time are those of that version. */
    static final boolean THE_BETTER_VERSION_JUDGES = true;

    /** S12, a late stop of which nobody is named as the author needs evidence like one of a provider. */
    static final boolean A_STOP_BY_NOBODY_IS_THE_PROVIDERS = true;

    /** S13, a verdict is closed by what ends the case, and also by the breach: holidays proclaimed after the due moment change nothing. */
    static final boolean A_BREACH_CLOSES_THE_VERDICT = true;

    /** S5, a hold that is not over when the clock stops, or at the moment asked about, counts up to then and not up to its at_most. */
    static final boolean A_HOLD_ENDS_WITH_WHAT_HAS_HAPPENED = true;

    /** S5 and section 6, for a time in days such a hold counts up to the end of that local day, if it would have lasted so long. */
    static final boolean A_HOLD_AT_THE_END_LASTS_THAT_DAY = true;

    /** S11, a better version already judges when the moment asked about lies before its first day. */
    static final boolean THE_BETTER_VERSION_JUDGES_BEFORE_IT_BEGINS = true;

    /** S12, a reopening after the time at which a stop is said to have been answers it, though the stop counts only from when it was written. */
    static final boolean A_REOPENING_ANSWERS_WHAT_WAS_SAID_BEFORE_IT = true;

    /** S5 and S7, a hold ends with the stop; a reopening does not bring it back, and what is asked at its very moment is asked before it. */
    static final boolean A_HOLD_ENDS_WITH_THE_STOP = true;

    private Readings() {}
}
