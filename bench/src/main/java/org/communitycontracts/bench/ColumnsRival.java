package org.communitycontracts.bench;

import java.util.List;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsJudge;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Tally;

/** The engine's many-cases form, its tables of due moments built anew each time; all cores. */
final class ColumnsRival implements Rival {
    private final Columns reports;
    private final List<Draft> drafts;
    private List<Tally> tallies = List.of();

    ColumnsRival(Columns reports, List<Draft> drafts) {
        this.reports = reports;
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public void count() {
        tallies = drafts.stream().map(this::tally).toList();
    }

    private Tally tally(Draft draft) {
        return ColumnsJudge.of(reports, draft.within(), draft.calendar(), SyntheticReports.AS_OF)
                .tally();
    }

    @Override
    public Counts counts() {
        Counts counts = new Counts(drafts.size(), reports.groups(), Counts.STATES);
        for (int draft = 0; draft < drafts.size(); draft++) {
            Tally tally = tallies.get(draft);
            for (int group = 0; group < reports.groups(); group++) {
                counts.set(draft, group, tally.kept(group), tally.broken(group), tally.pending(group));
            }
        }
        return counts;
    }
}
