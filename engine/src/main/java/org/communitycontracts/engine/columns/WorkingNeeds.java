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
        int first = Math.min(cases.firstStart, asOf);
        int last = Math.max(cases.lastMoment, asOf);
        return new WorkingNeeds(new WorkingSeconds(days, calendar, Grid.of(days), first, last));
    }

    @Override
    public void asNeverHeld(Columns cases, int asOf, int from, int to, int[] needs) {
        int[] starts = cases.starts;
        int[] stops = cases.stops;
        for (int i = from; i < to; i++) {
            int end = Math.max(Math.min(stops[i], asOf), starts[i]);
            needs[i] = Math.max(0, seconds.twiceJustBefore(end) - 2 * seconds.before(starts[i]));
        }
    }

    @Override
    public int held(int start, int end, HoldBounds holds) {
        int used = seconds.twiceJustBefore(end);
        int need = used - 2 * seconds.before(start);
        for (int i = 0; i < holds.count() && holds.from(i) < end; i++) {
            int until = holds.to(i) < end ? 2 * seconds.before(holds.to(i)) : used;
            need -= until - 2 * seconds.before(holds.from(i));
        }
        return Math.max(0, need);
    }

    /** The seconds used until the end. */
    static int used(int need) {
        return (need + 1) >> 1;
    }
}
