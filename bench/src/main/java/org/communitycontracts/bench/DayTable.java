package org.communitycontracts.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.columns.Moments;

/**
 * The cumulative table that a database is given for one calendar: a line for each day of universal time from 2024 on, in which no office
 * opens twice.
 */
record DayTable(Calendar calendar) {
    static final int DAY = 86_400;
    static final int FIRST = Moments.of(Instant.parse("2024-01-01T00:00:00Z"));

    /** Three years of reports, and one more for their ends. */
    private static final int DAYS = 4 * 366;

    /** The working seconds before each day. */
    int[] before() {
        int[] before = worked();
        int sum = 0;
        for (int day = 0; day < DAYS; day++) {
            int worked = before[day];
            before[day] = sum;
            sum += worked;
        }
        return before;
    }

    /** The seconds after the day's start at which the window opens. */
    int[] opens() {
        return IntStream.range(0, DAYS)
                .map(day -> {
                    Instant opening = calendar.opening(LocalDate.ofInstant(start(day), ZoneOffset.UTC));
                    return Math.max(0, Moments.of(opening) - Moments.of(start(day)));
                })
                .toArray();
    }

    /** The working seconds of each day. */
    int[] worked() {
        return IntStream.range(0, DAYS)
                .map(day -> (int) calendar.workingSeconds(start(day), start(day + 1)))
                .toArray();
    }

    /** All three in one number a day: before, opens and worked. */
    long[] packed() {
        int[] before = before();
        int[] opens = opens();
        int[] worked = worked();
        long[] packed = new long[DAYS];
        Arrays.setAll(packed, day -> ((long) before[day] << 34) | ((long) opens[day] << 17) | worked[day]);
        return packed;
    }

    private static Instant start(int day) {
        return Moments.instant(FIRST + day * DAY);
    }
}
