package org.communitycontracts.engine.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The days a promise counted, one by one.
 *
 * @param zero day 0, which is not counted
 * @param counted the days 1 to N, in order; at least one
 * @param held the days stepped over because a hold covered the whole of them
 */
public record DayCount(LocalDate zero, List<LocalDate> counted, List<LocalDate> held) {
    public DayCount {
        counted = List.copyOf(counted);
        held = List.copyOf(held);
    }

    /**
     * Counts after day 0, which is the first date that counts and is not held.
     *
     * @param zero the first date that may be day 0
     * @param count how many days to count after it
     * @param counts whether a date is of the kind that is counted
     * @param isHeld whether a hold covers the whole of it
     */
    static DayCount of(LocalDate zero, long count, Predicate<LocalDate> counts, Predicate<LocalDate> isHeld) {
        List<LocalDate> held = new ArrayList<>();
        LocalDate first = zero;
        while (!counts.test(first) || isHeld.test(first)) {
            if (counts.test(first)) {
                held.add(first);
            }
            first = first.plusDays(1);
        }
        return counted(first, count, counts, isHeld, held);
    }

    /** Counts after a given date, whatever it is. */
    static DayCount after(LocalDate zero, long count, Predicate<LocalDate> counts, Predicate<LocalDate> isHeld) {
        return counted(zero, count, counts, isHeld, new ArrayList<>());
    }

    private static DayCount counted(
            LocalDate zero,
            long count,
            Predicate<LocalDate> counts,
            Predicate<LocalDate> isHeld,
            List<LocalDate> held) {
        List<LocalDate> counted = new ArrayList<>();
        for (LocalDate date = zero.plusDays(1); counted.size() < count; date = date.plusDays(1)) {
            if (counts.test(date)) {
                (isHeld.test(date) ? held : counted).add(date);
            }
        }
        return new DayCount(zero, counted, held);
    }

    public LocalDate last() {
        return counted.getLast();
    }
}
