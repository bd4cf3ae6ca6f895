package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.communitycontracts.engine.contract.Appoint;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Appointments kept, and notice given in good time, on one report.
 *
 * <p>Readings: what nobody named did is the provider's doing; without {@code notice} an appointment is called off in time before it
 * begins; what comes first decides (a visit in the slot, the calling off, another appointment), at one moment the visit; a notice that was
 * called off before the event does not count; of notice the start is the first that counts, due is the moment of what was planned.
 */
record AppointReading(View view, View.Promised promised, Appoint appoint, String report) {
    List<Verdict> verdicts() {
        List<Happening> own = view.of(report);
        List<Verdict> verdicts = new ArrayList<>();
        for (Happening one : own) {
            boolean isMeant = appoint.isNotice()
                    ? appoint.kept().contains(one.event())
                    : one.event().equals(appoint.made());
            if (isMeant && promised.contract().equals(view.inForceAt(one.at())) && isCovered(one)) {
                Verdict verdict = appoint.isNotice()
                        ? notice(own, one, verdicts.size() + 1)
                        : appointment(own, one, verdicts.size() + 1);
                if (verdict != null) {
                    verdicts.add(verdict);
                }
            }
        }
        return verdicts;
    }

    private boolean isCovered(Happening one) {
        return new Fits(view, view.facts(report, one), one.at(), view.hours(appoint.calendar()))
                .asks(promised.clause().when());
    }

    /** What decides an appointment: a moment and what was then found. */
    private record Decision(Instant at, Verdict.State state) {}

    private @Nullable Verdict appointment(List<Happening> own, Happening made, int cycle) {
        Instant from = Fits.moment(made.facts().get("from"));
        Instant until = Fits.moment(made.facts().get("until"));
        if (from == null || until == null) {
            return null;
        }
        List<Decision> decisions = new ArrayList<>();
        for (Happening one : own) {
            boolean isAfter = !one.at().isBefore(made.at()) && !one.equals(made);
            if (appoint.kept().contains(one.event())
                    && !one.at().isBefore(from)
                    && !one.at().isAfter(until)) {
                decisions.add(new Decision(one.at(), Verdict.State.MET));
            }
            boolean isEnding =
                    one.event().equals(appoint.cancelled()) || one.event().equals(appoint.made());
            if (isAfter && isEnding && !one.at().isAfter(until)) {
                boolean isResidents = one.by() != null && !promised.contract().isProvider(one.by());
                boolean isFree = isResidents || isInTime(one.at(), from);
                decisions.add(new Decision(one.at(), isFree ? Verdict.State.VOID : Verdict.State.BREACHED));
            }
        }
        if (view.validAsOf().isAfter(until)) {
            decisions.add(new Decision(until, Verdict.State.BREACHED));
        }
        Decision decision = decisions.stream()
                .min(Comparator.comparing(Decision::at)
                        .thenComparing(one -> one.state() != Verdict.State.MET)
                        .thenComparing(Decision::state))
                .orElse(new Decision(until, Verdict.State.PENDING));
        boolean isBroken = decision.state() == Verdict.State.BREACHED;
        return Found.of(promised, report)
                .cycle(cycle)
                .state(decision.state())
                .times(made.at(), until, decision.state() == Verdict.State.MET ? decision.at() : null)
                .broken(
                        isBroken ? decision.at() : null,
                        isBroken ? promised.clause().by().id() : null)
                .verdict();
    }

    private boolean isInTime(Instant moment, Instant from) {
        return appoint.notice() == null
                ? moment.isBefore(from)
                : !DueWalk.of(view.hours(appoint.calendar()), List.of())
                        .due(moment, appoint.notice())
                        .isAfter(from);
    }

    private Verdict notice(List<Happening> own, Happening planned, int cycle) {
        List<Happening> told = own.stream()
                .filter(one -> one.event().equals(appoint.made()) && !one.at().isAfter(planned.at()))
                .filter(one -> own.stream()
                        .noneMatch(off -> off.event().equals(appoint.cancelled())
                                && !off.at().isBefore(one.at())
                                && !off.at().isAfter(planned.at())))
                .toList();
        boolean isKept = told.stream().anyMatch(one -> isInTime(one.at(), planned.at()));
        return Found.of(promised, report)
                .cycle(cycle)
                .state(isKept ? Verdict.State.MET : Verdict.State.BREACHED)
                .times(told.isEmpty() ? null : told.getFirst().at(), planned.at(), null)
                .broken(
                        isKept ? null : planned.at(),
                        isKept ? null : promised.clause().by().id())
                .verdict();
    }
}
