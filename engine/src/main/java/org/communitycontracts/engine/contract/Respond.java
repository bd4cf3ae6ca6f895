package org.communitycontracts.engine.contract;

import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * A duty to act within a time of each report: one clock, or several side by side or one after the other.
 *
 * @param clocks in the order of the file, at least one; each has a name when there are several
 */
public record Respond(List<ClockRule> clocks) implements Duty {
    public Respond {
        clocks = List.copyOf(clocks);
        if (clocks.isEmpty()) {
            throw new IllegalArgumentException("A duty to respond has at least one clock");
        }
    }

    /** One plain clock from a report's event to another, without holds. */
    public static Respond of(String start, String stop, Allowance within, Calendar calendar) {
        return new Respond(List.of(new ClockRule(
                "",
                Set.of(start),
                Set.of(stop),
                List.of(new Choice(When.ALWAYS, within, calendar)),
                List.of(),
                Set.of(),
                null,
                ClockRule.Moves.PLAIN,
                null)));
    }

    /** The first clock: what a short line says of the clause. */
    public ClockRule first() {
        return clocks.getFirst();
    }
}
