package org.communitycontracts.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.columns.Draft;
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

    /** Writes a table for each draft's calendar, once for those that are the same. */
    static void create(Statement sql, List<Draft> drafts) throws SQLException {
        for (int draft = 0; draft < drafts.size(); draft++) {
            if (number(draft, drafts) == draft) {
                new DayTable(drafts.get(draft).calendar()).create(sql, draft);
            }
        }
    }

    /** The number of the table that a draft's calendar has. */
    static int number(int draft, List<Draft> drafts) {
        return drafts.stream()
                .map(Draft::calendar)
                .toList()
                .indexOf(drafts.get(draft).calendar());
    }

    private void create(Statement sql, int number) throws SQLException {
        sql.execute(
                """
                CREATE OR REPLACE TABLE day_%d AS SELECT unnest(range(len(%2$s)))::INTEGER AS day,
                  unnest(%2$s::INTEGER[]) AS before, unnest(%3$s::INTEGER[]) AS opens, unnest(%4$s::INTEGER[]) AS length""".formatted(number, Arrays.toString(before()), Arrays.toString(opens()), Arrays.toString(worked())));
    }

    private static Instant start(int day) {
        return Moments.instant(FIRST + day * DAY);
    }
}
