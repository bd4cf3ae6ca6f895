package org.communitycontracts.engine.backcast;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.communitycontracts.engine.contract.Money;

/**
 * What one clause of a draft would have meant. Simulated: no verdict, and never stored with verdicts.
 *
 * @param clause its name
 * @param cases all its cases
 * @param months its cases by the local month in which their clocks started, which another number in the draft does not change
 * @param taken how long the closed cases of each clock really took; nothing where no clock runs
 * @param cost what would have been owed without anybody asking, after all caps; what must be claimed counts only where it was
 * @param payers who would have owed how much of it
 * @param thresholds for each clock the times that would have kept 80, 90 and 95 in 100, or why there are none; nothing where no clock runs
 */
public record SimulatedClause(
        String clause,
        Cases cases,
        SortedMap<YearMonth, Cases> months,
        List<TimeTaken> taken,
        Money cost,
        SortedMap<String, Money> payers,
        List<Threshold> thresholds) {
    public SimulatedClause {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        payers = Collections.unmodifiableSortedMap(new TreeMap<>(payers));
        taken = List.copyOf(taken);
        thresholds = List.copyOf(thresholds);
    }
}
