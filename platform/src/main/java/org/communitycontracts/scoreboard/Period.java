package org.communitycontracts.scoreboard;

import java.time.YearMonth;
import org.communitycontracts.standards.Tally;

/**
 * Some whole months, one after the other, that are shown as one.
 *
 * @param first the first month
 * @param last the last month, included
 * @param figure the promises kept and not kept of the cases due in them
 * @param pending the cases not yet known
 * @param notCounted the cases taken out of the count, with a reason the contract allows
 */
record Period(YearMonth first, YearMonth last, Figure figure, int pending, int notCounted) {
    static Period empty(YearMonth month) {
        return new Period(month, month, new Figure(0, 0), 0, 0);
    }

    static Period of(Tally tally) {
        YearMonth month = YearMonth.from(tally.month());
        return new Period(month, month, new Figure(tally.met(), tally.breached()), tally.pending(), tally.notCounted());
    }

    /** This and the one that follows, as one. */
    Period with(Period next) {
        return new Period(
                first, next.last, figure.plus(next.figure), pending + next.pending, notCounted + next.notCounted);
    }

    /** Its name in addresses and in open data: {@code 2026-09} or {@code 2026-08--2026-10}. */
    String name() {
        return first.equals(last) ? first.toString() : first + "--" + last;
    }
}
