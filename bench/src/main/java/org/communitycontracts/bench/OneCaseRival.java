package org.communitycontracts.bench;

import java.util.List;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;

/** The engine's one-case form, report after report, without its words. */
final class OneCaseRival extends SampleRival {
    OneCaseRival(Columns sample, List<Draft> drafts, double part) {
        super(sample, drafts, part, Counts.STATES);
    }

    @Override
    public String name() {
        return "one case at a time, state only";
    }

    @Override
    void count(int number, Draft draft, List<Case> cases, Counts counts) {
        Clock clock = new Clock(draft.within(), draft.calendar());
        for (Case one : cases) {
            counts.add(number, one.group(), one.state(clock.due(one.start(), one.holds())));
        }
    }
}
