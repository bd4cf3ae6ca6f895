package org.communitycontracts.engine.backcast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;

/**
 * What has happened, and the stretch of it that drafts are run over.
 *
 * @param happenings of every report and of none, in any order
 * @param from the first local day; what was reported from it on is asked about
 * @param until the first local day no longer asked about
 * @param asOf up to when outcomes are known; a case that was not closed then, and not yet due, is unknown
 */
public record Past(List<Happening> happenings, LocalDate from, LocalDate until, Instant asOf) {
    public Past {
        happenings = List.copyOf(happenings);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A stretch of the past ends after it begins");
        }
    }

    /** The contract as if it had been in force all this time, and no other. */
    Contract inForce(Contract draft) {
        return new Contract(
                draft.id(),
                draft.version(),
                draft.zone(),
                from,
                until,
                draft.currency(),
                Contract.Transition.AT_REPORT,
                draft.calendars(),
                draft.parties(),
                draft.clauses());
    }
}
