package org.communitycontracts.engine.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What one clock hears of one report: its own happenings, and those of other reports of the same fault that count for it (S10).
 *
 * <p>Readings: {@code duplicates: separate} hears of the other reports too, since the fault is the same, and is only counted by itself. A
 * provider cannot confirm or reopen; somebody unnamed can.
 */
record Tale(View view, Groups groups, Contract contract, Clause clause, ClockRule rule, String report) {
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
        return view.of(report).stream().distinct().toList();
    }

    /** Own happenings, and of the others those that stop, start, confirm, reopen or cancel. */
    List<Happening> heard() {
        return Stream.concat(own().stream(), groups.heard(this))
                .distinct()
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    /** Whether it is told of the fault, and so of every report of it: not a hold, nor a handover, nor a reason. */
    boolean isOfTheFault(Happening one) {
        return isStopOfAny(one)
                || rule.cancel().contains(one.event())
                || one.event().equals(rule.repeatsUntil())
                || one.event().equals("reopened")
                || one.event().equals("confirmed");
    }

    /** Whether some clock of the contract stops with it: another may start with it. */
    boolean isStopOfAny(Happening one) {
        return view.promises().stream()
                .anyMatch(promised -> promised.duty() instanceof Respond(List<ClockRule> clocks)
                        && clocks.stream().anyMatch(clock -> clock.stops().contains(one.event())));
    }

    /** When it counts from where nothing may be back-dated. */
    static Instant since(Happening one) {
        return Span.later(one.at(), one.recorded());
    }

    @Nullable
    Happening trigger() {
        return heard().stream()
                .filter(one -> rule.starts().contains(one.event()))
                .findFirst()
                .orElse(null);
    }

    List<Step> steps() {
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
            boolean isAfterTheReport = own().stream()
                    .filter(first -> first.event().equals("reported"))
                    .findFirst()
                    .filter(first -> !one.at().isBefore(first.at()))
                    .isPresent();
            if (one.event().equals("recategorised") && report.equals(one.report()) && isAfterTheReport) {
                steps.add(new Step(Kind.RECATEGORISED, one.at(), one));
            }
            if (isAfterTheReport
                    && one.event().equals("agreed")
                    && report.equals(one.report())
                    && isNamedResident(one)) {
                steps.add(new Step(Kind.AGREED, since(one), one));
            }
        }
        accepted().forEach(one -> steps.add(new Step(Kind.ACCEPTED, since(one), one)));
        return steps.stream()
                .distinct()
                .filter(step -> !step.at().isAfter(view.validAsOf()) && !isAnswered(step, steps))
                .sorted(Comparator.comparing(Step::at)
                        .thenComparing(Step::kind)
                        .thenComparing(step -> !report.equals(step.told().report())))
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

    /**
     * The handovers that count: offered by the present holder, or by nobody named, to a provider who then accepts; all offers are over
     * with it (S9). At one moment the offer comes first; an acceptance counts from when it was written down.
     */
    List<Happening> accepted() {
        List<Happening> accepted = new ArrayList<>();
        Set<String> offeredTo = new HashSet<>();
        String holder = clause.by().id();
        for (Happening one : own().stream()
                .sorted(Comparator.comparing(Happening::at)
                        .thenComparing(told -> told.event().equals("handover_accepted")))
                .toList()) {
            if (one.event().equals("handover_offered")
                    && (one.by() == null || one.by().equals(holder))) {
                offeredTo.add(one.facts().getOrDefault("to", ""));
            }
            if (one.event().equals("handover_accepted")
                    && one.by() != null
                    && contract.isProvider(one.by())
                    && !one.by().equals(holder)
                    && offeredTo.contains(one.by())) {
                accepted.add(one);
                holder = one.by();
                offeredTo.clear();
            }
        }
        return accepted;
    }
}
