package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Target;

/** Judges a target: how many of the cases of a clause that fell due in each window were kept (S14). Each case counts in one window. */
final class CaseShares {
    /** What was counted in one window. */
    private static final class Count {
        int kept;
        int counted;
        int open;
        int leftOut;
    }

    private final InForce clause;
    private final Target target;
    private final AsOf asOf;
    private final boolean hasPeriods;
    private final NavigableMap<LocalDate, WindowSpan> windows = new TreeMap<>();
    private final NavigableMap<LocalDate, Count> counts = new TreeMap<>();

    private CaseShares(InForce clause, Target target, AsOf asOf) {
        this.clause = clause;
        this.target = target;
        this.asOf = asOf;
        this.hasPeriods = clause.duty() instanceof Recur recur && recur.period() != null;
        WindowSpan.listOf(clause, target.over(), asOf).forEach(this::open);
    }

    /**
     * The verdict on each window.
     *
     * @param cases the verdicts of this clause in this version
     */
    static List<Verdict> verdicts(InForce clause, Target target, List<Verdict> cases, AsOf asOf) {
        CaseShares shares = new CaseShares(clause, target, asOf);
        cases.forEach(shares::take);
        List<Verdict> verdicts = new ArrayList<>();
        shares.windows.forEach((first, window) -> {
            Count count = Objects.requireNonNull(shares.counts.get(first));
            verdicts.add(shares.found(window, count).verdict(asOf, count.open == 0));
        });
        return verdicts;
    }

    private Count open(WindowSpan window) {
        windows.putIfAbsent(window.first(), window);
        return counts.computeIfAbsent(window.first(), _ -> new Count());
    }

    private void take(Verdict one) {
        Instant due = one.due();
        boolean isOfPeriods = !(hasPeriods && one.clock() != null);
        if (due == null || one.share() != null || !isOfPeriods) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(due.minusNanos(1), clause.zone());
        if (day.isBefore(clause.from())) {
            return;
        }
        WindowSpan window = WindowSpan.at(clause, target.over(), day);
        if (window.start().isAfter(asOf.valid())) {
            return;
        }
        count(one, open(window));
    }

    private void count(Verdict one, Count count) {
        if (one.duplicateOf() != null) {
            count.leftOut++;
            return;
        }
        switch (state(one)) {
            case MET -> {
                count.kept++;
                count.counted++;
            }
            case BREACHED -> count.counted++;
            case PENDING -> count.open++;
            default -> count.leftOut++;
        }
    }

    /** What the case counts as: its own state, or how it stands to the time of the target where that has one of its own. */
    private Verdict.State state(Verdict one) {
        Instant start = one.start();
        Allowance within = target.within();
        boolean isFound = one.state() == Verdict.State.MET || one.state() == Verdict.State.BREACHED;
        if (within == null || start == null || !isFound || !(clause.duty() instanceof Respond respond)) {
            return one.state();
        }
        ClockRule rule = respond.clocks().stream()
                .filter(clock -> clock.id().equals(Objects.requireNonNullElse(one.clock(), "")))
                .findFirst()
                .orElse(respond.first());
        Instant stopped = one.stopped();
        Instant last = last(within, rule.calendar(), start, one);
        if (stopped != null) {
            return stopped.isAfter(last) ? Verdict.State.BREACHED : Verdict.State.MET;
        }
        return asOf.valid().isAfter(last) ? Verdict.State.BREACHED : Verdict.State.PENDING;
    }

    /**
     * When the time of the target is over for a case: the same time for each, from its start on the calendar of its clock, without what
     * was held; what gives one case more time or another moves what is promised to it and not this. A holiday proclaimed after that was
     * over, or after the case was done, changes nothing (S13).
     */
    private Instant last(Allowance within, Calendar calendar, Instant start, Verdict one) {
        Holds holds = new Holds(one.holds());
        Instant stopped = one.stopped();
        Instant end = stopped == null ? asOf.valid() : stopped;
        for (Instant proclaimed : calendar.proclamations()) {
            Instant last = new Clock(within, calendar.knownAt(proclaimed.minusNanos(1))).due(start, holds);
            boolean isOver = end.isAfter(last) && proclaimed.isAfter(last);
            boolean isDone = stopped != null && !proclaimed.isBefore(stopped);
            if (proclaimed.isAfter(asOf.known()) || (!proclaimed.isBefore(start) && (isOver || isDone))) {
                return last;
            }
        }
        return new Clock(within, calendar.knownAt(asOf.known())).due(start, holds);
    }

    private ShareCount found(WindowSpan window, Count count) {
        String kept = target.within() == null ? "were kept" : "were done within " + target.within();
        String what = Words.count(count.counted, "case") + " fell due and " + (count.counted == 1 ? "is" : "are")
                + " settled, and " + count.kept + " of them " + kept;
        List<String> more = new ArrayList<>();
        if (count.open > 0) {
            more.add(
                    count.open == 1
                            ? "1 case that falls due in it is still open."
                            : count.open + " cases that fall due in it are still open.");
        }
        if (count.leftOut > 0) {
            more.add(Words.count(count.leftOut, "case") + " (void, superseded or told twice) left out of the count.");
        }
        return new ShareCount(
                window, target, count.kept, count.counted, count.counted >= target.minCount(), what, more);
    }
}
