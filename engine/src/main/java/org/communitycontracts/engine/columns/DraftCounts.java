package org.communitycontracts.engine.columns;

import java.util.List;

/** The drafts that are counted by the same needs: one after the other on each group, while it is at hand. */
final class DraftCounts {
    private final Needs needs;
    private final List<DraftCount> drafts;

    /** Two for each draft, as {@link DraftCount#limits} says. */
    private final int[] limits;

    private final int least;
    private final int most;

    DraftCounts(Needs needs, List<DraftCount> drafts) {
        this.needs = needs;
        this.drafts = drafts;
        limits = new int[2 * drafts.size()];
        int low = Integer.MAX_VALUE;
        int high = 0;
        for (int i = 0; i < limits.length; i += 2) {
            drafts.get(i / 2).limits(limits, i);
            low = Math.min(low, limits[i]);
            high = Math.max(high, limits[i + 1]);
        }
        least = low;
        most = high;
    }

    void count(int fromGroup, int toGroup) {
        countByNeeds(fromGroup, toGroup);
        countHeld(fromGroup, toGroup);
    }

    private void countByNeeds(int fromGroup, int toGroup) {
        int[] stopped = new int[limits.length];
        int[] running = new int[limits.length];
        for (int group = fromGroup; group < toGroup; group++) {
            int runningFrom = needs.runningFrom[group];
            needs.below(limits, needs.cases.firsts[group], runningFrom, stopped);
            needs.below(limits, runningFrom, needs.cases.firsts[group + 1], running);
            for (int i = 0; i < drafts.size(); i++) {
                drafts.get(i).count(group, stopped, running, 2 * i);
            }
        }
    }

    /** Looks again at the held cases that some draft leaves broken and does not pay the most for. */
    private void countHeld(int fromGroup, int toGroup) {
        HeldNeeds helds = needs.held;
        if (helds == null) {
            return;
        }
        Columns cases = needs.cases;
        int group = fromGroup;
        int end = cases.heldFrom(cases.firsts[toGroup]);
        for (int held = cases.heldFrom(cases.firsts[fromGroup]); held < end; held++) {
            int need = helds.needs[held];
            if (need >= least && need < most) {
                while (cases.firsts[group + 1] <= cases.heldCases[held]) {
                    group++;
                }
                for (DraftCount draft : drafts) {
                    draft.countHeld(group, helds, held);
                }
            }
        }
    }
}
