package org.communitycontracts.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsBuilder;
import org.communitycontracts.engine.columns.Moments;

/**
 * Three years of made-up reports, the same for the same seed: 12 categories, 400 neighbourhoods, one in ten held one to three times.
 *
 * <p>How long they took and how many were never closed is measured, not chosen: it is that of Boston's service requests of January to June
 * 2015 as they stood on 13 January 2016. Nothing here may be tuned to the result of a race; who changes it measures a city again.
 */
final class SyntheticReports {
    static final Instant AS_OF = Instant.parse("2027-01-01T00:00:00Z");

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAY = 86_400;
    private static final int DAYS = 1_096;
    private static final int NEIGHBOURHOODS = 400;
    private static final int CATEGORIES = 12;

    /** 8,993 of the 58,119 requests had not been closed. */
    private static final int NEVER_CLOSED_IN_1000 = 155;

    /**
     * The seconds from open to closed of the other 49,126: the least, then the quantile of each 20 in 1000 up to 980 (nearest rank), then of
     * 990, 995 and 998, then the most. The 84 closed before they were opened count as 0. Between two lines a time is drawn evenly.
     */
    private static final int[] SECONDS_TO_CLOSE = {
        0, 0, 1, 1, 3, 38, 102, 230, 725, 2_408,
        4_713, 7_489, 11_062, 16_113, 27_572, 49_503, 61_880, 71_289, 80_313, 90_443,
        108_038, 148_990, 167_419, 187_402, 239_955, 262_811, 319_563, 350_456, 415_081, 450_051,
        516_125, 586_887, 623_446, 694_628, 792_254, 952_749, 1_107_285, 1_218_116, 1_390_106, 1_640_276,
        1_827_708, 2_122_267, 2_432_338, 2_912_916, 3_544_265, 4_411_334, 5_526_215, 6_995_245, 9_810_376, 14_497_696,
        18_309_828, 20_739_425, 22_984_655, 31_706_094
    };

    private static final int EVEN = 20;
    private static final int[] LAST_SHARES = {990, 995, 998, 1_000};

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
        return random.nextInt(1_000) < NEVER_CLOSED_IN_1000
                ? Moments.NEVER
                : start + secondsToClose(1_000 * random.nextDouble());
    }

    /** The time within which so many in a thousand were closed. */
    private static int secondsToClose(double share) {
        int line = 1;
        while (share(line) < share) {
            line++;
        }
        double part = (share - share(line - 1)) / (share(line) - share(line - 1));
        int before = SECONDS_TO_CLOSE[line - 1];
        return before + (int) (part * (SECONDS_TO_CLOSE[line] - before));
    }

    private static int share(int line) {
        int even = SECONDS_TO_CLOSE.length - LAST_SHARES.length;
        return line < even ? EVEN * line : LAST_SHARES[line - even];
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
