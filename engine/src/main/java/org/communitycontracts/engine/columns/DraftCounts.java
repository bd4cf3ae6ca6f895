package org.communitycontracts.engine.columns;

import java.util.List;

/** The drafts that are counted by the same needs: one after the other on each group, while it is at hand. */
final class DraftCounts {
    private final Needs needs;
    private final List<DraftCount> drafts;

    private final Limits limits;

    DraftCounts(Needs needs, List<DraftCount> drafts) {
        this.needs = needs;
        this.drafts = drafts;
        limits = new Limits(drafts);
    }

    void count(int fromGroup, int toGroup) {
        countByNeeds(fromGroup, toGroup);
        countHeld(fromGroup, toGroup);
    }

    /** All places are found before the first is used: so no search waits for the guesses of another's counting. */
    private void countByNeeds(int fromGroup, int toGroup) {
        int[] stopped = new int[(toGroup - fromGroup) * limits.count()];
        int[] running = new int[stopped.length];
        for (int group = fromGroup; group < toGroup; group++) {
            int at = (group - fromGroup) * limits.count();
            int runningFrom = needs.runningFrom[group];
            limits.find(needs.needs, needs.cases.firsts[group], runningFrom, stopped, at);
            limits.find(needs.needs, runningFrom, needs.cases.firsts[group + 1], running, at);
        }
        for (int i = 0; i < drafts.size(); i++) {
            DraftCount draft = drafts.get(i);
            for (int group = fromGroup, at = i; group < toGroup; group++, at += limits.count()) {
                draft.count(group, stopped[at], running[at]);
            }
        }
    }

    /** Looks again at the held cases, draft by draft. */
    private void countHeld(int fromGroup, int toGroup) {
        Columns cases = needs.cases;
        int from = cases.heldFrom(cases.firsts[fromGroup]);
        int to = cases.heldFrom(cases.firsts[toGroup]);
        drafts.forEach(draft -> draft.countHeld(from, to, fromGroup));
    }
}
