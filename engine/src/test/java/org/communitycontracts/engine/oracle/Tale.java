package org.communitycontracts.engine.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What one clock hears of one report: its own happenings, and those of other reports of the same fault that count for it (S10).
 *
 * <p>Reading: {@code duplicates: separate} hears nothing of other reports. A provider cannot confirm or reopen; somebody unnamed can.
 */
record Tale(View view, Groups groups, Contract contract, ClockRule rule, String report) {
    /** What a clock does at a moment; at equal moments in this order (a stop comes before all else). */
    enum Kind {
        STOP,
        UNTIL,
        REOPEN,
        CANCEL,
        ACCEPTED,
        RECATEGORISED,
        AGREED
    }

    /** One step of a clock: the moment from which it counts, and what was told. */
    record Step(Kind kind, Instant at, Happening told) {}

    List<Happening> own() {
        return view.of(report);
    }

    /** Own happenings, and of the others those that stop, start, confirm, reopen or cancel. */
    List<Happening> heard() {
        Stream<Happening> shared = rule.moves().separate()
                ? Stream.of()
                : groups.shared(report)
                        .filter(one -> rule.stops().contains(one.event())
                                || rule.cancel().contains(one.event())
                                || one.event().equals("reopened")
                                || one.event().equals("confirmed"));
        return Stream.concat(own().stream(), shared)
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    @Nullable
    Happening trigger() {
        return heard().stream()
                .filter(one -> rule.starts().contains(one.event()))
                .findFirst()
                .orElse(null);
    }

    List<Step> steps(Instant start, boolean isFirst) {
        List<Step> steps = new ArrayList<>();
        for (Happening one : heard()) {
            if (rule.stops().contains(one.event())) {
                steps.add(new Step(Kind.STOP, stopOf(one), one));
            }
            if (one.event().equals(rule.repeatsUntil())) {
                steps.add(new Step(Kind.UNTIL, one.at(), one));
            }
            if (one.event().equals("reopened") && !contract.isProvider(one.by())) {
                steps.add(new Step(Kind.REOPEN, one.at(), one));
            }
            if (rule.cancel().contains(one.event())) {
                steps.add(new Step(Kind.CANCEL, one.at(), one));
            }
            if (one.event().equals("recategorised") && report.equals(one.report())) {
                steps.add(new Step(Kind.RECATEGORISED, one.at(), one));
            }
            if (one.event().equals("agreed") && report.equals(one.report()) && isNamedResident(one)) {
                steps.add(new Step(Kind.AGREED, one.at(), one));
            }
        }
        accepted().forEach(one -> steps.add(new Step(Kind.ACCEPTED, one.at(), one)));
        if (isFirst && !rule.moves().separate()) {
            groups.joined(report).forEach(joined -> stopOfMaster(joined, start, steps));
        }
        return steps.stream()
                .distinct()
                .filter(step -> !step.at().isAfter(view.validAsOf()) && !isAnswered(step, steps))
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::kind))
                .toList();
    }

    private boolean isAnswered(Step stop, List<Step> steps) {
        return Readings.A_REOPENING_ANSWERS_WHAT_WAS_SAID_BEFORE_IT
                && stop.kind() == Kind.STOP
                && rule.reopen() != null
                && steps.stream()
                        .anyMatch(one -> one.kind() == Kind.REOPEN
                                && !one.at().isBefore(stop.told().at())
                                && one.at().isBefore(stop.at()));
    }

    boolean isNamedResident(Happening told) {
        return told.by() != null && !contract.isProvider(told.by());
    }

    /** A provider's stop written down more than 24 hours later counts from when it was, without evidence or the resident's word (S12). */
    private Instant stopOf(Happening stop) {
        boolean isLate = stop.recorded().isAfter(stop.at().plus(Duration.ofHours(24)));
        boolean isBorneOut = stop.facts().containsKey("evidence")
                || heard().stream()
                        .anyMatch(one -> one.event().equals("confirmed")
                                && !contract.isProvider(one.by())
                                && !one.at().isBefore(stop.at()));
        boolean isProviders =
                contract.isProvider(stop.by()) || (Readings.A_STOP_BY_NOBODY_IS_THE_PROVIDERS && stop.by() == null);
        return isProviders && isLate && !isBorneOut ? stop.recorded() : stop.at();
    }

    /** What was fixed on the earliest report before the merge is fixed on this one at the merge. */
    private void stopOfMaster(Groups.Joined joined, Instant start, List<Step> steps) {
        Tale master = new Tale(view, groups, contract, rule, joined.master());
        Step last = null;
        for (Happening one : master.heard()) {
            boolean isStop = rule.stops().contains(one.event());
            Instant at = isStop ? master.stopOf(one) : one.at();
            boolean isReopening = one.event().equals("reopened") && !contract.isProvider(one.by());
            if ((isStop || isReopening) && at.isBefore(joined.at()) && (last == null || !at.isBefore(last.at()))) {
                last = new Step(isStop ? Kind.STOP : Kind.REOPEN, at, one);
            }
        }
        if (last != null && last.kind() == Kind.STOP) {
            steps.add(new Step(Kind.STOP, Span.later(joined.at(), start), last.told()));
        }
    }

    /** The handovers that count: offered to the one who then accepts; an offer is used up by it (S9). */
    List<Happening> accepted() {
        List<Happening> accepted = new ArrayList<>();
        String offeredTo = null;
        for (Happening one : own().stream()
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(told -> told.event().equals("handover_accepted")))
                .toList()) {
            if (one.event().equals("handover_offered")) {
                offeredTo = one.facts().get("to");
            }
            if (one.event().equals("handover_accepted") && offeredTo != null && Objects.equals(one.by(), offeredTo)) {
                accepted.add(one);
                offeredTo = null;
            }
        }
        return accepted;
    }
}
