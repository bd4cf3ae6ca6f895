package org.communitycontracts.bench;

import java.util.List;
import java.util.OptionalInt;
import org.communitycontracts.engine.columns.Backcast;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Draft;
import org.communitycontracts.engine.columns.Outcome;

/** The engine's backcast, nothing kept from the time before; all cores, the reading of the percentiles on one. */
final class BackcastRival implements Rival {
    private final Columns reports;
    private final List<Draft> drafts;
    private final int[][] times;
    private List<Outcome> outcomes = List.of();
    private long bytes;

    BackcastRival(Columns reports, List<Draft> drafts) {
        this.reports = reports;
        this.drafts = drafts;
        this.times = new int[drafts.size()][2 * reports.groups()];
    }

    @Override
    public String name() {
        return "columns, backcast";
    }

    @Override
    public void count() {
        Backcast backcast = Backcast.of(reports, SyntheticReports.AS_OF);
        outcomes = backcast.judge(drafts);
        bytes = backcast.bytes();
        for (int draft = 0; draft < drafts.size(); draft++) {
            readTimes(outcomes.get(draft), times[draft]);
        }
    }

    static void readTimes(Outcome outcome, int[] times) {
        for (int group = 0; group < outcome.groups(); group++) {
            OptionalInt half = outcome.timeTaken(group, 50);
            times[2 * group] = half.isEmpty() ? -1 : half.getAsInt();
            times[2 * group + 1] =
                    half.isEmpty() ? -1 : outcome.timeTaken(group, 90).getAsInt();
        }
    }

    /** What the backcast keeps for its calendars. */
    long bytes() {
        return bytes;
    }

    @Override
    public Counts counts() {
        Counts counts = new Counts(drafts.size(), reports.groups(), Counts.BACKCAST);
        for (int draft = 0; draft < drafts.size(); draft++) {
            set(counts, draft, outcomes.get(draft), times[draft]);
        }
        return counts;
    }

    static void set(Counts counts, int draft, Outcome outcome, int[] times) {
        for (int group = 0; group < outcome.groups(); group++) {
            counts.set(
                    draft,
                    group,
                    outcome.kept(group),
                    outcome.broken(group),
                    outcome.unknown(group),
                    times[2 * group],
                    times[2 * group + 1],
                    outcome.pence(group));
        }
    }
}
