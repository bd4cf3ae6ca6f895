package org.communitycontracts.engine.columns;

/**
 * The money of cases by their needs, where allowance and lateness are counted in the same time: those so late that they are paid the most are
 * a stretch at the end of their order, and only the few between them and the kept are worked out one by one.
 */
final class LateMoney {
    private static final int HOUR = 3_600;

    private final Rate rate;
    private final int unit;
    private final int allowed;
    private final long most;

    /** The least need that is late. */
    private final int limit;

    /** A need from which on the most is paid for certain. */
    private final int mostFrom;

    LateMoney(Draft draft) {
        rate = draft.rate();
        unit = rate.unit(draft.calendar());
        allowed = draft.within().count() * HOUR;
        limit = 2 * allowed;
        most = rate.further() == 0 ? rate.first() : rate.mostPerReport();
        mostFrom = rate.further() == 0 ? 0 : needOf(Math.ceilDiv(most - rate.first(), rate.further()));
    }

    /** The need of a case that is so many whole units late, in half seconds; out of reach when there is no most. */
    private int needOf(long units) {
        return units > Integer.MAX_VALUE / unit
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE, 2 * (allowed + units * unit));
    }

    /** A need from which on the most is paid for certain. */
    int mostFrom() {
        return mostFrom;
    }

    /**
     * The pence of the broken cases from one place to just before another, in order of their needs, if none had been held since; from
     * {@code mostFrom} on they are paid the most.
     */
    long pence(Needs needs, int from, int mostFrom, int to) {
        long pence = mostFrom == to ? 0 : most * (to - mostFrom);
        for (int i = from; i < mostFrom; i++) {
            pence += rate.pence(WorkingNeeds.used(needs.needs[i]) - allowed, unit);
        }
        return pence;
    }

    /** What is paid for a held case beyond what its need says: holds after the due moment are not taken out of its lateness. */
    long moreForHeld(HeldNeeds helds, int held) {
        int need = helds.needs[held];
        int after = need >= limit && need < mostFrom ? helds.heldAfter(allowed, held) : 0;
        if (after == 0) {
            return 0;
        }
        int late = WorkingNeeds.used(need) - allowed;
        return rate.pence(late + after, unit) - rate.pence(late, unit);
    }
}
