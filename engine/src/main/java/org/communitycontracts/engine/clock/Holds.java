package org.communitycontracts.engine.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The time that does not count, united: stretches that overlap or touch are one, so nothing is ever taken out twice (S5).
 *
 * @param stretches in order, apart from each other, none empty
 */
public record Holds(List<Stretch> stretches) {
    /** No time taken out. */
    public static final Holds NONE = new Holds(List.of());

    public Holds {
        stretches = united(stretches);
    }

    /** The part of these holds from a moment on: what lay before a clock started holds nothing up. */
    public Holds from(Instant moment) {
        if (stretches.isEmpty() || !stretches.getFirst().from().isBefore(moment)) {
            return this;
        }
        return new Holds(stretches.stream()
                .filter(hold -> hold.to().isAfter(moment))
                .map(hold -> hold.from().isBefore(moment) ? new Stretch(moment, hold.to()) : hold)
                .toList());
    }

    /** The seconds of the calendar's windows, between two moments, that these holds take out. */
    public long workingSeconds(Calendar calendar, Instant from, Instant to) {
        long seconds = 0;
        for (Stretch hold : stretches) {
            Instant begin = hold.from().isAfter(from) ? hold.from() : from;
            Instant end = hold.to().isBefore(to) ? hold.to() : to;
            seconds += calendar.workingSeconds(begin, end);
        }
        return seconds;
    }

    /** Whether all the time between the two moments is held. */
    boolean cover(Instant begin, Instant end) {
        return stretches.stream().anyMatch(hold -> hold.covers(begin, end));
    }

    private static List<Stretch> united(List<Stretch> loose) {
        List<Stretch> united = new ArrayList<>(loose.size());
        List<Stretch> ordered = loose.stream()
                .filter(hold -> hold.to().isAfter(hold.from()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        for (Stretch hold : ordered) {
            Stretch last = united.isEmpty() ? null : united.getLast();
            if (last == null || hold.from().isAfter(last.to())) {
                united.add(hold);
            } else if (hold.to().isAfter(last.to())) {
                united.set(united.size() - 1, new Stretch(last.from(), hold.to()));
            }
        }
        return List.copyOf(united);
    }
}
