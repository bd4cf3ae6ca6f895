package org.communitycontracts.engine.columns;

/**
 * The money of cases by their needs, where allowance and lateness are counted in the same time: those so late that they are paid the most are
 * a stretch at the end of their order, and only the few between them and the kept are worked out one by one.
 */
final class LateMoney {
    private static final int HOUR = 3_600;

    private final Rate rate;
    private final Divider units;

    /** 1 when a unit that has begun counts as a whole one, 0 when only those that are over count. */
    private final int begun;

    private final int allowed;
    private final long most;

    /** The least need that is late. */
    private final int limit;

    /** A need from which on the most is paid for certain. */
    private final int mostFrom;

    LateMoney(Draft draft) {
        rate = draft.rate();
        int unit = rate.seconds(draft.calendar());
        units = new Divider(unit);
        begun = rate.counted() == Rate.Counted.COMPLETED ? 0 : 1;
        allowed = draft.within().count() * HOUR;
        limit = 2 * allowed;
        most = rate.further() == 0 ? rate.first() : rate.mostPerReport();
        mostFrom = rate.further() == 0 ? 0 : needOf(Math.ceilDiv(most - rate.first(), rate.further()), unit);
    }

    /** The need of a case that is so many whole units late, in half seconds; out of reach when there is no most. */
    private int needOf(long units, int unit) {
        return units > Integer.MAX_VALUE / unit
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE, 2 * (allowed + units * unit));
    }

    /** The pence of the broken cases from one place to just before another, in order of their needs, if none had been held since. */
    long pence(int[] needs, int from, int to) {
        long pence = 0;
        int at = from;
        for (; at < to && needs[at] < mostFrom; at++) {
            pence += pence(WorkingNeeds.used(needs[at]) - allowed);
        }
        return at == to ? pence : pence + most * (to - at);
    }

    /** Lists the held cases that are late, are not paid the most for certain and were held after their due moment; without a branch to guess. */
    int findHeldSince(HeldNeeds helds, int from, int to, int[] found) {
        int count = 0;
        for (int held = from; held < to; held++) {
            int need = helds.needs[held];
            int isOut = (need - limit) | ~(need - mostFrom) | (helds.lastBegan(held) - allowed);
            found[count] = held;
            count += ~isOut >>> (Integer.SIZE - 1);
        }
        return count;
    }

    /** What is paid for such a case beyond what its need says: holds after the due moment are not taken out of its lateness. */
    long moreForHeld(HeldNeeds helds, int held) {
        int late = WorkingNeeds.used(helds.needs[held]) - allowed;
        return pence(late + helds.heldAfter(allowed, held)) - pence(late);
    }

    private long pence(int late) {
        return rate.pence(units.divide(Math.max(late - begun, 0)) + Math.min(late, begun));
    }
}
