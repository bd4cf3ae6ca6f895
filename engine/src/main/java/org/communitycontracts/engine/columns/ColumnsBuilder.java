package org.communitycontracts.engine.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes cases one after the other and makes columns of them. All moments are those of {@link Moments}. */
public final class ColumnsBuilder {
    int[] starts;
    int[] stops;
    int[] groups;
    int @Nullable [] promised;
    int[] heldCases = new int[16];
    int[] heldBounds = new int[16];
    int[] bounds = new int[32];
    int size;
    int held;
    int boundsEnd;
    int groupCount = 1;
    int firstMoment = Integer.MAX_VALUE;
    int firstStart = Integer.MAX_VALUE;
    int lastStart = Integer.MIN_VALUE;
    int lastMoment = Integer.MIN_VALUE;

    private int[] waiting = new int[8];
    private int waitingEnd;

    /** Columns for about so many cases; more may come. */
    public ColumnsBuilder(int expected) {
        starts = new int[Math.max(expected, 1)];
        stops = new int[starts.length];
        groups = new int[starts.length];
    }

    /**
     * Takes the next case.
     *
     * @param stop {@link Moments#NEVER} when it has not stopped
     * @param group what it is counted under, 0 and up
     */
    public ColumnsBuilder add(int start, int stop, int group) {
        if (group < 0) {
            throw new IllegalArgumentException("A group is 0 or more, not " + group);
        }
        settleHolds();
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        stops[size] = stop;
        groups[size++] = group;
        groupCount = Math.max(groupCount, group + 1);
        firstMoment = Math.min(firstMoment, Math.min(start, stop));
        firstStart = Math.min(firstStart, start);
        lastStart = Math.max(lastStart, start);
        lastMoment = Math.max(lastMoment, stop == Moments.NEVER ? start : Math.max(start, stop));
        return this;
    }

    /** Adds a hold to the case taken last, from a moment to just before another; holds may come in any order and overlap. */
    public ColumnsBuilder hold(int from, int to) {
        if (waitingEnd == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * waitingEnd);
        }
        waiting[waitingEnd++] = from;
        waiting[waitingEnd++] = to;
        return this;
    }

    /** Gives the case taken last the due moment that is written on the report itself. */
    public ColumnsBuilder promised(int due) {
        int[] dues = promised;
        if (dues == null) {
            dues = new int[starts.length];
            Arrays.fill(dues, Moments.NEVER);
            promised = dues;
        }
        dues[size - 1] = due;
        return this;
    }

    /** The columns; the builder is spent. */
    public Columns build() {
        settleHolds();
        if (size < starts.length) {
            resize(size);
        }
        return new Columns(this);
    }

    private void settleHolds() {
        if (waitingEnd == 0) {
            return;
        }
        int end = HoldBounds.unite(waiting, waitingEnd, starts[size - 1]);
        waitingEnd = 0;
        if (end == 0) {
            return;
        }
        if (held + 1 >= heldCases.length) {
            heldCases = Arrays.copyOf(heldCases, grown(held + 1));
            heldBounds = Arrays.copyOf(heldBounds, heldCases.length);
        }
        if (boundsEnd + end > bounds.length) {
            bounds = Arrays.copyOf(bounds, grown(boundsEnd + end));
        }
        heldCases[held] = size - 1;
        heldBounds[held++] = boundsEnd;
        System.arraycopy(waiting, 0, bounds, boundsEnd, end);
        boundsEnd += end;
        lastMoment = Math.max(lastMoment, bounds[boundsEnd - 1]);
    }

    private void grow() {
        resize(grown(size));
    }

    private static int grown(int length) {
        return (int) Math.min(length + (length >> 1) + 16L, Integer.MAX_VALUE - 8L);
    }

    private void resize(int length) {
        starts = Arrays.copyOf(starts, length);
        stops = Arrays.copyOf(stops, length);
        groups = Arrays.copyOf(groups, length);
        int[] dues = promised;
        if (dues != null) {
            int known = dues.length;
            promised = Arrays.copyOf(dues, length);
            Arrays.fill(promised, Math.min(known, length), length, Moments.NEVER);
        }
    }
}
