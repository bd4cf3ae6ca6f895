package org.communitycontracts.engine.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Recur;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.Window;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Shares over a window: of cases, of inspections, of answers, of time (S14, S21).
 *
 * <p>Readings: there is a verdict for each window that has begun, also without cases; the days after the version's end do not count, but a
 * case of the version that falls due after it does; a window with a case that may still change is pending; {@code min_count} asks for so many
 * cases, inspections, answers or entries of minutes, and of a calendar's time for any; start
 * and due of a window are the first moment that counts and its end; a share of a calendar's time is counted in seconds up to the moment
 * asked about, one of counted time in minutes; of points of which nothing is told no grade follows.
 */
record WindowReading(View view, View.Promised promised, Target target) {
    /** What was counted; whether that is enough to judge by, and settled; whether it is told also when the version has ended before. */
    private record Counts(long kept, long counted, boolean isEnough, boolean isSettled, boolean isTold) {
        static Counts of(long kept, long counted, boolean isEnough) {
            return new Counts(kept, counted, isEnough, true, false);
        }
    }

    /** The windows of a clause whose cases were judged already; a window that begins after the version has ended is told if a case falls due in it. */
    List<Verdict> ofCases(List<Verdict> cases, Map<Verdict, Instant> otherDues) {
        boolean isByPeriods = promised.duty() instanceof Recur recur && recur.period() != null;
        List<Verdict> mine = cases.stream()
                .filter(one -> one.clause().equals(promised.clause().id())
                        && one.contractVersion() == promised.contract().version()
                        && one.share() == null
                        && one.due() != null
                        && !(isByPeriods && one.clock() != null))
                .toList();
        Instant last = mine.stream()
                .map(WindowReading::dueOf)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return windows(last, span -> {
            List<Verdict> inside = mine.stream()
                    .filter(one ->
                            !dueOf(one).isBefore(span.from()) && dueOf(one).isBefore(span.to()))
                    .toList();
            List<Verdict> counted =
                    inside.stream().filter(one -> one.duplicateOf() == null).toList();
            long kept = counted.stream()
                    .filter(one -> state(one, otherDues.get(one)) == Verdict.State.MET)
                    .count();
            long broken = counted.stream()
                    .filter(one -> state(one, otherDues.get(one)) == Verdict.State.BREACHED)
                    .count();
            long open = counted.stream()
                    .filter(one -> state(one, otherDues.get(one)) == Verdict.State.PENDING)
                    .count();
            return new Counts(kept, kept + broken, kept + broken >= target.minCount(), open == 0, !inside.isEmpty());
        });
    }

    private static Instant dueOf(Verdict one) {
        return java.util.Objects.requireNonNull(one.due()).minusSeconds(1);
    }

    private Verdict.State state(Verdict one, @Nullable Instant otherDue) {
        boolean isFound = one.state() == Verdict.State.MET || one.state() == Verdict.State.BREACHED;
        if (otherDue == null || !isFound) {
            return one.state();
        }
        Instant until = one.stopped() == null ? view.validAsOf() : one.stopped();
        return until.isAfter(otherDue)
                ? Verdict.State.BREACHED
                : one.stopped() == null ? Verdict.State.PENDING : Verdict.State.MET;
    }

    List<Verdict> ofDuty(Duty duty) {
        return switch (duty) {
            case Grade grade -> windows(Instant.MIN, span -> ofEvents(span, grade.event(), one -> good(grade, one)));
            case Score score -> windows(Instant.MIN, span -> ofEvents(span, Score.EVENT, one -> good(score, one)));
            case ShareOfTime time -> windows(Instant.MIN, span -> ofTime(span, time));
            default -> List.of();
        };
    }

    private interface Counting {
        Counts of(Span window);
    }

    private interface Judgement {
        /** Whether it is good; null when it does not count. */
        @Nullable
        Boolean of(Happening one);
    }

    private List<Verdict> windows(Instant last, Counting counting) {
        List<Verdict> verdicts = new ArrayList<>();
        Contract contract = promised.contract();
        for (LocalDate first = first(contract.from());
                !midnight(first).isAfter(view.validAsOf())
                        && (isBeforeTheEnd(first) || !midnight(first).isAfter(last));
                first = next(first)) {
            LocalDate next = next(first);
            Instant begins = Span.later(midnight(first), contract.begins());
            Instant ends = last.equals(Instant.MIN) && contract.until() != null
                    ? Span.earlier(midnight(next), midnight(contract.until()))
                    : midnight(next);
            Counts counts = counting.of(new Span(begins, ends));
            if (!begins.isAfter(view.validAsOf()) && (isBeforeTheEnd(first) || counts.isTold())) {
                verdicts.add(verdict(first + "/" + next, new Span(begins, midnight(next)), counts));
            }
        }
        return verdicts;
    }

    private boolean isBeforeTheEnd(LocalDate day) {
        return promised.contract().until() == null
                || day.isBefore(promised.contract().until());
    }

