package org.communitycontracts.engine.contract;

import java.util.Set;
import org.communitycontracts.engine.clock.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * A duty to keep something going for a share of the time; the clause's target says which share, over which window.
 *
 * <p>Either out of the time of a calendar: what is down from one event to another was not going. Or out of time that was counted by
 * those who worked it: two facts of one event, in whole minutes, the part and the whole.
 *
 * @param down the event with which it stops going, or null
 * @param up the event with which it goes again, or null
 * @param counted the event that carries the two counts, or null
 * @param part the fact that holds the minutes that count as good, or null
 * @param whole the fact that holds all minutes, or null
 * @param calendar whose zone, and whose time when down and up are given
 */
public record ShareOfTime(
        @Nullable String down,
        @Nullable String up,
        @Nullable String counted,
        @Nullable String part,
        @Nullable String whole,
        Calendar calendar)
        implements Duty {
    public ShareOfTime {
        boolean isOfCalendar = down != null && up != null;
        boolean isOfCounts = counted != null && part != null && whole != null;
        if (isOfCalendar == isOfCounts) {
            throw new IllegalArgumentException("A share of time is out of a calendar's time or out of counted minutes");
        }
    }

    @Override
    public Set<String> evidence() {
        return counted != null ? Set.of(counted) : down != null ? Set.of(down) : Set.of();
    }
}
