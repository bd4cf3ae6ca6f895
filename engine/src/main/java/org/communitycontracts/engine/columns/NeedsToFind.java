package org.communitycontracts.engine.columns;

/** Needs that are being found, group by group, by their rule. */
record NeedsToFind(Needs needs, int asOf, Needs.Rule rule) {
    /** Finds them all. */
    Needs all() {
        Cores.shareGroups(needs.cases, () -> this, (from, to, toFind) -> toFind.find(from, to));
        return needs;
    }

    void find(int fromGroup, int toGroup) {
        Columns cases = needs.cases;
        for (int group = fromGroup; group < toGroup; group++) {
            int runningFrom = cases.runningFrom(group, asOf);
            needs.runningFrom[group] = runningFrom;
            rule.asNeverHeld(cases.starts, cases.stops, cases.firsts[group], runningFrom, needs.needs);
            rule.asNeverHeld(cases.starts, asOf, runningFrom, cases.firsts[group + 1], needs.needs);
        }
        findHeld(cases.heldFrom(cases.firsts[fromGroup]), cases.heldFrom(cases.firsts[toGroup]));
        for (int group = fromGroup; group < toGroup; group++) {
            SmallSorts.sort(needs.needs, cases.firsts[group], needs.runningFrom[group]);
            SmallSorts.sort(needs.needs, needs.runningFrom[group], cases.firsts[group + 1]);
        }
    }

    private void findHeld(int fromHeld, int toHeld) {
        Columns cases = needs.cases;
        for (int held = fromHeld; held < toHeld; held++) {
            int index = cases.heldCases[held];
            needs.needs[index] = rule.held(needs.needs[index], held, Math.min(cases.stops[index], asOf));
        }
    }
}
