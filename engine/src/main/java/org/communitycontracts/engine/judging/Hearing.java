package org.communitycontracts.engine.judging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Hears one report's story against the versions of one contract, at the two times of one question. */
final class Hearing {
    private final Promises promises;
    private final Stories stories;
    private final String report;
    private final AsOf asOf;
    private final Timeline seen;

    Hearing(Promises promises, Stories stories, String report, AsOf asOf) {
        this.promises = promises;
        this.stories = stories;
        this.report = report;
        this.asOf = asOf;
        this.seen = Timeline.of(report, stories, promises.common(), asOf);
    }

    /** The same hearing as it would have been held at an earlier moment, with all that is known now. */
    Hearing until(Instant moment) {
        return moment.isBefore(asOf.valid()) ? new Hearing(promises, stories, report, asOf.until(moment)) : this;
    }

    Timeline seen() {
        return seen;
    }

    AsOf asOf() {
        return asOf;
    }

    /** The time promised to a case that starts like this; empty when the clause does not cover it or promises it nothing. */
    Optional<Promise> chosen(Promise promise, Start start) {
        return promise.chosen(caseOf(promise.calendar(), start));
    }

    /**
     * What is found for one count: under the version in force at the trigger, or a later one that gives the resident the earlier due
     * moment where it says that it may. Empty when such a case is promised nothing.
     */
    Optional<Finding> finding(Promise promise, Start start) {
        Finding best =
                chosen(promise, start).flatMap(chosen -> settled(chosen, start)).orElse(null);
        for (Contract version : promises.versions()) {
            if (best != null
                    && version.transition() == Contract.Transition.BETTER_FOR_RESIDENT
                    && version.begins().isAfter(start.moment())
                    && !best.cycle().isClosedBy(version.begins())) {
                Finding newer = promises.find(promise, version)
                        .flatMap(other -> chosen(other, start))
                        .flatMap(other -> settled(other, start.at(version.begins())))
                        .orElse(null);
                best = newer == null ? best : newer.isDueBefore(best) ? newer.against(best) : best.against(newer);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether a clause that has no clock covers a case that starts like this. */
    boolean covers(Contract version, Clause clause, Start start) {
        Calendar dayAndNight =
                new Calendar("day and night", version.zone(), EnumSet.allOf(DayOfWeek.class), 0, 24 * 60, List.of());
        return clause.when().holds(caseOf(dayAndNight, start));
    }

    private Case caseOf(Calendar calendar, Start start) {
        Map<String, String> facts =
                start.facts(seen.reported().map(Happening::facts).orElse(Map.of()));
        return new Case(report, facts, start.trigger().at(), calendar, stories, asOf);
    }

    /**
     * Rule S13: a holiday proclaimed later moves the clocks that were running, not the verdicts that were closed. So the case
     * is judged as it stood at each proclamation in turn, and the first that finds it closed keeps its calendar.
     */
    private Optional<Finding> settled(Promise promise, Start start) {
        for (Instant proclaimed : proclamations(promise.calendar())) {
            Promise before = promise.knownAt(proclaimed.minusNanos(1));
            AsOf then = asOf.noLaterThan(proclaimed);
            if (then.sees(start.trigger())) {
                Finding stood = find(before, promise, start, then).orElse(null);
                Finding now = find(before, promise, start, asOf).orElse(null);
                if (stood != null && now != null && isClosedForGood(stood, now)) {
                    return Optional.of(now);
                }
            }
        }
        return find(promise.knownAt(asOf.known()), promise, start, asOf);
    }

    /** A promise broken then stays broken, also when it was struck out by then; one kept then stays so unless the case was reopened since. */
    private static boolean isClosedForGood(Finding then, Finding now) {
        return switch (then.state()) {
            case BREACHED -> true;
            case MET -> then.cycle().end().equals(now.cycle().end());
            case VOID -> then.isStruckOut();
            default -> false;
        };
    }

    private List<Instant> proclamations(Calendar calendar) {
        return calendar.holidays().stream()
                .map(Holiday::known)
                .filter(known -> known.isAfter(Instant.MIN) && !known.isAfter(asOf.known()))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Finding> find(Promise known, Promise written, Start start, AsOf when) {
        Timeline story = seen(when);
        String promised = known.within().unit() == Allowance.Unit.PROMISED_DATE ? promised(start.trigger()) : "";
        if (promised == null) {
            return Optional.empty();
        }
        Claims claims = known.clause().exclusions().isEmpty()
                ? Claims.NONE
                : Claims.of(known, story, start, caseOf(known.calendar(), start));
        Cycle cycle = Replay.cycle(known, story, start, claims.holds(), when.valid());
        Terms terms = terms(known, cycle, claims, promised);
        Claim excuse = claims.excuse(cycle, terms == null ? null : terms.due()).orElse(null);
        if (excuse != null) {
            Instant end = excuse.begins(start);
            cycle = Replay.cycle(known, seen(when.until(end)), start, claims.holds(), end)
                    .cancelledBy(excuse.said());
            terms = terms(known, cycle, claims, promised);
        }
        return Optional.of(new Finding(known, written, story, cycle, claims, terms, when, null, Finding.Turns.NONE));
    }

    private @Nullable Terms terms(Promise promise, Cycle cycle, Claims claims, String promised) {
        Instant due = promised.isEmpty()
                ? promise.clock().due(cycle.start(), cycle.holds())
                : Moments.find(promised).orElse(null);
        return due == null ? null : Terms.of(promise, due, cycle, claims);
    }

    private Timeline seen(AsOf when) {
        return when.equals(asOf) ? seen : Timeline.of(report, stories, promises.common(), when);
    }

    /** The promised date stands on the entry that started the clock, or else on the report itself; null when nothing was promised. */
    private @Nullable String promised(Happening trigger) {
        String own = trigger.facts().get("promised");
        return own == null ? seen.fact("promised") : own;
    }
}
