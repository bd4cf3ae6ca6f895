package org.communitycontracts.bench;

import java.time.Duration;
import java.util.List;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.judging.Verdict;

/** The whole verdict as one would write it first: the walk to the end of each report gives the time used and held, and from it the state. */
final class NaiveRival extends SampleRival {
    NaiveRival(Columns sample, List<Draft> drafts, double part) {
        super(sample, drafts, part, Counts.VERDICTS);
    }

    @Override
    public String name() {
        return "naive walk to the end, the whole verdict";
    }

    @Override
    void count(int number, Draft draft, List<Case> cases, Counts counts) {
        NaiveWalk walk = new NaiveWalk(draft.calendar());
        Duration allowed = Duration.ofHours(draft.within().count());
        for (Case one : cases) {
            NaiveWalk.Time time = walk.until(one.end(), one);
            counts.add(number, one.group(), state(one, time, allowed, walk));
            counts.add(number, one.group(), 3, time.used().toSeconds());
            counts.add(number, one.group(), 4, time.held().toSeconds());
        }
    }

    /** Right at the time allowed it depends on whether that was reached before the last second. */
    static Verdict.State state(Case one, NaiveWalk.Time time, Duration allowed, NaiveWalk walk) {
        int order = time.used().compareTo(allowed);
        boolean isLate =
                order > 0 || (order == 0 && walk.isUsedUp(allowed, one.end().minusSeconds(1), one));
        return isLate ? Verdict.State.BREACHED : one.isStopped() ? Verdict.State.MET : Verdict.State.PENDING;
    }
}
