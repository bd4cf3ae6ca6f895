package org.communitycontracts.bench;

import java.util.List;
import org.communitycontracts.engine.columns.Backcast;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Outcome;
import org.jspecify.annotations.Nullable;

/** The engine's backcast after all drafts were judged, when the hours of one of them change and its calendar does not. */
final class EditedRival implements Rival {
    private final Backcast backcast;
    private final Draft draft;
    private final int[] times;
    private int hours;
    private @Nullable Outcome outcome;

    EditedRival(Columns reports, List<Draft> drafts) {
        this.backcast = Backcast.of(reports, SyntheticReports.AS_OF);
        this.draft = drafts.getFirst();
        this.times = new int[2 * reports.groups()];
        this.hours = draft.within().count();
        backcast.judge(drafts);
    }

    @Override
    public String name() {
        return "columns, one draft edited";
    }

    @Override
    public void count() {
        hours = hours % 100 + 1;
        outcome = backcast.judge(edited());
        BackcastRival.readTimes(outcome, times);
    }

    /** The draft with the hours of the last count. */
    Draft edited() {
        return Drafts.edited(draft, hours);
    }

    @Override
    public @Nullable Counts counts() {
        if (outcome == null) {
            return null;
        }
        Counts counts = new Counts(1, outcome.groups(), Counts.BACKCAST);
        BackcastRival.set(counts, 0, outcome, times);
        return counts;
    }
}
