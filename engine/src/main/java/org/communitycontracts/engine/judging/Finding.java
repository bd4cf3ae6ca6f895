package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one cycle of one promise, before it is put into words.
 *
 * @param promise the promise, on the calendar as it was known
 * @param written the promise as the contract writes it, with every holiday that is known today
 * @param report the report judged
 * @param cycle what happened
 * @param due the last moment at which the promise is kept; null when the promised date cannot be read
 * @param asOf when the question is asked
 * @param rival the finding of another version with which this one was compared, and which it beat; null when there was none
 */
record Finding(
        Promise promise,
        Promise written,
        String report,
        Cycle cycle,
        @Nullable Instant due,
        AsOf asOf,
        @Nullable Finding rival) {
    Verdict.State state() {
        if (cycle.cancel() != null) {
            return Verdict.State.VOID;
        }
        if (due == null) {
            return Verdict.State.UNMEASURABLE;
        }
        if (cycle.end().isAfter(due)) {
            return Verdict.State.BREACHED;
        }
        return cycle.stop() == null ? Verdict.State.PENDING : Verdict.State.MET;
    }

    long used() {
        return promise.clock().used(cycle.start(), cycle.end(), cycle.holds());
    }

    long held() {
        return promise.clock().held(cycle.start(), cycle.end(), cycle.holds());
    }

    boolean isDueBefore(Finding other) {
        return due != null && other.due != null && due.isBefore(other.due);
    }

    Finding against(Finding beaten) {
        return new Finding(promise, written, report, cycle, due, asOf, beaten);
    }

    Verdict verdict() {
        boolean broken = state() == Verdict.State.BREACHED;
        return new Verdict(
                promise.clause().id(),
                promise.contract().id(),
                promise.contract().version(),
                report,
                promise.rule().id().isEmpty() ? null : promise.rule().id(),
                cycle.number(),
                state(),
                cycle.start(),
                due,
                cycle.stop() == null ? null : cycle.stop().moment(),
                used(),
                held(),
                broken ? due : null,
                broken ? promise.clause().by().id() : null,
                List.of(),
                null,
                null,
                cycle.holds().stretches(),
                Reasons.of(this));
    }
}