    private Verdict verdict(String subject, Span window, Counts counts) {
        boolean isOver = !view.validAsOf().isBefore(window.to());
        Verdict.State state = !isOver || !counts.isSettled
                ? Verdict.State.PENDING
                : !counts.isEnough
                        ? Verdict.State.INSUFFICIENT
                        : counts.kept * 100 >= counts.counted * target.share()
                                ? Verdict.State.MET
                                : Verdict.State.BREACHED;
        boolean isBroken = state == Verdict.State.BREACHED;
        return Found.of(promised, subject)
                .state(state)
                .times(window.from(), window.to(), null)
                .broken(
                        isBroken ? window.to() : null,
                        isBroken ? promised.clause().by().id() : null)
                .share((int) counts.kept, (int) counts.counted)
                .verdict();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(promised.contract().zone()).toInstant();
    }

    private LocalDate first(LocalDate day) {
        return switch (target.over()) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case CALENDAR_YEAR -> day.withDayOfYear(1);
            case CONTRACT_YEAR -> promised.contract().from();
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (target.over()) {
            case WEEK -> first.plusDays(7);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case CALENDAR_YEAR -> first.plusYears(1);
            case CONTRACT_YEAR -> year(promised.contract().from(), first.getYear() + 1);
        };
    }

    /** The day on which a contract year begins: that of the version; 1 March for the leap day in other years. */
    static LocalDate year(LocalDate from, int year) {
        boolean isMissing = from.getMonthValue() == 2 && from.getDayOfMonth() == 29 && !java.time.Year.isLeap(year);
        return isMissing ? LocalDate.of(year, 3, 1) : from.withYear(year);
    }

    /** The year of a cap in which a day lies, by its first day. */
    static LocalDate capYear(Window year, LocalDate from, LocalDate day) {
        if (year == Window.CALENDAR_YEAR) {
            return day.withDayOfYear(1);
        }
        LocalDate begins = year(from, day.getYear());
        return begins.isAfter(day) ? year(from, day.getYear() - 1) : begins;
    }

    private Counts ofEvents(Span window, String event, Judgement judgement) {
        long kept = 0;
        long counted = 0;
        for (Happening one : view.told()) {
            boolean isIn = !one.at().isBefore(window.from()) && one.at().isBefore(window.to());
            Boolean isGood = null;
            if (isIn && one.event().equals(event)) {
                isGood = judgement.of(one);
            }
            counted += isGood == null ? 0 : 1;
            kept += Boolean.TRUE.equals(isGood) ? 1 : 0;
        }
        return Counts.of(kept, counted, counted >= target.minCount());
    }

    private static @Nullable Boolean good(Score score, Happening one) {
        String answer = one.facts().get("answer");
        boolean isCounted = score.question().equals(one.facts().get("question"))
                && answer != null
                && !score.notCounted().contains(answer);
        return isCounted ? (Boolean) score.good().contains(answer) : null;
    }

    private static @Nullable Boolean good(Grade grade, Happening one) {
        if (one.facts().containsKey("reinspection")) {
            return null;
        }
        Grade.Points points = grade.points();
        int place = points == null ? grade.scale().indexOf(one.facts().get("grade")) : place(points, one);
        return place < 0 ? null : (Boolean) (place <= grade.scale().indexOf(grade.atLeast()));
    }

    private static int place(Grade.Points points, Happening one) {
        long sum = 0;
        boolean isTold = false;
        for (Map.Entry<String, Integer> worth : points.worth().entrySet()) {
            String count = one.facts().get(worth.getKey());
            isTold |= count != null;
            sum += count == null ? 0 : Long.parseLong(count) * worth.getValue();
        }
        int place = 0;
        while (place < points.below().size() && sum >= points.below().get(place)) {
            place++;
        }
        return isTold ? place : -1;
    }

    private Counts ofTime(Span window, ShareOfTime time) {
        if (time.counted() != null) {
            long part = 0;
            long whole = 0;
            long entries = 0;
            for (Happening one : view.told()) {
                if (one.event().equals(time.counted())
                        && !one.at().isBefore(window.from())
                        && one.at().isBefore(window.to())) {
                    part += Long.parseLong(one.facts().getOrDefault(String.valueOf(time.part()), "0"));
                    entries++;
                    whole += Long.parseLong(one.facts().getOrDefault(String.valueOf(time.whole()), "0"));
                }
            }
            return Counts.of(part, whole, whole > 0 && entries >= target.minCount());
        }
        List<Span> down = new ArrayList<>();
        Instant since = null;
        for (Happening one : view.told()) {
            if (one.event().equals(time.down()) && since == null) {
                since = one.at();
            } else if (one.event().equals(time.up()) && since != null) {
                down.add(new Span(since, one.at()));
                since = null;
            }
        }
        if (since != null) {
            down.add(new Span(since, view.validAsOf()));
        }
        List<Span> open =
                view.hours(time.calendar()).between(window.from(), Span.earlier(window.to(), view.validAsOf()));
        return Counts.of(Span.seconds(Span.without(open, down)), Span.seconds(open), !open.isEmpty());
    }
}
