package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Calendar;

/**
 * The working time that a case used until half a second before its end, in half seconds. Moments are whole seconds, so an allowance was used
 * up before the end exactly when it is not more than this; and the time used until the end itself is half of it, rounded up.
 */
final class WorkingNeeds implements Needs.Rule {
    private final WorkingSeconds seconds;

    WorkingNeeds(WorkingSeconds seconds) {
        this.seconds = seconds;
    }

    static WorkingNeeds of(Calendar calendar, Columns cases, int asOf) {
        DayRows days = DayRows.of(calendar, cases, asOf);
        int first = Math.min(cases.firstMoment, asOf);
        int last = Math.max(cases.lastMoment, asOf);
        return new WorkingNeeds(new WorkingSeconds(days, calendar, Grid.of(days), first, last));
    }

    @Override
    public void asNeverHeld(int[] starts, int[] stops, int from, int to, int[] needs) {
        for (int i = from; i < to; i++) {
            needs[i] = Math.max(0, seconds.twiceJustBefore(stops[i]) - 2 * seconds.before(starts[i]));
        }
    }

    @Override
    public void asNeverHeld(int[] starts, int asOf, int from, int to, int[] needs) {
        int before = seconds.twiceJustBefore(asOf);
        for (int i = from; i < to; i++) {
            needs[i] = Math.max(0, before - 2 * seconds.before(starts[i]));
        }
    }

    @Override
    public int held(int neverHeld, int start, int end, HoldBounds holds) {
        int need = neverHeld;
        for (int i = 0; i < holds.count() && holds.from(i) < end; i++) {
            int until = holds.to(i) < end ? 2 * seconds.before(holds.to(i)) : seconds.twiceJustBefore(end);
            need -= until - 2 * seconds.before(holds.from(i));
        }
        return Math.max(0, need);
    }

    /**
     * The seconds by which a held case that was broken is late: from its due moment on, no hold taken out. A hold that begins before so much
     * was used up moves the due moment; one that begins later cures nothing (S5).
     */
    int late(int allowed, int start, int end, HoldBounds holds) {
        int due = seconds.before(start) + allowed;
        for (int i = 0; i < holds.count(); i++) {
            int from = seconds.before(holds.from(i));
            if (from >= due) {
                break;
            }
            due += seconds.before(holds.to(i)) - from;
        }
        return seconds.before(end) - due;
    }

    int bytes() {
        return seconds.bytes();
    }

    /** The seconds used until the end. */
    static int used(int need) {
        return (need + 1) >> 1;
    }
}
