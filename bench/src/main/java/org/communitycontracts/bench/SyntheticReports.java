package org.communitycontracts.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsBuilder;
import org.communitycontracts.engine.columns.Moments;

/** Three years of made-up reports, the same for the same seed: 12 categories, 400 neighbourhoods, one in ten held one to three times. */
final class SyntheticReports {
    static final Instant AS_OF = Instant.parse("2027-01-01T00:00:00Z");

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAY = 86_400;
    private static final int DAYS = 1_096;
    private static final int NEIGHBOURHOODS = 400;
    private static final int CATEGORIES = 12;

    /**
     * As in Boston in 2015: half of the reports that were closed took three days or less, one in ten a month or more, the mean was 18
     * days. There 15 in 100 were never closed; here it is 5, and those that would take a year.
     */
    private static final double MEDIAN_DAYS = 3;

    private static final double SPREAD = 1.9;
    private static final double MOST_DAYS = 360;

    private final SplittableRandom random;
    private final int base = Moments.of(Instant.parse("2024-01-01T00:00:00Z"));

    private SyntheticReports(long seed) {
        random = new SplittableRandom(seed);
    }

    static Columns of(Options options) {
        return new SyntheticReports(options.seed()).columns(options.reports(), options.shuffled());
    }

    private Columns columns(int count, boolean shuffled) {
        int[] starts = new int[count];
        Arrays.setAll(starts, i -> start());
        if (!shuffled) {
            Arrays.parallelSort(starts);
        }
        int[] months = months();
        ColumnsBuilder builder = new ColumnsBuilder(count);
        for (int start : starts) {
            int stop = stop(start);
            int place = random.nextInt(NEIGHBOURHOODS) * CATEGORIES + random.nextInt(CATEGORIES);
            builder.add(start, stop, months[(start - base) / DAY] * NEIGHBOURHOODS * CATEGORIES + place);
            if (random.nextInt(10) == 0) {
                hold(builder, start, stop);
            }
        }
        return builder.build();
    }

    /** Any day of the three years; four in five by day, one in twenty right on the hour. */
    private int start() {
        int hour = random.nextInt(5) == 0 ? random.nextInt(24) : 7 + random.nextInt(15);
        int second = random.nextInt(20) == 0 ? 0 : random.nextInt(3_600);
        return base + random.nextInt(DAYS) * DAY + hour * 3_600 + second;
    }

    private int stop(int start) {
        if (random.nextInt(20) == 0) {
            return Moments.NEVER;
        }
        double days = MEDIAN_DAYS * Math.exp(SPREAD * random.nextGaussian());
        return days > MOST_DAYS ? Moments.NEVER : start + (int) (days * DAY);
    }

    private void hold(ColumnsBuilder builder, int start, int stop) {
        int span = stop == Moments.NEVER ? 20 * DAY : stop - start + 1;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = start + random.nextInt(span);
            builder.hold(from, from + 60 + random.nextInt(3 * DAY));
        }
    }

    /** The month of each day, from 0 to 35. */
    private static int[] months() {
        int[] months = new int[DAYS];
        Arrays.setAll(months, day -> {
            LocalDate date = FIRST.plusDays(day);
            return (date.getYear() - FIRST.getYear()) * 12 + date.getMonthValue() - 1;
        });
        return months;
    }

    /** Every so many reports, at most {@code most}, in their order. */
    static Columns sample(Columns reports, int most) {
        int each = Math.max(1, reports.size() / most);
        ColumnsBuilder builder = new ColumnsBuilder(Math.min(reports.size(), most));
        for (int i = 0; i < reports.size() && i / each < most; i += each) {
            builder.add(reports.start(i), reports.stop(i), reports.group(i));
            reports.holds(i).stretches().forEach(hold -> builder.hold(Moments.of(hold.from()), Moments.of(hold.to())));
        }
        return builder.build();
    }
}
