package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * When a cycle is due, and which holds count for it. Holds, extensions and switches are taken in the order in which they begin; what
 * begins after the due moment that then stands cures nothing (S5, S16).
 *
 * <p>Readings: what is said at the very moment of the stop is still said in time; notices that extend are taken in the order in which they
 * were declared, and each gives the days it declares up to the due moment as the holds have moved it; holds do not move a promised date; time for which a case was thought to be fixed moves the due moment like a hold, but is not {@code held}.
 */
final class Reckoning {
    private final View view;
    private final Run run;
    private final Instant known;
    private final List<Span> holds = new ArrayList<>();
    private final List<Span> late = new ArrayList<>();
    private final List<Reasons.Item> extensions = new ArrayList<>();

    /** What was given before the clock was switched: it is gone, but it is not given again. */
    private final Map<String, Integer> spent = new HashMap<>();

    /** What was given in all, for each reason. */
    private final Map<String, Integer> granted = new HashMap<>();

    private Reasons.@Nullable Switch switched;
    private Instant due;

    /**
     * The cycle with the calendar as it was known when the verdict was closed, by whatever closed it, or as it is known now (S13).
     */
    static Reckoning of(View view, Tale tale, Run run) {
        Instant closed = run.closed() == null ? null : Span.later(run.start, run.closed());
        Reckoning reckoning = new Reckoning(view, tale, run, Instant.MIN);
        for (Instant proclaimed : proclaimed(run)) {
            Instant end = closed == null ? view.validAsOf() : closed;
            boolean isClosed = Readings.A_BREACH_CLOSES_THE_VERDICT
                    && proclaimed.isAfter(Span.later(run.start, reckoning.due))
                    && end.isAfter(reckoning.due);
            boolean isAtTheStop = closed != null && !proclaimed.isBefore(closed);
            if (proclaimed.isAfter(view.knownAsOf()) || isAtTheStop || isClosed) {
                break;
            }
            reckoning = new Reckoning(view, tale, run, Span.later(proclaimed, reckoning.known));
        }
        return reckoning;
    }

    private static List<Instant> proclaimed(Run run) {
        return run.promised.contract().calendars().values().stream()
                .flatMap(calendar -> calendar.holidays().stream())
                .map(Holiday::known)
                .distinct()
                .sorted()
                .toList();
    }

    private Reckoning(View view, Tale tale, Run run, Instant known) {
        this.view = view;
        this.run = run;
        this.known = known;
        this.due = reckon();
        new Reasons(view, tale, run, hours(run.choice.calendar()))
                .inOrder().stream()
                        .filter(one ->
                                one instanceof Reasons.Hold || !one.begins().isAfter(view.validAsOf()))
                        .filter(one -> run.closed() == null
                                || one.begins().isBefore(run.closed())
                                || (!(one instanceof Reasons.Hold)
                                        && one.begins().equals(run.closed())))
                        .sorted(Comparator.comparing(Reasons.Item::begins).thenComparing(Reasons.Item::name))
                        .forEach(this::take);
    }

    Instant due() {
        return due;
    }

    /** What is told as held: no longer than up to the end. */
    List<Span> holds() {
        return told(end());
    }

    /** The holds by which another time, in this unit, would have been moved. */
    List<Span> holdsFor(Allowance.Unit unit) {
        return told(lasting(unit, hours(run.choice.calendar())));
    }

    private List<Span> told(Instant last) {
        List<Span> all = new ArrayList<>(upTo(last, holds));
        all.addAll(upTo(last, late));
        if (Readings.FIXED_TIME_IS_HELD_TIME) {
            all.addAll(run.uncounted);
        }
        return Span.unite(all).stream()
                .map(one -> one.cut(run.start, Instant.MAX))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    OpenHours hours(Calendar calendar) {
        return new OpenHours(calendar, known);
    }

    private void take(Reasons.Item item) {
        if (item.begins().isAfter(due)) {
            if (Readings.A_HOLD_AFTER_DUE_IS_HELD_TIME && item instanceof Reasons.Hold(Span span)) {
                late.add(span);
            }
            return;
        }
        switch (item) {
            case Reasons.Hold hold -> holds.add(hold.span());
            case Reasons.Extension extension -> extensions.add(extension);
            case Reasons.NoticeDays notice -> extensions.add(notice);
            case Reasons.Switch other -> {
                switched = other;
                spent.putAll(granted);
                extensions.clear();
            }
        }
        due = reckon();
    }

    private Instant end() {
        return run.closed() == null ? view.validAsOf() : run.closed();
    }

    /** Hours are moved by a hold up to the end; days only as a whole, so for them it goes on to the end of that day. */
    private Instant lasting(Allowance.Unit unit, OpenHours hours) {
        boolean isOfHours = unit == Allowance.Unit.HOURS || unit == Allowance.Unit.WORKING_HOURS;
        return isOfHours || !Readings.A_HOLD_AT_THE_END_LASTS_THAT_DAY
                ? end()
                : hours.midnight(hours.day(end().minusNanos(1)).plusDays(1));
    }

    private List<Span> upTo(Instant last, List<Span> which) {
        return which.stream()
                .filter(one -> one.from().isBefore(end()))
                .map(one -> Readings.A_HOLD_ENDS_WITH_WHAT_HAS_HAPPENED ? one.cut(Instant.MIN, last) : one)
                .toList();
    }

    private Instant reckon() {
        Instant base = switched == null ? due(run.choice, run.start) : due(switched.to(), switched.begins());
        granted.clear();
        granted.putAll(spent);
        for (Reasons.Item item : extensions) {
            Reasons.Extension one = item instanceof Reasons.NoticeDays notice
                    ? notice.asExtension(run.start, base)
                    : (Reasons.Extension) item;
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
        OpenHours hours = hours(choice.calendar());
        List<Span> still = still(within.unit(), hours).stream()
                .map(one -> one.cut(start, Instant.MAX))
                .toList();
        return DueWalk.of(hours, still).due(start, within);
    }

    private List<Span> still(Allowance.Unit unit, OpenHours hours) {
        return Stream.concat(run.uncounted.stream(), upTo(lasting(unit, hours), holds).stream())
                .toList();
    }

    private Instant extended(Instant from, Allowance.Unit unit, int count) {
        OpenHours hours = hours(run.choice.calendar());
        List<Span> still = still(unit, hours);
        Instant day = from.minusSeconds(1);
        if (unit == Allowance.Unit.WORKING_DAYS) {
            Instant last = from;
            for (int i = 0; i < count; i++) {
                last = DueWalk.of(hours, still)
                        .due(last.minusSeconds(1), new Allowance(1, Allowance.Unit.END_OF_NEXT_WORKING_DAY));
            }
            return last;
        }
        boolean isOfDays = unit == Allowance.Unit.DAYS || unit == Allowance.Unit.WEEKS || unit == Allowance.Unit.MONTHS;
        List<Span> later = still.stream().map(one -> one.cut(from, Instant.MAX)).toList();
        return isOfDays
                ? DueWalk.of(hours, later).due(day, new Allowance(count, unit))
                : DueWalk.of(hours, still).due(from, new Allowance(count, unit));
    }
}
