package org.communitycontracts.engine.judging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Hears one report's story against the versions of one contract, at the two times of one question. */
final class Hearing {
    private final List<Contract> versions;
    private final Timeline story;
    private final Timeline seen;
    private final AsOf asOf;
    private final @Nullable String category;
    private final @Nullable String area;

    Hearing(List<Contract> versions, Timeline story, AsOf asOf) {
        this.versions = versions;
        this.story = story;
        this.seen = story.seen(asOf);
        this.asOf = asOf;
        this.category = seen.fact("category");
        this.area = seen.fact("area");
    }

    /** One finding for each cycle, in order; none when this version was not in force at the trigger (S11) or does not cover the report. */
    List<Finding> findings(Promise promise) {
        if (!promise.clause().when().covers(category, area)) {
            return List.of();
        }
        Optional<Happening> trigger = seen.findFirst(promise.rule().starts());
        if (trigger.isEmpty() || !promise.contract().isInForceAt(trigger.get().at())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> finding = bestForResident(promise, Start.of(trigger.get(), 1));
        while (finding.isPresent()) {
            findings.add(finding.get());
            finding = Optional.ofNullable(finding.get().cycle().next()).flatMap(next -> again(promise, next, findings));
        }
        return findings;
    }

    /** A new cycle stands under the version in force when it begins. */
    private Optional<Finding> again(Promise promise, Happening reopened, List<Finding> before) {
        return versions.stream()
                .filter(version -> version.isInForceAt(reopened.at()))
                .findFirst()
                .flatMap(version -> promise(version, promise.clause().id()))
                .flatMap(current -> bestForResident(current, Start.of(reopened, before.size() + 1)));
    }

    private Optional<Promise> promise(Contract version, String clause) {
        return Promise.listOf(version).stream()
                .filter(promise -> promise.clause().id().equals(clause)
                        && promise.clause().when().covers(category, area))
                .findFirst();
    }

    /** The version in force at the trigger, or a later one that gives the resident the earlier due moment where it says that it may. */
    private Optional<Finding> bestForResident(Promise promise, Start start) {
        Finding best = settled(promise, start).orElse(null);
        for (Contract version : versions) {
            if (best != null
                    && version.transition() == Contract.Transition.BETTER_FOR_RESIDENT
                    && version.begins().isAfter(start.moment())
                    && !best.cycle().isClosedBy(version.begins())) {
                Finding newer = promise(version, promise.clause().id())
                        .flatMap(other -> settled(other, start.at(version.begins())))
                        .orElse(null);
                best = newer == null ? best : newer.isDueBefore(best) ? newer.against(best) : best.against(newer);
            }
        }
        return Optional.ofNullable(best);
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

    /** A promise broken then stays broken; one kept then stays so unless the case was reopened since. */
    private static boolean isClosedForGood(Finding then, Finding now) {
        return switch (then.state()) {
            case BREACHED -> true;
            case MET -> then.cycle().end().equals(now.cycle().end());
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
        Timeline timeline = when.equals(asOf) ? seen : story.seen(when);
        Cycle cycle = Replay.cycle(known, timeline, start, when.valid());
        if (known.within().unit() != Allowance.Unit.PROMISED_DATE) {
            Instant due = known.clock().due(start.moment(), cycle.holds());
            return Optional.of(new Finding(known, written, story.report(), cycle, due, when, null));
        }
        return Optional.ofNullable(promised(start.trigger()))
                .map(text -> new Finding(known, written, story.report(), cycle, moment(text), when, null));
    }

    /** The promised date stands on the entry that started the clock, or else on the report itself; null when nothing was promised. */
    private @Nullable String promised(Happening trigger) {
        String own = trigger.facts().get("promised");
        return own == null ? seen.fact("promised") : own;
    }

    private static @Nullable Instant moment(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return Happening.isDateable(moment) ? moment : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
