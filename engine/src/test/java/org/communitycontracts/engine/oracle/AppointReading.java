package org.communitycontracts.engine.oracle;

import java.time.Duration;
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
 * <p>Readings: entries of one report that say the same in everything are one; what nobody named did is the provider's doing; without {@code notice} an appointment is called off in time before it
 * begins; what comes first decides (a visit in the slot, the calling off, another appointment), at one moment the visit,
 * then what a provider called off; what is called off
 * is the last appointment made that is open, and none made at that moment; a late entry of a visit is one of a stop (S12), and
 * what is said to have been before the appointment was made does not keep it; a notice that was
 * called off before the event does not count; of notice the start is the first that counts, and where it was kept also what stopped it; due
 * is the moment of what was planned.
 */
record AppointReading(View view, View.Promised promised, Appoint appoint, String report) {
    List<Verdict> verdicts() {
        List<Happening> own = view.of(report).stream().distinct().toList();
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
    private record Decision(Instant at, Verdict.State state, boolean isReplaced) {
        Decision(Instant at, Verdict.State state) {
            this(at, state, false);
        }
    }

    private @Nullable Verdict appointment(List<Happening> own, Happening made, int cycle) {
        Instant from = Fits.moment(made.facts().get("from"));
        Instant until = Fits.moment(made.facts().get("until"));
        if (from == null || until == null) {
            return null;
        }
        Decision decision = decision(own, made, from, until);
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

    private Decision decision(List<Happening> own, Happening made, Instant from, Instant until) {
        List<Decision> decisions = new ArrayList<>();
        for (Happening one : own) {
            Instant visit = stopOf(own, one);
            boolean isInSlot = !visit.isBefore(from) && !visit.isAfter(until);
            if (appoint.kept().contains(one.event()) && one.at().isAfter(made.at()) && isInSlot) {
                decisions.add(new Decision(visit, Verdict.State.MET));
            }
            boolean isLater = place(own, one) > place(own, made);
            boolean isCalledOff = one.event().equals(appoint.cancelled())
                    && one.at().isAfter(made.at())
                    && !one.at().isAfter(until)
                    && isTheLast(own, made, one);
            boolean isReplaced =
                    one.event().equals(appoint.made()) && isLater && one.at().isBefore(from);
            if (isCalledOff || isReplaced) {
                boolean isFree = isNamedResident(one) || isInTime(one.at(), from);
                decisions.add(new Decision(one.at(), isFree ? Verdict.State.VOID : Verdict.State.BREACHED, isReplaced));
            }
        }
        if (view.validAsOf().isAfter(until)) {
            decisions.add(new Decision(until, Verdict.State.BREACHED));
        }
        return decisions.stream()
                .min(Comparator.comparing(Decision::at)
                        .thenComparing(one -> one.state() != Verdict.State.MET)
                        .thenComparing(Decision::isReplaced)
                        .thenComparing(Decision::state))
                .orElse(new Decision(until, Verdict.State.PENDING));
    }

    /** Whether no appointment made after this one was still open when something was called off. */
    private boolean isTheLast(List<Happening> own, Happening made, Happening calledOff) {
        return own.stream()
                .filter(other -> other.event().equals(appoint.made())
                        && place(own, other) > place(own, made)
                        && other.at().isBefore(calledOff.at()))
                .noneMatch(other -> isOpen(own, other, calledOff));
    }

    private boolean isOpen(List<Happening> own, Happening other, Happening calledOff) {
        Instant from = Fits.moment(other.facts().get("from"));
        Instant until = Fits.moment(other.facts().get("until"));
        if (from == null || until == null || until.isBefore(calledOff.at())) {
            return false;
        }
        List<Happening> before = own.subList(0, place(own, calledOff)).stream()
                .filter(one -> !one.at().equals(calledOff.at()) || !one.event().equals(appoint.made()))
                .toList();
        Decision decision = decision(before, other, from, until);
        return decision.state() != Verdict.State.MET && !decision.at().isBefore(calledOff.at());
    }

    /** Where an entry stands; two that say the same are two. */
    @SuppressWarnings("ReferenceEquality")
    private static int place(List<Happening> own, Happening entry) {
        int place = 0;
        while (own.get(place) != entry) {
            place++;
        }
        return place;
    }

    private boolean isNamedResident(Happening one) {
        return one.by() != null && !promised.contract().isProvider(one.by());
    }

    /** A visit written down more than 24 hours later counts from when it was, without evidence or the resident's word (S12). */
    private Instant stopOf(List<Happening> own, Happening visit) {
        boolean isLate = visit.recorded().isAfter(visit.at().plus(Duration.ofHours(24)));
        boolean isBorneOut = isNamedResident(visit)
                || visit.facts().containsKey("evidence")
                || own.stream()
                        .anyMatch(one -> one.event().equals("confirmed")
                                && !promised.contract().isProvider(one.by())
                                && !one.at().isBefore(visit.at()));
        return isLate && !isBorneOut ? visit.recorded() : visit.at();
    }

    private boolean isInTime(Instant moment, Instant from) {
        return appoint.notice() == null
                ? moment.isBefore(from)
                : !DueWalk.of(view.hours(appoint.calendar()), List.of())
                        .due(moment, appoint.notice())
                        .isAfter(from);
    }

    private Verdict notice(List<Happening> own, Happening planned, int cycle) {
        List<Instant> told = own.stream()
                .filter(one -> one.event().equals(appoint.made()))
                .filter(one -> !stopOf(own, one).isAfter(planned.at()))
                .filter(one -> own.stream()
                        .noneMatch(off -> off.event().equals(appoint.cancelled())
                                && off.at().isAfter(one.at())
                                && !off.at().isAfter(planned.at())))
                .map(one -> stopOf(own, one))
                .toList();
        boolean isKept = told.stream().anyMatch(one -> isInTime(one, planned.at()));
        return Found.of(promised, report)
                .cycle(cycle)
                .state(isKept ? Verdict.State.MET : Verdict.State.BREACHED)
                .times(told.isEmpty() ? null : told.getFirst(), planned.at(), isKept ? told.getFirst() : null)
                .broken(
                        isKept ? null : planned.at(),
                        isKept ? null : promised.clause().by().id())
                .verdict();
    }
}
