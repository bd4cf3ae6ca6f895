package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Duties that recur: a grid of periods from the anchor, and the longest gap (S15).
 *
 * <p>Readings: a day of a notice counts when any of it was declared in time; in a season start and due are those of the part of the
 * period inside it; what is done in no period not yet full counts where the grid puts it; a gap belongs to the version in force when it begins
 * and runs on under the next one, and is void when the promise ends before the time is over; a notice with the effect {@code pause} holds
 * a gap and moves no period; a gap has no seconds used and held.
 */
record PeriodReading(View view, View.Promised promised, Recur recur) {
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> names = recur.each() == null ? List.of("") : recur.each().names();
        for (String name : names) {
            List<Happening> acts = acts(name);
            if (recur.period() != null) {
                periods(name, acts, recur.period(), verdicts);
            }
            if (recur.maxGap() != null) {
                gaps(name, acts, recur.maxGap(), verdicts);
            }
        }
        return verdicts;
    }

    private OpenHours hours() {
        return view.hours(recur.calendar());
    }

    private List<Happening> acts(String name) {
        return view.told().stream()
                .filter(one -> recur.evidence().contains(one.event()))
                .filter(one -> recur.each() == null
                        || name.equals(one.facts().get(recur.each().fact())))
                .filter(one -> isInSeason(hours().day(one.at())))
                .toList();
    }

    private boolean isInSeason(LocalDate day) {
        return recur.season() == null || Fits.isInSeason(recur.season(), MonthDay.from(day));
    }

    private LocalDate first(Allowance period, int place) {
        long units = (long) period.count() * place;
        return switch (period.unit()) {
            case DAYS -> recur.anchor().plusDays(units);
            case WEEKS -> recur.anchor().plusWeeks(units);
            case MONTHS -> recur.anchor().plusMonths(units);
            default -> throw new IllegalArgumentException("No period is counted in " + period);
        };
    }

    /** A period of the grid: its part in the season, with the days by which a notice lengthens it, and what was done in it. */
    private record Period(LocalDate first, Span grid, Span span, List<Happening> done) {
        boolean contains(Happening act) {
            return !act.at().isBefore(span.from()) && act.at().isBefore(span.to());
        }

        boolean isItsPlace(Happening act) {
            return !act.at().isBefore(grid.from()) && act.at().isBefore(grid.to());
        }
    }

    private void periods(String name, List<Happening> acts, Allowance length, List<Verdict> verdicts) {
        List<Period> grid = new ArrayList<>();
        for (int place = 0; !hours().midnight(first(length, place)).isAfter(view.validAsOf()); place++) {
            if (isPromised(first(length, place))) {
                grid.add(period(first(length, place), first(length, place + 1)));
            }
        }
        for (Happening act : acts) {
            grid.stream()
                    .filter(one -> one.contains(act) && one.done().size() < recur.atLeast())
                    .findFirst()
                    .or(() -> grid.stream().filter(one -> one.isItsPlace(act)).findFirst())
                    .ifPresent(one -> one.done().add(act));
        }
        for (Period one : grid) {
            boolean isInForce = !one.first().isBefore(promised.contract().from())
                    && (promised.contract().until() == null
                            || one.first().isBefore(promised.contract().until()));
            if (isInForce && !one.span().isEmpty() && !one.span().from().isAfter(view.validAsOf())) {
                verdicts.add(verdict(name.isEmpty() ? "" + one.first() : name + "/" + one.first(), one));
            }
        }
    }

    /** Whether a period that begins on a day is one of some version's; what no version promises takes no act. */
    private boolean isPromised(LocalDate first) {
        return versions().stream().anyMatch(one -> one.contract().isInForceAt(midnight(first, one)));
    }

    private static Instant midnight(LocalDate day, View.Promised of) {
        return day.atStartOfDay(of.contract().zone()).toInstant();
    }

    private Period period(LocalDate first, LocalDate next) {
        List<LocalDate> days = first.datesUntil(next).filter(this::isInSeason).toList();
        Span grid = new Span(hours().midnight(first), hours().midnight(next));
        if (days.isEmpty()) {
            return new Period(first, grid, new Span(grid.to(), grid.to()), new ArrayList<>());
        }
        LocalDate last = days.getLast().plusDays(1);
        TreeSet<LocalDate> declared = new TreeSet<>();
        Span part = new Span(hours().midnight(days.getFirst()), hours().midnight(last));
        for (Span notice : notices(Exclusion.Effect.EXTEND)) {
            Span inside = notice.cut(part.from(), part.to());
            if (!inside.isEmpty()) {
                hours().day(inside.from())
                        .datesUntil(hours().day(inside.to().minusSeconds(1)).plusDays(1))
                        .forEach(declared::add);
            }
        }
        Instant end = hours().midnight(last.plusDays(declared.size()));
        return new Period(first, grid, new Span(part.from(), end), new ArrayList<>());
    }

    private List<Span> notices(Exclusion.Effect... effects) {
        List<Span> spans = new ArrayList<>();
        for (Exclusion exclusion : promised.clause().exclusions()) {
            if (List.of(effects).contains(exclusion.effect()) && exclusion.needs() == Exclusion.Needs.DECLARED_NOTICE) {
                new Notices(view, promised.contract()).of(exclusion).forEach(one -> spans.add(one.span()));
            }
        }
        return spans;
    }

    private Verdict verdict(String subject, Period period) {
        List<Happening> done = period.done();
        Instant reached = recur.atLeast() > 0 && done.size() >= recur.atLeast()
                ? done.get(recur.atLeast() - 1).at()
                : null;
        boolean isOver = !view.validAsOf().isBefore(period.span().to());
        boolean isEnough = done.size() >= recur.atLeast();
        Instant broken = recur.atMost() != null && done.size() > recur.atMost()
                ? done.get(recur.atMost()).at()
                : isOver && !isEnough ? period.span().to() : null;
        boolean isMet = isEnough && (recur.atMost() == null || isOver);
        return Found.of(promised, subject)
                .state(broken != null ? Verdict.State.BREACHED : isMet ? Verdict.State.MET : Verdict.State.PENDING)
                .times(period.span().from(), period.span().to(), reached)
                .broken(broken, broken == null ? null : promised.clause().by().id())
                .verdict();
    }

    /** The same clause in every version that has it. */
    private List<View.Promised> versions() {
        return view.promises().stream()
                .filter(one -> one.clause().id().equals(promised.clause().id()))
                .toList();
    }

    private void gaps(String name, List<Happening> acts, Allowance most, List<Verdict> verdicts) {
        Instant anchor = hours().midnight(recur.anchor());
        Instant begins = versions().stream()
                .map(one -> Span.later(anchor, one.contract().begins()))
                .filter(at -> versions().stream().anyMatch(one -> one.contract().isInForceAt(at)))
                .findFirst()
                .orElse(Instant.MAX);
        List<Instant> starts = new ArrayList<>();
        if (acts.stream().noneMatch(act -> act.at().equals(begins))) {
            starts.add(begins);
        }
        acts.stream().map(Happening::at).filter(at -> !at.isBefore(begins)).forEach(starts::add);
        Map<String, Integer> cycles = new TreeMap<>();
        for (int i = 0; i < starts.size(); i++) {
            Instant start = starts.get(i);
            if (start.isAfter(view.validAsOf())) {
                continue;
            }
            String date = "" + hours().day(start);
            String subject = name.isEmpty() ? date : name + "/" + date;
            View.Promised holds = versions().stream()
                    .filter(one -> one.contract().isInForceAt(start))
                    .findFirst()
                    .orElse(null);
            if (holds != null) {
                int cycle = cycles.merge(subject, 1, Integer::sum);
                if (holds.equals(promised)) {
                    verdicts.add(gap(
                            subject, cycle, start, due(start, most), i + 1 < starts.size() ? starts.get(i + 1) : null));
                }
            }
        }
    }

    /** The moment from which no version promises it any more. */
    private Instant lapses() {
        Instant ends = end(promised);
        for (View.Promised one : versions()) {
            ends = one.contract().begins().equals(ends) ? end(one) : ends;
        }
        return ends;
    }

    private static Instant end(View.Promised of) {
        LocalDate until = of.contract().until();
        return until == null
                ? Instant.MAX
                : until.atStartOfDay(of.contract().zone()).toInstant();
    }

    private Instant due(Instant start, Allowance most) {
        int days = 800;
        Instant due = due(start, most, days);
        while (recur.season() != null
                && due.isAfter(hours().midnight(hours().day(start).plusDays(days)))) {
            days *= 4;
            due = due(start, most, days);
        }
        return due;
    }

    private Instant due(Instant start, Allowance most, int days) {
        List<Span> holds = new ArrayList<>(notices(Exclusion.Effect.EXTEND, Exclusion.Effect.PAUSE));
        if (recur.season() != null) {
            LocalDate day = hours().day(start);
            for (int i = 0; i < days; i++) {
                if (!isInSeason(day.plusDays(i))) {
                    holds.add(new Span(hours().midnight(day.plusDays(i)), hours().midnight(day.plusDays(i + 1L))));
                }
            }
        }
        return DueWalk.of(
                        hours(),
                        holds.stream().map(one -> one.cut(start, Instant.MAX)).toList())
                .due(start, most);
    }

    private Verdict gap(String subject, int cycle, Instant start, Instant due, @Nullable Instant stopped) {
        boolean isKept = stopped != null && !stopped.isAfter(due);
        boolean isLapsed = !isKept && due.isAfter(lapses());
        boolean isBroken = !isKept && !isLapsed && view.validAsOf().isAfter(due);
        Verdict.State open =
                isLapsed && !view.validAsOf().isBefore(lapses()) ? Verdict.State.VOID : Verdict.State.PENDING;
        return Found.of(promised, subject)
                .clock("gap")
                .cycle(cycle)
                .state(isKept ? Verdict.State.MET : isBroken ? Verdict.State.BREACHED : open)
                .times(start, due, stopped)
                .broken(isBroken ? due : null, isBroken ? promised.clause().by().id() : null)
                .verdict();
    }
}
