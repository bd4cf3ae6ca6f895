package org.communitycontracts.bench;

import java.time.Duration;
import java.util.List;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.judging.Verdict;

/** The state alone as one would write it second: the walk ends on the day on which the time allowed was used up. */
final class NaiveToDueRival extends SampleRival {
    NaiveToDueRival(Columns sample, List<Draft> drafts, double part) {
        super(sample, drafts, part, Counts.STATES);
    }

    @Override
    public String name() {
        return "naive walk to the due moment, state only";
    }

    @Override
    void count(int number, Draft draft, List<Case> cases, Counts counts) {
        NaiveWalk walk = new NaiveWalk(draft.calendar());
        Duration allowed = Duration.ofHours(draft.within().count());
        for (Case one : cases) {
            boolean isLate = walk.isUsedUp(allowed, one.end().minusSeconds(1), one);
            counts.add(
                    number,
                    one.group(),
                    isLate ? Verdict.State.BREACHED : one.isStopped() ? Verdict.State.MET : Verdict.State.PENDING);
        }
    }
}
