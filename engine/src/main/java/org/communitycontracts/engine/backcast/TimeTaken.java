package org.communitycontracts.engine.backcast;

import java.util.List;
import java.util.OptionalLong;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.ClockRule;

/**
 * How long the closed cases of one clock really took, in seconds of the calendar that counted for each, time on hold taken out.
 *
 * @param clock the clock of the clause; empty when it has only one
 * @param calendars the names of the calendars whose hours count, in order: more than one where the clock has several choices
 * @param median what the middle one of them took; empty when none was closed
 * @param ninthDecile what nine in ten of them did not exceed
 */
public record TimeTaken(String clock, List<String> calendars, OptionalLong median, OptionalLong ninthDecile) {
    public TimeTaken {
        calendars = List.copyOf(calendars);
    }

    /** Of some times, in order. */
    static TimeTaken of(ClockRule rule, List<Long> sorted) {
        List<String> calendars = rule.choices().stream()
                .filter(choice -> choice.within() != null)
                .map(Choice::calendar)
                .map(Calendar::id)
                .distinct()
                .sorted()
                .toList();
        return new TimeTaken(rule.id(), calendars, percentile(sorted, 50), percentile(sorted, 90));
    }

    /** The value of nearest rank; empty when there is none (S14). */
    private static OptionalLong percentile(List<Long> sorted, int percent) {
        int rank = (int) Math.ceilDiv(sorted.size() * (long) percent, 100L);
        return rank == 0 ? OptionalLong.empty() : OptionalLong.of(sorted.get(rank - 1));
    }
}
