package org.communitycontracts.engine.backcast;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Money;

/**
 * What one clause of a draft would have meant. Simulated: no verdict, and never stored with verdicts.
 *
 * @param clause its name
 * @param cases all its cases
 * @param months its cases by the local month in which their clocks started, which another number in the draft does not change
 * @param median the seconds of the clause's calendar that the middle one of the closed cases took; empty when none was closed
 * @param ninthDecile the seconds that nine in ten of them did not exceed
 * @param cost what would have been owed without anybody asking, after all caps; what must be claimed counts only where it was
 * @param payers who would have owed how much of it
 * @param thresholds for each clock with one time for all cases, the times that would have kept 80, 90 and 95 in 100; none where the
 *     verdicts depend on the due moment in another way, so that another number needs a new simulation
 */
public record SimulatedClause(
        String clause,
        Cases cases,
        SortedMap<YearMonth, Cases> months,
        OptionalLong median,
        OptionalLong ninthDecile,
        Money cost,
        SortedMap<String, Money> payers,
        List<Threshold> thresholds) {
    public SimulatedClause {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        payers = Collections.unmodifiableSortedMap(new TreeMap<>(payers));
        thresholds = List.copyOf(thresholds);
    }

    /** The value of nearest rank among sorted times; empty when there is none (S14). */
    static OptionalLong percentile(List<Long> sorted, int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return rank == 0 ? OptionalLong.empty() : OptionalLong.of(sorted.get(rank - 1));
    }

    static void add(Map<String, Money> payers, String party, Money amount) {
        payers.merge(party, amount, Money::plus);
    }
}
