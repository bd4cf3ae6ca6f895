package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one promise on one report, one after the other: where a reopening, a clock that starts anew, a change of category
 * (S8) or a handover (S9) leads from one to the next.
 *
 * <p>Whether a change of category moves the due moment later is asked as the case stood at that moment, by whichever version asked
 * earliest. What is said of the category while a case is thought to be fixed turns it if it turns out not to have been; a new count is of
 * the category that the case has by then.
 */
final class Course {
    private static final String BASIS = "basis";
    private static final String FIRST_REPORT = "first_report";
    private static final String NEW_FACTS = "new_facts";

    private final Hearing hearing;
    private final Promises promises;
    private final Docket docket;
    private final Deque<Turn> turns;
    private final List<Turn> withoutEffect = new ArrayList<>();
    private @Nullable Promise promise;
    private Start start;
    private @Nullable Turn pending;
    private boolean hasRestarted;

    /**
     * A course that begins with one count.
     *
     * @param turns what may turn it, in order; what lies before the start has its effect on which time is promised
     */
    Course(Docket docket, Promise promise, Start start, List<Turn> turns) {
        this.hearing = docket.hearing();
        this.promises = docket.promises();
        this.docket = docket;
        this.turns = new ArrayDeque<>(turns);
        this.promise = promise;
        this.start = start;
    }

    /** Follows it to its end and notes every count on the docket. */
    void follow() {
        while (promise != null) {
            takeEarlierTurns();
            Finding ran =
                    promise == null ? null : finding(hearing, promise, start).orElse(null);
            if (ran == null) {
                return;
            }
            promise = turn(ran) ? promise : goneOn(ran);
        }
    }

    private Optional<Finding> finding(Hearing when, Promise one, Start from) {
        return when.finding(one, from.numbered(docket.nextNumber(one)));
    }

    /** Takes the turns that come while the count is open, up to the first that ends it. */
    private boolean turn(Finding ran) {
        withoutEffect.clear();
        while (!turns.isEmpty() && !ran.cycle().isClosedBy(turns.element().moment())) {
            Turn turn = turns.remove();
            Promise old = promise;
            Start from = start;
            Hearing then = hearing.until(turn.moment());
            Finding stood = old == null ? null : finding(then, old, from).orElse(null);
            if (old != null && stood != null && turnBy(turn, stood, then)) {
                Finding ended =
                        then.ended(old, from.numbered(docket.nextNumber(old))).orElse(stood);
                note(ended, turn);
                if (turn.kind() == Turn.Kind.HANDOVER) {
                    promise = promises.find(old, ended.promise().contract()).orElse(old);
                }
                return true;
            }
        }
        note(ran, null);
        return false;
    }

    private void note(Finding found, @Nullable Turn supersededBy) {
        docket.note(found.among(hearing.seen().group())
                .turned(new Finding.Turns(supersededBy, List.copyOf(withoutEffect))));
    }

    /** The promise of the next count, if there is one. */
    private @Nullable Promise goneOn(Finding ran) {
        Start next = ran.cycle().next();
        Promise last = promise;
        if (next == null || last == null) {
            return null;
        }
        start = next;
        return promises.inForceAt(next.trigger().at())
                .filter(last::isSameClockAs)
                .findFirst()
                .orElse(null);
    }

    private boolean turnBy(Turn turn, Finding stood, Hearing then) {
        return switch (turn.kind()) {
            case CHANGE_OF_CATEGORY -> {
                pending = turn;
                yield move(
                        turn, stood.promise().contract().isOutsider(turn.said().by()), stood, then);
            }
            case AGREEMENT -> {
                Turn agreed = pending;
                yield agreed != null
                        && stood.promise().contract().isOutsider(turn.said().by())
                        && move(agreed, true, stood, then);
            }
            case HANDOVER -> restart(turn, stood);
        };
    }

    /**
     * A handover starts the clock again where the contract says so, once, and never after the time has run out. The case goes on under
     * the version by which it was judged until then.
     */
    private boolean restart(Turn turn, Finding stood) {
        if (!stood.promise().rule().moves().restarts()
                || !stood.custodies().takings().contains(turn.said())) {
            return false;
        }
        if (hasRestarted || stood.cycle().stop() != null || stood.isOver()) {
            withoutEffect.add(turn);
            return false;
        }
        hasRestarted = true;
        start = start.goingOn(turn.said());
        return true;
    }

