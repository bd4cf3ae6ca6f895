package org.communitycontracts.bench;

import java.util.List;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.jspecify.annotations.Nullable;

/** An engine too slow for all reports: it takes those of a sample one after the other, on one core. */
abstract class SampleRival implements Rival {
    private final List<Draft> drafts;
    private final double part;
    private final int groups;
    private final int width;
    private final List<Case> cases;
    private @Nullable Counts counts;

    SampleRival(Columns sample, List<Draft> drafts, double part, int width) {
        this.drafts = drafts;
        this.part = part;
        this.groups = sample.groups();
        this.width = width;
        this.cases = Case.list(sample);
    }

    @Override
    public double part() {
        return part;
    }

    @Override
    public void count() {
        Counts counted = new Counts(drafts.size(), groups, width);
        for (int draft = 0; draft < drafts.size(); draft++) {
            count(draft, drafts.get(draft), cases, counted);
        }
        counts = counted;
    }

    abstract void count(int number, Draft draft, List<Case> cases, Counts counts);

    @Override
    public @Nullable Counts counts() {
        return counts;
    }
}
