package org.communitycontracts.engine.judging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Holds;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/** Finds the pleas in a story and weighs each. */
final class Hearsay {

    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String OVER = "_over";
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Promise promise;
    private final Timeline story;
    private final Start start;
    private final ZoneId zone;

    Hearsay(Promise promise, Timeline story, Start start) {
        this.promise = promise;
        this.story = story;
        this.start = start;
        this.zone = promise.contract().zone();
    }

    Stream<Plea> pleas(Exclusion exclusion) {
        return entries(exclusion).map(said -> plea(exclusion, said));
    }

    /** A pause may have begun before the count did; anything else is of the count in which it is said. */
    private Stream<Happening> entries(Exclusion exclusion) {
        Happening from = exclusion.effect() == Exclusion.Effect.PAUSE ? start.root() : start.trigger();
        return switch (exclusion.needs()) {
            case FACTS -> Stream.of(start.trigger());
            case DECLARED_NOTICE ->
                story.ofNone().stream().filter(said -> said.event().equals(exclusion.because()));
            case EVIDENCE, AGREEMENT, TOLD ->
                story.own(exclusion.because()).filter(said -> !said.at().isBefore(from.at()));
        };
    }

    private Plea plea(Exclusion exclusion, Happening said) {
        Decisions decisions = new Decisions(promise.contract(), story, exclusion, said);
        Instant since = since(exclusion, said, decisions.accepted());
        try {
            Stretch time = time(exclusion, said, since);
            Plea.Standing standing = standing(exclusion, said, decisions, time);
            return new Plea(exclusion, said, standing, since, time, decisions.last());
        } catch (DateTimeException _) {
            return new Plea(exclusion, said, Plea.Standing.UNREADABLE, since, null, decisions.last());
        }
    }

    private Plea.Standing standing(Exclusion exclusion, Happening said, Decisions decisions, @Nullable Stretch time) {
        if (!isFromTheRightParty(exclusion, said.by())) {
            return Plea.Standing.WRONG_PARTY;
        }
        if (exclusion.needs() == Exclusion.Needs.EVIDENCE && !said.hasEvidence()) {
            return Plea.Standing.NO_EVIDENCE;
        }
        if (decisions.isThrownOut()) {
            return Plea.Standing.THROWN_OUT;
        }
        if (exclusion.needs() == Exclusion.Needs.DECLARED_NOTICE
                && (time == null || !time.to().isAfter(time.from()))) {
            return Plea.Standing.DECLARED_TOO_LATE;
        }
        return decisions.uphold() ? Plea.Standing.STANDS : Plea.Standing.NOT_ACCEPTED;
    }

    private boolean isFromTheRightParty(Exclusion exclusion, @Nullable String by) {
        boolean isProvider = promise.contract().isProvider(by);
        return switch (exclusion.needs()) {
            case FACTS -> true;
            case AGREEMENT -> promise.contract().isOutsider(by) && exclusion.mayBeSaidBy(by);
            case DECLARED_NOTICE ->
                exclusion.by() == null ? isProvider : exclusion.by().equals(by);
            case TOLD ->
                exclusion.by() == null
                        ? by == null || isProvider
                        : exclusion.by().equals(by);
            case EVIDENCE -> exclusion.mayBeSaidBy(by);
        };
    }

    private Instant since(Exclusion exclusion, Happening said, @Nullable Happening accepted) {
        Instant since = exclusion.needs() == Exclusion.Needs.FACTS ? start.moment() : said.since();
        return accepted == null || accepted.since().isBefore(since) ? since : accepted.since();
    }

    /** The time for which the reason holds; null when it has no length of its own. */
    private @Nullable Stretch time(Exclusion exclusion, Happening said, Instant since) {
        if (exclusion.needs() == Exclusion.Needs.DECLARED_NOTICE) {
            Instant from = midnight(said, FROM);
            Instant end = midnight(said, UNTIL);
            return stretch(since.isAfter(from) ? since : from, end);
        }
        return exclusion.effect() == Exclusion.Effect.PAUSE ? ownTime(exclusion, said, since) : null;
    }

    private Stretch ownTime(Exclusion exclusion, Happening said, Instant since) {
        String begins = said.facts().get(FROM);
        Instant told = begins == null ? said.at() : WrittenMoments.parse(begins);
        Instant from = told.isAfter(since) ? told : since;
        String ends = said.facts().get(UNTIL);
        Instant end = ends == null ? over(exclusion, said) : WrittenMoments.parse(ends);
        Allowance atMost = exclusion.atMost();
        Instant longest = atMost == null ? FOR_EVER : promise.clock(atMost).due(from, Holds.NONE);
        return stretch(from, end.isBefore(longest) ? end : longest);
    }

    private Instant over(Exclusion exclusion, Happening said) {
        return story.own(exclusion.because() + OVER)
                .map(Happening::at)
                .filter(end -> end.isAfter(said.at()))
                .findFirst()
                .orElse(FOR_EVER);
    }

    private Instant midnight(Happening notice, String fact) {
        return LocalDate.parse(notice.facts().getOrDefault(fact, ""))
                .atStartOfDay(zone)
                .toInstant();
    }

    private static Stretch stretch(Instant from, Instant to) {
        return new Stretch(from, to.isBefore(from) ? from : to);
    }
}
