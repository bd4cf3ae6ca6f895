package org.communitycontracts.engine.columns;

import java.util.Arrays;

/**
 * How much time each case needed, in a number that does not depend on how much was allowed: what would have been too little, and what
 * enough. In each group the stopped cases come first, then the running ones, each in order of their need: how many would have been kept is a
 * place in that order. Four bytes a case.
 */
final class Needs {
    private static final int WORTH_SHARING = 1 << 17;

    final Columns cases;

    /** The stopped cases of a group stand from where it begins to here, the running ones from here to its end. */
    final int[] runningFrom;

    final int[] needs;

    private Needs(Columns cases) {
        this.cases = cases;
        this.runningFrom = new int[cases.groups()];
        this.needs = new int[cases.size()];
    }

    /** How the need of a case is worked out. */
    interface Rule {
        /** Fills in the needs of the cases from one to just before another, as if none had ever been held. */
        void asNeverHeld(Columns cases, int asOf, int from, int to, int[] needs);

        /** The need of a case with holds; its end is not before its start. */
        int held(int start, int end, HoldBounds holds);
    }

    static Needs of(Columns cases, int asOf, Rule rule) {
        Needs found = new Needs(cases);
        Cores.shareGroups(cases, () -> found, (from, to, needs) -> needs.find(rule, asOf, from, to));
        return found;
    }

    private void find(Rule rule, int asOf, int fromGroup, int toGroup) {
        int from = cases.firsts[fromGroup];
        int to = cases.firsts[toGroup];
        rule.asNeverHeld(cases, asOf, from, to, needs);
        int heldEnd = cases.heldFrom(to);
        for (int held = cases.heldFrom(from); held < heldEnd; held++) {
            int index = cases.heldCases[held];
            int start = cases.starts[index];
            int end = Math.max(start, Math.min(cases.stops[index], asOf));
            needs[index] = rule.held(start, end, cases.boundsOf(held));
        }
        for (int group = fromGroup; group < toGroup; group++) {
            runningFrom[group] = stoppedFirst(cases.firsts[group], cases.firsts[group + 1], asOf);
            sort(cases.firsts[group], runningFrom[group]);
            sort(runningFrom[group], cases.firsts[group + 1]);
        }
    }

    /** Brings the needs of the stopped cases before those of the running ones, without a branch to guess, and returns their end. */
    private int stoppedFirst(int from, int to, int asOf) {
        int[] stops = cases.stops;
        int stopped = from;
        for (int i = from; i < to; i++) {
            int need = needs[i];
            needs[i] = needs[stopped];
            needs[stopped] = need;
            stopped += 1 - (int) (((long) asOf - stops[i]) >>> (Long.SIZE - 1));
        }
        return stopped;
    }

    private void sort(int from, int to) {
        if (to - from < WORTH_SHARING) {
            Arrays.sort(needs, from, to);
        } else {
            Arrays.parallelSort(needs, from, to);
        }
    }

    /** The place of the first need, from one place to just before another, that is not below a limit; by halving without a branch to guess. */
    int below(int limit, int from, int to) {
        int place = from;
        int left = to - from;
        while (left > 1) {
            int half = left >>> 1;
            place += half & ((needs[place + half - 1] - limit) >> (Integer.SIZE - 1));
            left -= half;
        }
        return left == 0 ? place : place - ((needs[place] - limit) >> (Integer.SIZE - 1));
    }

    /** The stopped cases of a group whose need lies below a limit. */
    int stoppedBelow(int limit, int group) {
        return below(limit, cases.firsts[group], runningFrom[group]) - cases.firsts[group];
    }

    /** The running cases of a group whose need so far lies below a limit. */
    int runningBelow(int limit, int group) {
        return below(limit, runningFrom[group], cases.firsts[group + 1]) - runningFrom[group];
    }

    long bytes() {
        return 4L * (needs.length + runningFrom.length);
    }
}
