package org.communitycontracts.engine.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Many cases, kept in columns of whole seconds: when each clock started, when it stopped, the group it is counted in, and for the few that
 * have them the holds and the promised moments. Twelve bytes a case, and 8 + 8 for each hold of a case that was held.
 */
public final class Columns {
    final int[] starts;
    final int[] stops;
    final int[] groups;
    final int @Nullable [] promised;

    /** The cases that were held, in order; where the bounds of each begin in {@link #bounds}; one more entry ends the last. */
    final int[] heldCases;

    final int[] heldBounds;
    final int[] bounds;

    private final int size;

    /** The highest group plus one. */
    private final int groupCount;

    /** How many cases each group has. */
    private final int[] groupSizes;

    final int firstStart;
    final int lastStart;

    /** The latest moment of all: start, stop or end of a hold. */
    final int lastMoment;

    Columns(ColumnsBuilder built) {
        starts = built.starts;
        stops = built.stops;
        groups = built.groups;
        promised = built.promised;
        heldCases = Arrays.copyOf(built.heldCases, built.held);
        heldBounds = Arrays.copyOf(built.heldBounds, built.held + 1);
        bounds = Arrays.copyOf(built.bounds, built.boundsEnd);
        heldBounds[built.held] = built.boundsEnd;
        size = built.size;
        groupCount = built.groupCount;
        groupSizes = new int[groupCount];
        for (int i = 0; i < size; i++) {
            groupSizes[groups[i]]++;
        }
        firstStart = built.firstStart;
        lastStart = built.lastStart;
        lastMoment = built.lastMoment;
    }

    /** The number of cases. */
    public int size() {
        return size;
    }

    /** The number of groups: one more than the highest that was given. */
    public int groups() {
        return groupCount;
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
        return groups[index];
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
        long promises = promised == null ? 0 : promised.length;
        return 4L * (3L * starts.length + promises + heldCases.length + heldBounds.length + bounds.length);
    }

    /** The due moment written on the report itself, or {@link Moments#NEVER}. */
    int promised(int index) {
        return promised == null ? Moments.NEVER : promised[index];
    }

    /** The cases of a group. */
    public int groupSize(int group) {
        return groupSizes[group];
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
