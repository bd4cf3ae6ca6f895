package org.communitycontracts.bench;

import java.util.List;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.columns.Columns;
import org.jspecify.annotations.Nullable;

/** The engine's one-case form, report after report, without its words; one core. */
final class OneCaseRival implements Rival {
    private final List<Draft> drafts;
    private final double part;
    private final int groups;
    private final List<Case> cases;
    private @Nullable Counts counts;

    OneCaseRival(Columns sample, List<Draft> drafts, double part) {
        this.drafts = drafts;
        this.part = part;
        this.groups = sample.groups();
        this.cases = Case.list(sample);
    }

    @Override
    public String name() {
        return "one case at a time";
    }

    @Override
    public double part() {
        return part;
    }

    @Override
    public void count() {
        Counts counted = new Counts(drafts.size(), groups);
        for (int draft = 0; draft < drafts.size(); draft++) {
            Clock clock =
                    new Clock(drafts.get(draft).within(), drafts.get(draft).calendar());
            for (Case one : cases) {
                counted.add(draft, one.group(), one.state(clock.due(one.start(), one.holds())));
            }
        }
        counts = counted;
    }

    @Override
    public @Nullable Counts counts() {
        return counts;
    }
}
