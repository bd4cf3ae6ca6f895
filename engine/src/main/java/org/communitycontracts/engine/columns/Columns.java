package org.communitycontracts.engine.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Many cases, kept in columns of whole seconds: when each clock started, when it stopped, and for the few that have them the holds and the
 * promised moments. They lie group after group, in each by their stop, so that what is asked of a group is read in one stretch, the stopped
 * cases before those that run; {@link #number} says which of the cases taken in stands where. Twelve bytes a case, four a group, and 8 + 8 for each hold of a case that was held.
 */
public final class Columns {
    final int[] starts;
    final int[] stops;
    final int @Nullable [] promised;

    /** Where each group begins; one more entry ends the last. */
    final int[] firsts;

    /** The cases that were held, in order; where the bounds of each begin in {@link #bounds}; one more entry ends the last. */
    final int[] heldCases;

    final int[] heldBounds;
    final int[] bounds;

    /** Which of the cases taken in stands at each place; null when each stands where it came. */
    private final int @Nullable [] numbers;

    private final int size;

    /** The earliest moment of all, start or stop. */
    final int firstMoment;

    final int firstStart;
    final int lastStart;

    /** The latest moment of all: start, stop or end of a hold. */
    final int lastMoment;

    Columns(ColumnsBuilder built) {
        GroupOrder order = new GroupOrder(built.groups, built.stops, built.size, built.groupCount);
        size = built.size;
        firsts = order.firsts;
        numbers = order.numbers;
        starts = order.sorted(built.starts);
        stops = order.sorted(built.stops);
        promised = built.promised == null ? null : order.sorted(built.promised);
        heldCases = new int[built.held];
        heldBounds = new int[built.held + 1];
        bounds = new int[built.boundsEnd];
        sortHeld(built, order.held(built.heldCases, built.held));
        firstMoment = built.firstMoment;
        firstStart = built.firstStart;
        lastStart = built.lastStart;
        lastMoment = built.lastMoment;
    }

    private void sortHeld(ColumnsBuilder built, long[] held) {
        int end = 0;
        for (int i = 0; i < held.length; i++) {
            int rank = (int) held[i];
            int from = built.heldBounds[rank];
            int length = (rank + 1 < built.held ? built.heldBounds[rank + 1] : built.boundsEnd) - from;
            heldCases[i] = (int) (held[i] >>> Integer.SIZE);
            heldBounds[i] = end;
            System.arraycopy(built.bounds, from, bounds, end, length);
            end += length;
        }
        heldBounds[held.length] = end;
    }

    /** The number of cases. */
    public int size() {
        return size;
    }

    /** The number of groups: one more than the highest that was given. */
    public int groups() {
        return firsts.length - 1;
    }

    /** Which of the cases taken in stands here, counted from 0. */
    public int number(int index) {
        return numbers == null ? index : numbers[index];
    }

    /** When the clock of a case started. */
    public int start(int index) {
        return starts[index];
    }

    /** When it stopped; {@link Moments#NEVER} when it has not. */
    public int stop(int index) {
        return stops[index];
    }

    /** What a case is counted under. */
    public int group(int index) {
        return firstGroupFrom(index + 1) - 1;
    }

    /** The cases of a group. */
    public int groupSize(int group) {
        return firsts[group + 1] - firsts[group];
    }

    /** For each group the place of its first case that has not stopped at this moment, or of its end. */
    int[] runningFrom(int asOf) {
        int[] runningFrom = new int[groups()];
        Cores.shareGroups(this, () -> runningFrom, (from, to, found) -> {
            for (int group = from; group < to; group++) {
                found[group] = runningFrom(firsts[group], firsts[group + 1], asOf);
            }
        });
        return runningFrom;
    }

    private int runningFrom(int from, int to, int asOf) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stops[middle] <= asOf) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The holds of a case, united. */
    public Holds holds(int index) {
        int place = heldFrom(index);
        if (place == heldCases.length || heldCases[place] != index) {
            return Holds.NONE;
        }
        List<Stretch> stretches = new ArrayList<>();
        HoldBounds held = boundsOf(place);
        for (int i = 0; i < held.count(); i++) {
            stretches.add(new Stretch(Moments.instant(held.from(i)), Moments.instant(held.to(i))));
        }
        return new Holds(stretches);
    }

    /** The bytes that the columns take up. */
    public long bytes() {
        long numbered = numbers == null ? 0 : numbers.length;
        return bytesToJudge() + 4 * numbered;
    }

    /** The bytes that are read to judge all cases: all but which of the cases taken in stands where. */
    public long bytesToJudge() {
        long promises = promised == null ? 0 : promised.length;
        return 4L
                * (2L * starts.length
                        + promises
                        + firsts.length
                        + heldCases.length
                        + heldBounds.length
                        + bounds.length);
    }

    /** The due moment written on the report itself, or {@link Moments#NEVER}. */
    int promised(int index) {
        return promised == null ? Moments.NEVER : promised[index];
    }

    /** The first group that begins at this case or later. */
    int firstGroupFrom(int index) {
        int low = 0;
        int high = groups();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firsts[middle] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place of the first held case that is not before this case. */
    int heldFrom(int index) {
        int place = Arrays.binarySearch(heldCases, index);
        return place < 0 ? -place - 1 : place;
    }

    HoldBounds boundsOf(int held) {
        return new HoldBounds(bounds, heldBounds[held], heldBounds[held + 1]);
    }
}
