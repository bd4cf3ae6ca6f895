package org.communitycontracts.engine.columns;

import java.util.OptionalInt;
import org.communitycontracts.engine.clock.Allowance;

/**
 * What each number of a unit would have kept, from 1 to the first with which nothing more could be kept. Running cases that are past their
 * due moment are broken; those that are not are unknown and count as neither (S14).
 */
public final class Curve {
    /** How many stopped and running cases need each number, and those before it; the last holds for every higher number. */
    private final int[] stopped;

    private final int[] running;

    private Curve(int highest) {
        stopped = new int[highest + 1];
        running = new int[highest + 1];
    }

    static Curve of(Needs needs, Allowance.Unit unit, int fromGroup, int toGroup) {
        Curve curve = new Curve(highest(needs, unit, fromGroup, toGroup));
        for (int group = fromGroup; group < toGroup; group++) {
            int first = needs.cases.firsts[group];
            add(needs, unit, first, needs.runningFrom[group], curve.stopped);
            add(needs, unit, needs.runningFrom[group], needs.cases.firsts[group + 1], curve.running);
        }
        for (int count = 1; count < curve.stopped.length; count++) {
            curve.stopped[count] += curve.stopped[count - 1];
            curve.running[count] += curve.running[count - 1];
        }
        return curve;
    }

    private static int highest(Needs needs, Allowance.Unit unit, int fromGroup, int toGroup) {
        int highest = 1;
        for (int i = needs.cases.firsts[fromGroup]; i < needs.cases.firsts[toGroup]; i++) {
            highest = Math.max(highest, NeedKind.count(unit, needs.needs[i]));
        }
        return highest;
    }

    private static void add(Needs needs, Allowance.Unit unit, int from, int to, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[NeedKind.count(unit, needs.needs[i])]++;
        }
    }

    /** The number from which on all stopped cases would have been kept and no running one be past its due moment. */
    public int highest() {
        return stopped.length - 1;
    }

    /** The cases that so many units would have kept. */
    public int kept(int count) {
        return at(stopped, count);
    }

    /** The cases that so many units would have left broken. */
    public int broken(int count) {
        return stopped[highest()] - kept(count) + running[highest()] - unknown(count);
    }

    /** The running cases that would not be past their due moment yet. */
    public int unknown(int count) {
        return at(running, count);
    }

    private int at(int[] counts, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("An allowance is 1 or more, not " + count);
        }
        return counts[Math.min(count, highest())];
    }

    /**
     * The smallest number that would have kept so many in a hundred: {@code kept * 100 >= percent * (kept + broken)}, nothing rounded.
     * Empty when no case has stopped, so that none could have been kept. It may be more than an allowance can say, 9999.
     *
     * @param percent 1 to 100
     */
    public OptionalInt smallest(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A share is 1 to 100 in a hundred, not " + percent);
        }
        if (stopped[highest()] == 0) {
            return OptionalInt.empty();
        }
        int low = 1;
        int high = highest();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keeps(middle, percent)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.of(low);
    }

    private boolean keeps(int count, int percent) {
        return kept(count) * 100L >= (long) percent * (kept(count) + broken(count));
    }
}
