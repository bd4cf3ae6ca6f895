package org.communitycontracts.engine.judging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Hears one report's story against the versions of one contract, at the two times of one question. */
final class Hearing {
    private final Promises promises;
    private final Stories stories;
    private final String report;
    private final AsOf asOf;
    private final Instant holidaysKnown;
    private final boolean isOfThen;
    private final Timeline seen;

    Hearing(Promises promises, Stories stories, String report, AsOf asOf) {
        this(promises, stories, report, asOf, asOf.known(), false);
    }

    private Hearing(
            Promises promises, Stories stories, String report, AsOf asOf, Instant holidaysKnown, boolean isOfThen) {
        this.promises = promises;
        this.stories = stories;
        this.report = report;
        this.asOf = asOf;
        this.holidaysKnown = holidaysKnown;
        this.isOfThen = isOfThen;
        this.seen = Timeline.of(report, stories, promises.duplicates(), asOf);
    }

    /**
     * The same hearing as it would have been held at an earlier moment, with all that is known now of what had happened by then; but a
     * holiday counts only if it had been proclaimed before, for what was decided then is not undone by a later one (S13). No reason takes the case out of the count then: one that stands to this day has
     * closed it, and nothing turns a closed case.
     */
    Hearing until(Instant moment) {
        Instant before = moment.minusNanos(1);
        return new Hearing(
                promises,
                stories,
                report,
                asOf.until(moment),
                holidaysKnown.isBefore(before) ? holidaysKnown : before,
                true);
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
     * moment where it says that it may. A later version is asked only of a case that was still open when it came into force, by the terms
     * of either: one that ran out of time for a reopening by its own never counted. Empty when such a case is promised nothing.
     */
    Optional<Finding> finding(Promise promise, Start start) {
        return best(promise, start, _ -> true);
    }

    /** The same for a count that ends at the moment of this hearing: a version that had not begun by then never was its own. */
    Optional<Finding> ended(Promise promise, Start start) {
        return best(promise, start, version -> version.begins().isBefore(asOf.valid()));
    }

    private Optional<Finding> best(Promise promise, Start start, Predicate<Contract> asked) {
        Finding best =
                chosen(promise, start).flatMap(chosen -> settled(chosen, start)).orElse(null);
        for (Contract version : promises.versions()) {
            if (best != null
                    && asked.test(version)
                    && version.transition() == Contract.Transition.BETTER_FOR_RESIDENT
                    && version.begins().isAfter(start.moment())
                    && !best.cycle().isClosedBy(version.begins())) {
                Finding newer = promises.find(promise, version)
                        .flatMap(other -> chosen(other, start))
                        .flatMap(other -> settled(other, start.at(version.begins())))
                        .filter(found -> !found.cycle().isClosedBy(version.begins()))
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

    /** The moment by whose calendar it is chosen what counts for a case: that of its trigger. */
    private Instant chosenAt(Start start) {
        Instant trigger = start.trigger().at();
        return trigger.isBefore(holidaysKnown) ? trigger : holidaysKnown;
    }

    private Case caseOf(Calendar calendar, Start start) {
        Map<String, String> facts =
                start.facts(seen.reported().map(Happening::facts).orElse(Map.of()));
        return new Case(report, facts, start.trigger().at(), calendar, stories, asOf);
    }

    /**
     * Rule S13: a holiday proclaimed later moves the clocks that were running, not the verdicts that were closed. So the case is judged
     * without the holidays of each proclamation in turn, and the first by which it was closed keeps its calendar.
     */
    private Optional<Finding> settled(Promise promise, Start start) {
        for (Instant proclaimed : proclamations(promise)) {
            Finding before = find(promise.knownAt(proclaimed.minusNanos(1)), promise, start, asOf)
                    .orElse(null);
            if (before != null && before.isClosedBy(proclaimed)) {
                return Optional.of(before);
            }
        }
        return find(promise.knownAt(holidaysKnown), promise, start, asOf);
    }

    private List<Instant> proclamations(Promise promise) {
        return promise.calendars()
                .flatMap(calendar -> calendar.proclamations().stream())
                .filter(known -> !known.isAfter(holidaysKnown))
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
        Pleas pleas = known.clause().exclusions().isEmpty()
                ? Pleas.NONE
                : Pleas.of(
                        known, story, start, caseOf(known.written().calendar().knownAt(chosenAt(start)), start));
        Cycle cycle = Replay.cycle(known, story, start, pleas.holds(), when.valid());
        Terms terms = terms(known, cycle, pleas, promised);
        Plea excuse = isOfThen
                ? null
                : pleas.excuse(cycle, terms == null ? null : terms.due()).orElse(null);
        if (excuse != null) {
            Instant end = excuse.begins(start);
            cycle = Replay.cycle(known, seen(when.until(end)), start, pleas.holds(), end)
                    .cancelledBy(excuse.said());
            terms = terms(known, cycle, pleas, promised);
        }
        return Optional.of(new Finding(known, written, story, cycle, pleas, terms, when, null, Finding.Turns.NONE));
    }

    private @Nullable Terms terms(Promise promise, Cycle cycle, Pleas pleas, String promised) {
        Instant due = promised.isEmpty()
                ? promise.clock().due(cycle.start(), cycle.holds(promise.clock()))
                : WrittenMoments.find(promised).orElse(null);
        return due == null ? null : Terms.of(promise, due, cycle, pleas);
    }

    private Timeline seen(AsOf when) {
        return when.equals(asOf) ? seen : Timeline.of(report, stories, promises.duplicates(), when);
    }

    /** The promised date stands on the entry that started the clock, or else on the report itself; null when nothing was promised. */
    private @Nullable String promised(Happening trigger) {
        String own = trigger.facts().get("promised");
        return own == null ? seen.fact("promised") : own;
    }
}