    /**
     * A change of category that does not move the due moment later takes effect at once; any other only with the will of somebody who
     * promises nothing, said before the time ran out.
     */
    private boolean move(Turn change, boolean isWilled, Finding stood, Hearing then) {
        Happening said = change.said();
        if (isUnchanged(said, then)) {
            start = start.knowing(said);
            pending = null;
            return false;
        }
        Step fromEvent = step(said, said, then);
        Step fromReport = step(start.root(), said, then);
        Step to = fromEvent == null ? fromReport : fromEvent;
        Step quick = to != null && countsFromReport(said, to.promise()) ? fromReport : fromEvent;
        if (quick != null && quick.isNoLaterThan(stood)) {
            return leadTo(quick);
        }
        if (!isWilled || stood.isOver()) {
            withoutEffect.remove(change);
            withoutEffect.add(change);
            return false;
        }
        return leadTo(fromReport != null && !fromReport.isNoLaterThan(stood) ? fromReport : quick);
    }

    private boolean leadTo(@Nullable Step step) {
        withoutEffect.removeIf(turn -> turn.equals(pending));
        pending = null;
        promise = step == null ? null : step.promise();
        start = step == null ? start : step.start();
        return true;
    }

    /** Whether the same time of the same clause is promised as before. */
    private boolean isUnchanged(Happening said, Hearing then) {
        Promise old = promise;
        return old != null && then.chosen(old, start.knowing(said)).equals(then.chosen(old, start));
    }

    /** Whether a change of category counts from the report: what the entry says, or else the clause to which it leads. */
    static boolean countsFromReport(Happening said, Promise to) {
        String basis = said.facts().getOrDefault(BASIS, "");
        return basis.equals(FIRST_REPORT)
                || (!basis.equals(NEW_FACTS) && to.rule().moves().fromReport());
    }

    /** Where a change of category leads when the clock counts from this entry; null when nobody answers such a case. */
    private @Nullable Step step(Happening from, Happening said, Hearing then) {
        Start moved = start.moved(from, said);
        return answering(moved, then)
                .flatMap(to -> finding(then, to, moved).map(found -> new Step(to, moved, found)))
                .orElse(null);
    }

    /** The promise that answers the case as it is now: the same clause's, or else one that is started and stopped alike. */
    private Optional<Promise> answering(Start moved, Hearing then) {
        Promise old = promise;
        if (old == null) {
            return Optional.empty();
        }
        List<Promise> alike = promises.inForceAt(moved.trigger().at())
                .filter(other -> other.isSameClockAs(old) || other.answersLike(old))
                .filter(other -> then.chosen(other, moved).isPresent())
                .toList();
        return alike.stream()
                .filter(old::isSameClockAs)
                .findFirst()
                .or(() -> alike.stream().findFirst());
    }

    /** A change of category before the start only decides which time is promised; both are counted from the start. */
    private void takeEarlierTurns() {
        Instant begins = start.moment();
        while (promise != null && !turns.isEmpty() && !turns.element().moment().isAfter(begins)) {
            Turn turn = turns.remove();
            boolean isWilled = promise.contract().isOutsider(turn.said().by());
            boolean mayMove =
                    turn.kind() == Turn.Kind.CHANGE_OF_CATEGORY || (turn.kind() == Turn.Kind.AGREEMENT && isWilled);
            pending = turn.kind() == Turn.Kind.CHANGE_OF_CATEGORY ? turn : pending;
            if (pending != null && mayMove) {
                takeEarlier(pending.said(), isWilled);
            }
        }
    }

    private void takeEarlier(Happening said, boolean isWilled) {
        Promise old = promise;
        Start knowing = start.knowing(said);
        Hearing then = hearing.until(start.moment());
        Promise to = answering(knowing, then).orElse(null);
        Finding was = old == null ? null : finding(then, old, start).orElse(null);
        Finding is = to == null ? null : finding(then, to, knowing).orElse(null);
        if (isWilled || (is != null && (was == null || !was.isDueBefore(is)))) {
            promise = to;
            start = knowing;
            pending = null;
        }
    }

    /**
     * Where a change of category leads.
     *
     * @param found what is found there, at the moment of the change
     */
    private record Step(Promise promise, Start start, Finding found) {
        boolean isNoLaterThan(Finding stood) {
            return found.due() != null && !stood.isDueBefore(found);
        }
    }
}
