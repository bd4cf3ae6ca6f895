package org.communitycontracts.engine.judging;

import java.time.Instant;

/**
 * The beginning of one count.
 *
 * @param trigger the entry that started the clock
 * @param number 1, and one more after each reopening that begins a new count
 * @param moment when the clock begins to count: the trigger's own time, or later under a version that came into force later
 */
record Start(Happening trigger, int number, Instant moment) {
    static Start of(Happening trigger, int number) {
        return new Start(trigger, number, trigger.at());
    }

    Start at(Instant later) {
        return new Start(trigger, number, later);
    }
}
