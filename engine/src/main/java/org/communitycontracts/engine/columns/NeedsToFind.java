package org.communitycontracts.engine.columns;

/** Needs that are being found, group by group, by their rule. */
record NeedsToFind(Needs needs, Needs.Rule rule) {
    /** Finds them all. */
    Needs all() {
        Cores.shareGroups(needs.cases, () -> this, (from, to, toFind) -> toFind.find(from, to));
        return needs;
    }

    /** First all as if they had never been held, whatever their group; then the held ones; then each group is brought in order. */
    void find(int fromGroup, int toGroup) {
        Columns cases = needs.cases;
        int first = cases.firsts[fromGroup];
        int end = cases.firsts[toGroup];
        rule.asNeverHeld(first, end, needs.needs);
        rule.held(cases.heldFrom(first), cases.heldFrom(end), needs.needs);
        for (int group = fromGroup; group < toGroup; group++) {
            SmallSorts.sort(needs.needs, cases.firsts[group], needs.runningFrom[group]);
            SmallSorts.sort(needs.needs, needs.runningFrom[group], cases.firsts[group + 1]);
            needs.usual.note(group);
        }
    }
}
