package org.communitycontracts.engine.columns;

import java.time.Instant;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;

/**
 * Judges many cases by one standard, as of one moment: the same meaning as judging them one by one, without the words. A stop after the
 * as-of moment has not been yet. Cases without holds take one look-up each; cases with holds an exact slower way.
 */
public final class ColumnsJudge {
    final Columns cases;
    final int asOf;
    final Standard standard;

    private ColumnsJudge(Columns cases, Standard standard, int asOf) {
        this.cases = cases;
        this.standard = standard;
        this.asOf = asOf;
    }

    /** A judge of these cases; a due moment that may lie after 2067 is refused. */
    public static ColumnsJudge of(Columns cases, Allowance within, Calendar calendar, Instant asOf) {
        return new ColumnsJudge(cases, Standard.of(within, calendar, cases, asOf), Moments.of(asOf));
    }

    /** The finding on each case: state, due moment, time used and held. */
    public Findings findings() {
        return Findings.of(this);
    }

    /** How many were kept, broken and are not yet known, in each group. */
    public Tally tally() {
        return Tally.of(this);
    }

    /** The time used by the stopped cases of each group. */
    public UsualTimes usualTimes() {
        return new UsualTimes(
                Needs.toFind(cases, cases.runningFrom(asOf), new WorkingNeeds(cases, standard.seconds(), asOf))
                        .all());
    }

    /** The moment up to which a case is counted: its stop, or the as-of moment while it runs. */
    int end(int index) {
        return Math.min(cases.stops[index], asOf);
    }

    boolean isStopped(int index) {
        return cases.stops[index] <= asOf;
    }
}
