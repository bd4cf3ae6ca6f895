package org.communitycontracts.engine.columns;

import org.jspecify.annotations.Nullable;

/**
 * How much time each case needed, in a number that does not depend on how much was allowed: what would have been too little, and what
 * enough. In each group the stopped cases come first, then the running ones, each in order of their need: how many would have been kept is a
 * place in that order. Four bytes a case, and of working time what {@link HeldNeeds} and {@link UsualNeeds} keep.
 */
final class Needs {
    final Columns cases;

    /** The stopped cases of a group stand from where it begins to here, the running ones from here to its end. */
    final int[] runningFrom;

    final int[] needs;

    /** Of working time, what half and nine in ten of the stopped cases of each group needed at most; of anything else nothing. */
    final UsualNeeds usual;

    /** The working time of the cases that were held; null when something else is counted. */
    final @Nullable HeldNeeds held;

    private Needs(Columns cases, int[] runningFrom, Rule rule) {
        this.cases = cases;
        this.runningFrom = runningFrom;
        this.needs = new int[cases.size()];
        this.held = rule instanceof WorkingNeeds working ? working.helds : null;
        this.usual = new UsualNeeds(this, held == null ? 0 : cases.groups());
    }

    /** How the needs of cases are worked out. */
    interface Rule {
        /** Fills in the needs of the cases from one to just before another, as if none had ever been held. */
        void asNeverHeld(int from, int to, int[] needs);

        /** Puts right the needs of the held cases, by their place among the held, from one to just before another. */
        void held(int from, int to, int[] needs);
    }

    /** None of them found yet. */
    static NeedsToFind toFind(Columns cases, int[] runningFrom, Rule rule) {
        return new NeedsToFind(new Needs(cases, runningFrom, rule), rule);
    }

    long bytes() {
        return 4L * needs.length + usual.bytes() + (held == null ? 0 : held.bytes());
    }
}
