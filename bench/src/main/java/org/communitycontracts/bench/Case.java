package org.communitycontracts.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.columns.Columns;
import org.communitycontracts.engine.columns.Moments;
import org.communitycontracts.engine.judging.Verdict;

/**
 * One report as an object, for the engines that take one after the other.
 *
 * @param stop {@link Instant#MAX} when it has not stopped
 */
record Case(Instant start, Instant stop, Holds holds, int group) {
    static List<Case> list(Columns reports) {
        return IntStream.range(0, reports.size())
                .mapToObj(i -> new Case(
                        Moments.instant(reports.start(i)), stop(reports.stop(i)), reports.holds(i), reports.group(i)))
                .toList();
    }

    private static Instant stop(int moment) {
        return moment == Moments.NEVER ? Instant.MAX : Moments.instant(moment);
    }

    Verdict.State state(Instant due) {
        boolean stopped = !stop.isAfter(SyntheticReports.AS_OF);
        Instant end = stopped ? stop : SyntheticReports.AS_OF;
        if (end.isAfter(due)) {
            return Verdict.State.BREACHED;
        }
        return stopped ? Verdict.State.MET : Verdict.State.PENDING;
    }
}
