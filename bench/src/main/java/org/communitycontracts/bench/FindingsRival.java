package org.communitycontracts.bench;

import java.util.List;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.ColumnsJudge;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Findings;
import org.jspecify.annotations.Nullable;

/** The engine's many-cases form, the whole verdict on each case written down: due moment, time used and held; all cores. */
final class FindingsRival implements Rival {
    private final Columns reports;
    private final List<Draft> drafts;
    private @Nullable Findings findings;

    FindingsRival(Columns reports, List<Draft> drafts) {
        this.reports = reports;
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "columns, the whole verdict";
    }

    @Override
    public void count() {
        drafts.forEach(draft -> findings = findings(draft));
    }

    private Findings findings(Draft draft) {
        return ColumnsJudge.of(reports, draft.within(), draft.calendar(), SyntheticReports.AS_OF)
                .findings();
    }

    @Override
    public Counts counts() {
        Counts counts = new Counts(drafts.size(), reports.groups(), Counts.VERDICTS);
        for (int draft = 0; draft < drafts.size(); draft++) {
            Findings found = findings(drafts.get(draft));
            for (int i = 0; i < reports.size(); i++) {
                int group = reports.group(i);
                counts.add(draft, group, found.state(i));
                counts.add(draft, group, 3, found.used(i));
                counts.add(draft, group, 4, found.held(i));
            }
        }
        return counts;
    }
}
