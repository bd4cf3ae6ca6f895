package org.communitycontracts.engine.columns;

import java.util.Arrays;

/**
 * The money of cases by their needs, where allowance and lateness are counted in the same time: each limit that a need reaches adds its
 * amount, the first for being broken at all. Where the amounts go on for long, each late case is worked out by itself.
 */
final class LateSteps {
    private static final int MOST_STEPS = 24;

    private final Rate rate;
    private final int unit;
    private final int allowed;

    /** Alone the first limit when each late case is worked out by itself. */
    private final int[] limits;

    private final long[] amounts;
    private final boolean isByCase;
    private final long most;

    LateSteps(Draft draft) {
        rate = draft.rate();
        unit = rate.unit(draft.calendar());
        allowed = draft.within().count() * 3_600;
        long steps = rate.further() == 0 ? 0 : Math.ceilDiv(rate.mostPerReport() - rate.first(), rate.further());
        isByCase = steps > MOST_STEPS;
        limits = new int[isByCase ? 1 : (int) steps + 1];
        amounts = new long[limits.length];
        Arrays.setAll(limits, this::limit);
        Arrays.setAll(amounts, step -> amount(step, steps));
        most = Arrays.stream(amounts).sum();
    }

    /** The least need of a case that is so many units late, in half seconds: a need of an odd number is used up half a second later. */
    private int limit(int step) {
        if (step == 0) {
            return 2 * allowed;
        }
        long used = rate.counted() == Rate.Counted.COMPLETED
                ? allowed + (long) step * unit
                : allowed + (step - 1L) * unit + 1;
        return (int) Math.min(Integer.MAX_VALUE, 2 * used - 1);
    }

    private long amount(int step, long steps) {
        if (step == 0) {
            return rate.first();
        }
        return step < steps ? rate.further() : rate.mostPerReport() - rate.first() - (steps - 1) * rate.further();
    }

    /**
     * The pence of the needs from one place to just before another, in order, of which those from {@code late} on are broken. Each limit is
     * looked for in all of them: searches that do not wait for each other are quicker than shorter ones that do.
     */
    long pence(Needs needs, int from, int late, int to) {
        if (late == to) {
            return 0;
        }
        if (isByCase) {
            return byCase(needs.needs, late, to);
        }
        if (needs.needs[late] >= limits[limits.length - 1]) {
            return most * (to - late);
        }
        long pence = amounts[0] * (to - late);
        for (int step = 1; step < limits.length; step++) {
            pence += amounts[step] * (to - needs.below(limits[step], from, to));
        }
        return pence;
    }

    private long byCase(int[] needs, int from, int to) {
        long pence = 0;
        for (int i = from; i < to; i++) {
            pence += rate.pence(WorkingNeeds.used(needs[i]) - allowed, unit);
        }
        return pence;
    }
}
