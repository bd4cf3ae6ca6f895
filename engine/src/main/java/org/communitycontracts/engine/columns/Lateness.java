package org.communitycontracts.engine.columns;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The money of a draft whose lateness is counted in another time than its allowance: case by case, from the due moment on. */
final class Lateness {
    private final Draft draft;
    private final ColumnsJudge judge;
    private final Rate rate;

    Lateness(Draft draft, Columns cases, Instant asOf) {
        this.draft = draft;
        this.judge = ColumnsJudge.of(cases, draft.within(), draft.calendar(), asOf);
        this.rate = draft.rate();
    }

    /** Fills in the pence of each group. */
    void count(long[] pence) {
        Cores.shareGroups(judge.cases, () -> pence, (from, to, counts) -> {
            int held = judge.cases.heldFrom(judge.cases.firsts[from]);
            for (int group = from; group < to; group++) {
                for (int i = judge.cases.firsts[group]; i < judge.cases.firsts[group + 1]; i++) {
                    boolean isHeld = held < judge.cases.heldCases.length && judge.cases.heldCases[held] == i;
                    counts[group] += pence(i, isHeld ? judge.cases.boundsOf(held++) : HoldBounds.NONE);
                }
            }
        });
    }

    private long pence(int index, HoldBounds holds) {
        int start = judge.cases.starts[index];
        int due = judge.standard.due(start, holds);
        int end = judge.end(index);
        if (end <= due) {
            return 0;
        }
        return rate.pence(rate.isWallClock() ? wallClockUnits(due, end) : units(due, end));
    }

    private long units(int due, int end) {
        long late = rate.isWorkingTime() ? judge.standard.seconds().between(due, end) : end - due;
        int unit = rate.seconds(draft.calendar());
        return rate.counted() == Rate.Counted.COMPLETED ? late / unit : Math.ceilDiv(late, unit);
    }

    /** A unit is over when the wall clock shows the time of the due moment again, so many days later, as in the redress. */
    private long wallClockUnits(int due, int end) {
        ZoneId zone = draft.calendar().zone();
        LocalDateTime began = LocalDateTime.ofInstant(Moments.instant(due), zone);
        Instant ended = Moments.instant(end);
        long units = ChronoUnit.DAYS.between(began, LocalDateTime.ofInstant(ended, zone)) / rate.days() + 1;
        while (boundary(began, units).isAfter(ended)) {
            units--;
        }
        boolean isBegun =
                rate.counted() == Rate.Counted.STARTED && boundary(began, units).isBefore(ended);
        return isBegun ? units + 1 : units;
    }

    private Instant boundary(LocalDateTime began, long units) {
        return began.plusDays(units * rate.days())
                .atZone(draft.calendar().zone())
                .toInstant();
    }
}
