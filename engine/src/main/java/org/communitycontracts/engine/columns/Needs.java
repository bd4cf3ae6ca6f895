package org.communitycontracts.engine.columns;

import org.jspecify.annotations.Nullable;

/**
 * How much time each case needed, in a number that does not depend on how much was allowed: what would have been too little, and what
 * enough. In each group the stopped cases come first, then the running ones, each in order of their need: how many would have been kept is a
 * place in that order. Four bytes a case, and of working time what {@link HeldNeeds} keeps.
 */
final class Needs {
    final Columns cases;

    /** The stopped cases of a group stand from where it begins to here, the running ones from here to its end. */
    final int[] runningFrom;

    final int[] needs;

    /** The working time of the cases that were held; null when something else is counted. */
    final @Nullable HeldNeeds held;

    private Needs(Columns cases, Rule rule) {
        this.cases = cases;
        this.runningFrom = new int[cases.groups()];
        this.needs = new int[cases.size()];
        this.held = rule instanceof WorkingNeeds working ? working.helds : null;
    }

    /** How the need of a case is worked out. */
    interface Rule {
        /** Fills in the needs of the stopped cases from one to just before another, as if none had ever been held. */
        void asNeverHeld(int[] starts, int[] stops, int from, int to, int[] needs);

        /** The same of running cases. */
        void asNeverHeld(int[] starts, int asOf, int from, int to, int[] needs);

        /** The need of a case with holds up to its end, when it would have been so much without. */
        int held(int neverHeld, int held, int end);
    }

    static Needs of(Columns cases, int asOf, Rule rule) {
        return toFind(cases, asOf, rule).all();
    }

    /** None of them found yet. */
    static NeedsToFind toFind(Columns cases, int asOf, Rule rule) {
        return new NeedsToFind(new Needs(cases, rule), asOf, rule);
    }

    /**
     * For each limit the place of the first need, from one place to just before another, that is not below it. By halving without a branch
     * to guess, two limits side by side, so that neither waits for the other; their number is even.
     */
    void below(int[] limits, int from, int to, int[] places) {
        for (int i = 0; i < limits.length; i += 2) {
            int one = from;
            int other = from;
            int left = to - from;
            while (left > 1) {
                int half = left >>> 1;
                one += half & isBelow(one + half - 1, limits[i]);
                other += half & isBelow(other + half - 1, limits[i + 1]);
                left -= half;
            }
            places[i] = left == 0 ? one : one - isBelow(one, limits[i]);
            places[i + 1] = left == 0 ? other : other - isBelow(other, limits[i + 1]);
        }
    }

    /** All bits when the need at a place is below a limit, or else none. */
    private int isBelow(int place, int limit) {
        return (needs[place] - limit) >> (Integer.SIZE - 1);
    }

    long bytes() {
        return 4L * (needs.length + runningFrom.length) + (held == null ? 0 : held.bytes());
    }
}
