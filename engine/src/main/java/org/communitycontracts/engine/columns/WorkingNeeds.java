package org.communitycontracts.engine.columns;

import org.communitycontracts.engine.clock.Calendar;

/**
 * The working time that a case used until half a second before its end, in half seconds. Moments are whole seconds, so an allowance was used
 * up before the end exactly when it is not more than this; and the time used until the end itself is half of it, rounded up.
 */
final class WorkingNeeds implements Needs.Rule {
    /** Few enough that what is looked up for them stays in a core's nearest memory. */
    private static final int AT_ONCE = 1 << 10;

    private final Columns cases;
    private final WorkingSeconds seconds;
    private final int asOf;
    final HeldNeeds helds;

    WorkingNeeds(Columns cases, WorkingSeconds seconds, int asOf) {
        this.cases = cases;
        this.seconds = seconds;
        this.asOf = asOf;
        this.helds = new HeldNeeds(cases);
    }

    static WorkingNeeds of(Calendar calendar, Columns cases, int asOf) {
        DayRows days = DayRows.of(calendar, cases, asOf);
        int first = Math.min(cases.firstMoment, asOf);
        int last = Math.max(cases.lastMoment, asOf);
        return new WorkingNeeds(cases, new WorkingSeconds(days, calendar, Grid.of(days), first, last), asOf);
    }

    /** In rows that lie alike, as vector instructions need it. */
    @Override
    public void asNeverHeld(int from, int to, int[] needs) {
        int[] starts = new int[Math.min(to - from, AT_ONCE)];
        int[] ends = new int[starts.length];
        int[] began = new int[starts.length];
        int[] ended = new int[starts.length];
        for (int first = from; first < to; first += AT_ONCE) {
            int count = Math.min(to - first, AT_ONCE);
            System.arraycopy(cases.starts, first, starts, 0, count);
            System.arraycopy(cases.stops, first, ends, 0, count);
            for (int i = 0; i < count; i++) {
                ends[i] = Math.min(ends[i], asOf);
            }
            seconds.look(starts, began, 0, count);
            seconds.look(ends, ended, 0, count);
            for (int i = 0; i < count; i++) {
                int used = TimeTable.twiceJustBefore(ended[i], ends[i]) - 2 * TimeTable.value(began[i], starts[i]);
                ended[i] = Math.max(0, used);
            }
            System.arraycopy(ended, 0, needs, first, count);
        }
    }

    @Override
    public void held(int from, int to, int[] needs) {
        helds.look(seconds, from, to);
        for (int held = from; held < to; held++) {
            int index = cases.heldCases[held];
            int end = Math.min(cases.stops[index], asOf);
            needs[index] = helds.take(held, seconds.before(cases.starts[index]), end, needs[index]);
        }
    }

    /** The seconds used until the end. */
    static int used(int need) {
        return (need + 1) >> 1;
    }
}
