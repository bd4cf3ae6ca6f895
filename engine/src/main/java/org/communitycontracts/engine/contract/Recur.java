package org.communitycontracts.engine.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.When.Season;
import org.jspecify.annotations.Nullable;

/**
 * A duty to do something so many times in every period, or never to let more than so long pass between two times (S15).
 *
 * @param evidence the events that show that it was done
 * @param period the length of each period, in days, weeks or months; null when only the gap is promised
 * @param anchor the first local day of the first period; later periods are counted from it, months clipped to the month's end
 * @param atLeast how often in each period, 0 and up
 * @param atMost how often at most; null for no ceiling
 * @param maxGap the longest time from one time to the next; null when not promised
 * @param season the part of the year in which it is promised; null for the whole year
 * @param each for whom it is promised one by one; null for the place as a whole
 * @param calendar whose zone, and for a gap in working time whose days, are counted
 */
public record Recur(
        Set<String> evidence,
        @Nullable Allowance period,
        LocalDate anchor,
        int atLeast,
        @Nullable Integer atMost,
        @Nullable Allowance maxGap,
        @Nullable Season season,
        @Nullable Each each,
        Calendar calendar)
        implements Duty {
    public Recur {
        evidence = Set.copyOf(evidence);
        if (period == null && maxGap == null) {
            throw new IllegalArgumentException("A duty that recurs has a period or a longest gap");
        }
    }

    /**
     * The streets, blocks or whatever it is promised for, one by one.
     *
     * @param fact the fact of the evidence that names one
     * @param names all of them, as the contract lists them
     */
    public record Each(String fact, List<String> names) {
        public Each {
            names = List.copyOf(names);
        }
    }
}
