package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Respond;
import org.jspecify.annotations.Nullable;

/**
 * When a cycle is due, and which holds count for it. Holds, extensions and switches are taken in the order in which they begin; what
 * begins after the due moment that then stands cures nothing (S5, S16).
 *
 * <p>Readings: what begins when the clock is closed does not count; holds do not move a promised date; a hold that is not over lasts until
 * its {@code at_most}; time for which a case was thought to be fixed moves the due moment like a hold, but is not {@code held}; a
 * version that is better for the resident is compared on its own start with the same holds.
 */
final class Reckoning {
    private final View view;
    private final Tale tale;
    private final Run run;
    private final Instant known;
    private final List<Span> holds = new ArrayList<>();
    private final List<Reasons.Extension> extensions = new ArrayList<>();
    private Reasons.@Nullable Switch switched;
    private Instant due;

    /** The cycle as it stands when everything begun up to a moment is looked at. */
    Reckoning(View view, Tale tale, Run run, Instant upTo) {
        this.view = view;
        this.tale = tale;
        this.run = run;
        this.known = run.closed() == null ? view.knownAsOf() : Span.earlier(view.knownAsOf(), run.closed());
        this.due = reckon();
        new Reasons(view, tale, run, hours(run.choice.calendar()))
                .inOrder().stream()
                        .filter(one -> !one.begins().isAfter(upTo))
                        .filter(one -> run.closed() == null || one.begins().isBefore(run.closed()))
                        .sorted(Comparator.comparing(Reasons.Item::begins))
                        .forEach(this::take);
    }

    Instant due() {
        return due;
    }

    List<Span> holds() {
        return Span.unite(holds).stream()
                .map(one -> one.cut(run.start, Instant.MAX))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    OpenHours hours(Calendar calendar) {
        return new OpenHours(calendar, known);
    }

    private void take(Reasons.Item item) {
        if (item.begins().isAfter(due)) {
            return;
        }
        switch (item) {
            case Reasons.Hold hold -> holds.add(hold.span());
            case Reasons.Extension extension -> extensions.add(extension);
            case Reasons.NoticeDays notice -> extensions.add(notice.asExtension(run.start, due));
            case Reasons.Switch other -> switched = other;
        }
        due = reckon();
    }

    private Instant reckon() {
        Instant base = switched == null
                ? Span.earlier(due(run.choice, run.start), betterDue())
                : due(switched.to(), switched.begins());
        Map<String, Integer> granted = new HashMap<>();
        for (Reasons.Extension one : extensions) {
            Exclusion of = one.of();
            int before = granted.getOrDefault(of.because(), 0);
            int most = of.atMost() == null ? Integer.MAX_VALUE : of.atMost().count();
            int more = Math.min(one.count(), most - before);
            granted.put(of.because(), before + more);
            base = more < 1 ? base : extended(base, one.unit(), more);
        }
        return base;
    }

    private Instant due(Choice choice, Instant start) {
        Allowance within = choice.within();
        if (within == null) {
            return Instant.MAX;
        }
        if (within.unit() == Allowance.Unit.PROMISED_DATE) {
            Instant promised = Fits.moment(run.facts.get("promised"));
            return promised == null ? Instant.MAX : promised;
        }
        List<Span> still = new ArrayList<>(run.fixed);
        holds.forEach(hold -> still.add(hold.cut(start, Instant.MAX)));
        return DueWalk.of(hours(choice.calendar()), still).due(start, within);
    }

    /** The earliest due moment under the later versions that are better for the resident, each from its own first moment (S11). */
    private Instant betterDue() {
        Instant best = Instant.MAX;
        for (Contract later : view.versions()) {
            Instant begins = later.begins();
            boolean isAsked = later.transition() == Contract.Transition.BETTER_FOR_RESIDENT
                    && begins.isAfter(run.start)
                    && (run.closed() == null || run.closed().isAfter(begins));
            for (Clause clause : isAsked ? later.clauses() : List.<Clause>of()) {
                boolean isSame = clause.id().equals(run.promised.clause().id());
                if (isSame && clause.duty() instanceof Respond(List<ClockRule> clocks)) {
                    for (ClockRule rule : clocks) {
                        Choice choice = rule.id().equals(run.rule.id())
                                ? RespondReading.choice(view, clause, rule, run.facts, run.start)
                                : null;
                        best = choice == null ? best : Span.earlier(best, due(choice, begins));
                    }
                }
            }
        }
        return best;
    }

    private Instant extended(Instant from, Allowance.Unit unit, int count) {
        OpenHours hours = hours(run.choice.calendar());
        LocalDate day = hours.day(from.minusSeconds(1));
        return switch (unit) {
            case WORKING_DAYS, FULL_WORKING_DAYS -> {
                LocalDate last = day;
                for (int i = 0; i < count; i++) {
                    last = hours.workedFrom(last.plusDays(1));
                }
                yield hours.window(last).to();
            }
            case DAYS -> hours.midnight(day.plusDays(count + 1L));
            case WEEKS -> hours.midnight(day.plusWeeks(count).plusDays(1));
            case MONTHS -> hours.midnight(day.plusMonths(count).plusDays(1));
            default -> DueWalk.of(hours, List.of()).due(from, new Allowance(count, unit));
        };
    }

    Tale tale() {
        return tale;
    }
}
