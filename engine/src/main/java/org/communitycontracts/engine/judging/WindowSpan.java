package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.contract.Window;

/**
 * One window of time over which a clause promises a share: local days of the contract's zone (S14). Only days on which the version is in
 * force count in it.
 *
 * @param clause the clause
 * @param first the window's first day, whether or not in force
 * @param next the first day of the next window
 */
record WindowSpan(InForce clause, LocalDate first, LocalDate next) {
    /** The windows of a version that had begun by the moment of the question, in order; the first may have begun before the version did. */
    static List<WindowSpan> listOf(InForce clause, Window over, AsOf asOf) {
        List<WindowSpan> windows = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(asOf.valid(), clause.zone());
        if (clause.from().isAfter(today)) {
            return windows;
        }
        for (WindowSpan window = at(clause, over, clause.from());
                !window.first.isAfter(today) && clause.isBeforeItsEnd(window.first);
                window = at(clause, over, window.next)) {
            windows.add(window);
        }
        return windows;
    }

    /** The window in which a day lies. */
    static WindowSpan at(InForce clause, Window over, LocalDate day) {
        LocalDate first = over.first(day, clause.from());
        return new WindowSpan(clause, first, over.next(first, clause.from()));
    }

    String subject() {
        return first + "/" + next;
    }

    /** The first day that counts. */
    LocalDate countsFrom() {
        return first.isBefore(clause.from()) ? clause.from() : first;
    }

    /** The first day that no longer counts. */
    LocalDate countsUntil() {
        LocalDate until = clause.until();
        return until != null && until.isBefore(next) ? until : next;
    }

    Instant start() {
        return countsFrom().atStartOfDay(clause.zone()).toInstant();
    }

    Instant end() {
        return next.atStartOfDay(clause.zone()).toInstant();
    }

    boolean isOver(AsOf asOf) {
        return !asOf.valid().isBefore(end());
    }

    boolean counts(LocalDate day) {
        return !day.isBefore(countsFrom()) && day.isBefore(countsUntil());
    }

    /** {@code Between Wednesday 1 April 2026 and Tuesday 30 June}. */
    String between(Words words) {
        return "Between " + words.day(countsFrom()) + " " + countsFrom().getYear() + " and "
                + words.day(countsUntil().minusDays(1));
    }
}
