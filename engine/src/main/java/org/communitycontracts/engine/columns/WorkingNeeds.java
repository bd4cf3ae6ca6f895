package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Calendar;

/**
 * The working time that a case used until half a second before its end, in half seconds. Moments are whole seconds, so an allowance was used
 * up before the end exactly when it is not more than this; and the time used until the end itself is half of it, rounded up.
 */
final class WorkingNeeds implements Needs.Rule {
    private final Columns cases;
    private final WorkingSeconds seconds;
    final HeldNeeds helds;

    WorkingNeeds(Columns cases, WorkingSeconds seconds) {
        this.cases = cases;
        this.seconds = seconds;
        this.helds = new HeldNeeds(cases);
    }

    static WorkingNeeds of(Calendar calendar, Columns cases, int asOf) {
        DayRows days = DayRows.of(calendar, cases, asOf);
        int first = Math.min(cases.firstMoment, asOf);
        int last = Math.max(cases.lastMoment, asOf);
        return new WorkingNeeds(cases, new WorkingSeconds(days, calendar, Grid.of(days), first, last));
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

    /** The last half second is taken out only once when it is held. */
    @Override
    public int held(int neverHeld, int held, int end) {
        HoldBounds holds = cases.boundsOf(held);
        int began = seconds.before(cases.starts[cases.heldCases[held]]);
        int taken = 0;
        int last = 0;
        for (int i = 0; i < holds.count(); i++) {
            int from = seconds.before(Math.min(holds.from(i), end));
            int took = seconds.before(Math.min(holds.to(i), end)) - from;
            helds.set(held, i, from - began - taken, took);
            taken += took;
            if (holds.from(i) < end && holds.to(i) >= end) {
                last = 2 * seconds.before(end) - seconds.twiceJustBefore(end);
            }
        }
        helds.needs[held] = Math.max(0, neverHeld - 2 * taken + last);
        return helds.needs[held];
    }

    /** The seconds used until the end. */
    static int used(int need) {
        return (need + 1) >> 1;
    }
}
