package org.communitycontracts.engine.oracle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a random case may be about, so that the judges can be compared on one part before the others are finished. */
enum Feature {
    HOLDS,
    CANCEL,
    REOPEN,
    NEW_VERSION,
    BETTER_FOR_RESIDENT,
    LATE_ENTRY,
    LATE_HOLIDAY,
    CHOICES,
    COUNT_IN_CHOICE,
    SEVERAL_CLOCKS,
    REPEATING_CLOCK,
    RECATEGORISED,
    HANDOVER,
    DUPLICATES,
    VOID,
    PAUSE_BY_REASON,
    EXTEND,
    SWITCH,
    UNMEASURABLE,
    RECUR,
    GAP,
    RECIPROCAL,
    GRADE,
    SCORE,
    TARGET,
    SHARE_OF_TIME,
    ROLLING_COUNT,
    APPOINTMENT,
    ADVANCE_NOTICE,
    REMEDIES,
    MONEY,
    CAPS,
    CLAIMS,
    STRUCK_OUT,
    /** Things are told of a report of a time before it was made, such as a stop before the start. */
    STOP_BEFORE_START,
    /** A second request of the same kind while the first waits for its answer. */
    REQUEST_WHILE_WAITING,
    /** Late entries and holidays proclaimed late in one case: when was a verdict closed, when it happened or when it was known? */
    LATE_ENTRY_AND_HOLIDAY,
    /** Cancelled cases and holidays proclaimed late: when is a cancelled case closed? */
    CANCEL_AND_LATE_HOLIDAY;

    /**
     * The one place that says what is not compared yet. Take a feature out of this list when the engine judges it; the comparison, the
     * properties and the coverage then ask for it by themselves.
     */
    static final Set<Feature> NOT_YET_IN_THE_ENGINE = Collections.unmodifiableSet(EnumSet.noneOf(Feature.class));

    /** What happens to single reports with clocks. */
    static Set<Feature> onReports() {
        return EnumSet.complementOf(EnumSet.range(RECUR, STRUCK_OUT));
    }

    /** Periods, windows, counts, appointments and money, on reports with plain clocks. */
    static Set<Feature> onPeriodsAndMoney() {
        Set<Feature> features = EnumSet.range(RECUR, STRUCK_OUT);
        features.addAll(EnumSet.complementOf(EnumSet.of(
                CHOICES,
                COUNT_IN_CHOICE,
                SEVERAL_CLOCKS,
                REPEATING_CLOCK,
                RECATEGORISED,
                HANDOVER,
                DUPLICATES,
                VOID,
                PAUSE_BY_REASON,
                EXTEND,
                SWITCH,
                STOP_BEFORE_START,
                REQUEST_WHILE_WAITING,
                LATE_ENTRY_AND_HOLIDAY,
                CANCEL_AND_LATE_HOLIDAY)));
        return features;
    }

    static Set<Feature> compared() {
        return EnumSet.complementOf(EnumSet.copyOf(
                NOT_YET_IN_THE_ENGINE.isEmpty() ? EnumSet.noneOf(Feature.class) : NOT_YET_IN_THE_ENGINE));
    }

    static Set<Feature> all() {
        return EnumSet.allOf(Feature.class);
    }
}
