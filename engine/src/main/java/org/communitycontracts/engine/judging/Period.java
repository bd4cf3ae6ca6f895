package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.engine.contract.Exclusion.Effect;
import org.communitycontracts.engine.contract.Recur;
import org.jspecify.annotations.Nullable;

/** One period of a duty that recurs, for one street or for the place as a whole, and what was done in it. */
final class Period {
    private final Routine routine;
    private final Span span;
    private final Recur recur;
    private final String name;
    private final List<Happening> acts = new ArrayList<>();

    Period(Routine routine, Span span, String name) {
        this.routine = routine;
        this.span = span;
        this.recur = span.recur();
        this.name = name;
    }

    Span span() {
        return span;
    }

    boolean mayTake(Happening act) {
        return routine.acts().has(name, act);
    }

    void take(Happening act) {
        acts.add(act);
    }

    /** Whether it was done as often as is asked. */
    boolean isFull() {
        return acts.size() >= recur.atLeast();
    }

    boolean isOver(Instant moment) {
        return !moment.isBefore(span.due());
    }

    boolean isOwnPlaceOf(Instant moment) {
        return !moment.isBefore(span.start()) && moment.isBefore(span.end());
    }

    Verdict verdict(AsOf asOf) {
        Happening tooMany = tooMany();
        Verdict.State state = state(asOf);
        Conclusion found = Conclusion.of(state, span.start(), span.due(), new PeriodReasons(span, acts, state).steps())
                .stopped(reached())
                .breachedAt(tooMany == null ? span.due() : tooMany.at());
        Notice taken = taken();
        return span.clause()
                .verdict(
                        Acts.subject(name, span.first()),
                        taken == null
                                ? found
                                : found.voided("So this period is not counted: "
                                        + taken.told(span.clause().words(span.begins()))));
    }

    private Verdict.State state(AsOf asOf) {
        if (tooMany() != null) {
            return Verdict.State.BREACHED;
        }
        if (isOver(asOf.valid())) {
            return isFull() ? Verdict.State.MET : Verdict.State.BREACHED;
        }
        return recur.atMost() == null && reached() != null ? Verdict.State.MET : Verdict.State.PENDING;
    }

    /** The act that reached the count. */
    private @Nullable Instant reached() {
        return recur.atLeast() > 0 && isFull() ? acts.get(recur.atLeast() - 1).at() : null;
    }

    private @Nullable Happening tooMany() {
        Integer atMost = recur.atMost();
        return atMost != null && acts.size() > atMost ? acts.get(atMost) : null;
    }

    /** The notice that takes the period out; one that came after the promise was kept or broken takes nothing out. */
    private @Nullable Notice taken() {
        Happening tooMany = tooMany();
        Instant settled = tooMany == null ? reached() : tooMany.at();
        return routine.notices().that(Effect.VOID).stream()
                .filter(notice -> notice.meets(span.begins(), span.ends()))
                .filter(notice -> settled == null || !settled.isBefore(starts(notice.first())))
                .findFirst()
                .orElse(null);
    }

    private Instant starts(LocalDate day) {
        return day.atStartOfDay(span.zone()).toInstant();
    }
}
