package org.communitycontracts.engine.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.judging.Happening;
import org.jspecify.annotations.Nullable;

/**
 * The holds and exclusions said of a case (S5, S16).
 *
 * <p>Readings: anybody (or the named party) may say what is borne out by evidence, a named resident agrees, and only a provider or
 * somebody unnamed tells; a refusal by a
 * named resident or by the one who decides undoes what was said up to then; an event said before the clock started counts from the
 * start, but what was said before a reopening does not count for the new cycle; an extension without the fact {@code by} gives nothing;
 * a request while another waits for its answer is the same hold, until that one's {@code at_most} has run out: then it begins a new one;
 * an answer at the very moment of a request is the
 * answer to the one before; of a case that a reason took out only what was replied by then is heard; a notice extends a due moment by each local day it touches between the start and the due moment.
 */
record Reasons(View view, Tale tale, Run run, OpenHours hours) {
    /** Something that moves the due moment. */
    sealed interface Item {
        Instant begins();

        /** The reason given; at one moment they are taken by name. */
        String name();
    }

    record Hold(Span span) implements Item {
        @Override
        public Instant begins() {
            return span.from();
        }

        @Override
        public String name() {
            return "";
        }
    }

    record Extension(Exclusion of, Instant begins, int count, Allowance.Unit unit) implements Item {
        @Override
        public String name() {
            return of.because();
        }
    }

    record NoticeDays(Exclusion of, Instant begins, Span span, OpenHours hours) implements Item {
        @Override
        public String name() {
            return of.because();
        }

        Extension asExtension(Instant start, Instant due) {
            Span inside = span.cut(start, due);
            int days = inside.isEmpty()
                    ? 0
                    : (int) (hours.day(inside.to().minusSeconds(1)).toEpochDay()
                            - hours.day(inside.from()).toEpochDay()
                            + 1);
            return new Extension(of, begins(), days, Allowance.Unit.DAYS);
        }
    }

    record Switch(String name, Instant begins, Choice to) implements Item {}

    List<Item> inOrder() {
        List<Item> items = new ArrayList<>();
        run.rule.pauses().forEach(pause -> items.addAll(pauses(pause)));
        for (Exclusion exclusion : exclusions()) {
            switch (exclusion.effect()) {
                case VOID -> {}
                case PAUSE -> items.addAll(holds(exclusion));
                case EXTEND -> items.addAll(extensions(exclusion));
                case SWITCH ->
                    said(exclusion)
                            .forEach(one -> items.add(new Switch(
                                    exclusion.because(),
                                    Span.later(one.from(), one.told().recorded()),
                                    Optional.ofNullable(exclusion.to()).orElseThrow())));
            }
        }
        return items;
    }

    private List<Exclusion> exclusions() {
        return run.promised.clause().exclusions().stream()
                .filter(one -> new Fits(view, run.facts, run.told, view.hours(run.choice.calendar(), run.told))
                        .asks(one.when()))
                .toList();
    }

    private List<Hold> pauses(ClockRule.PauseRule pause) {
        List<Hold> holds = new ArrayList<>();
        Span last = null;
        Instant lastReply = null;
        for (Happening one : tale.own().stream()
                .filter(told -> told.event().equals(pause.from()))
                .sorted(Comparator.comparing(told -> Span.later(told.at(), told.recorded())))
                .toList()) {
            Instant begins = Span.later(one.at(), one.recorded());
            boolean wasStopped = !one.at().isAfter(run.since)
                    || run.fixed.stream()
                            .anyMatch(fixed -> !one.at().isBefore(fixed.from())
                                    && !one.at().isAfter(fixed.to()));
            if (Readings.A_HOLD_ENDS_WITH_THE_STOP && wasStopped) {
                continue;
            }
            Instant most = DueWalk.of(hours, List.of()).due(begins, pause.atMost());
            Instant reply = answered(pause, one);
            boolean isSameHold = last != null && begins.isBefore(last.to()) && reply.equals(lastReply);
            if (!isSameHold) {
                last = new Span(begins, most);
                lastReply = reply;
                addHold(new Span(begins, Span.earlier(most, reply)), holds);
            }
        }
        return holds;
    }

    private Instant answered(ClockRule.PauseRule pause, Happening ask) {
        Instant stop = Readings.A_HOLD_ENDS_WITH_THE_STOP ? run.firstStopFrom(ask.at()) : Instant.MAX;
        Instant reply = tale.own().stream()
                .filter(one -> one.event().equals(pause.to()) && one.at().isAfter(ask.at()))
                .filter(one -> !run.isTakenOut || run.ended == null || !one.at().isAfter(run.ended))
                .map(Happening::at)
                .findFirst()
                .orElse(Instant.MAX);
        return Span.earlier(reply, stop);
    }

    private static void addHold(Span span, List<Hold> holds) {
        if (!span.isEmpty()) {
            holds.add(new Hold(span));
        }
    }

    private List<Hold> holds(Exclusion exclusion) {
        List<Hold> holds = new ArrayList<>();
        if (exclusion.needs() == Exclusion.Needs.DECLARED_NOTICE) {
            notices(exclusion).forEach(span -> addHold(span, holds));
            return holds;
        }
        for (Said one : said(exclusion)) {
            Instant told = Fits.moment(one.told().facts().get("from"));
            Instant begins = Span.later(
                    Span.later(told == null ? one.told().at() : told, one.told().recorded()),
                    one.from().isAfter(one.told().at()) ? one.from() : Instant.MIN);
            Instant until = Fits.moment(one.told().facts().get("until"));
            Instant ends = until == null ? over(exclusion, one.told()) : until;
            Instant most = exclusion.atMost() == null
                    ? Instant.MAX
                    : DueWalk.of(hours, List.of()).due(begins, exclusion.atMost());
            addHold(new Span(begins, Span.earlier(ends, most)), holds);
        }
        return holds;
    }

    private Instant over(Exclusion exclusion, Happening told) {
        return tale.own().stream()
                .filter(one -> one.event().equals(exclusion.because() + "_over")
                        && one.at().isAfter(told.at()))
                .map(Happening::at)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private List<? extends Item> extensions(Exclusion exclusion) {
        if (exclusion.needs() == Exclusion.Needs.DECLARED_NOTICE) {
            return declared(exclusion).stream()
                    .map(notice -> new NoticeDays(exclusion, notice.declared(), notice.span(), hours))
                    .toList();
        }
        List<Extension> extensions = new ArrayList<>();
        for (Said one : said(exclusion)) {
            Allowance.parse(one.told().facts().getOrDefault("by", ""))
                    .ifPresent(more -> extensions.add(new Extension(
                            exclusion, Span.later(one.from(), one.told().recorded()), more.count(), more.unit())));
        }
        return extensions;
    }

    /** The first moment from which the case is not counted; null when it is. */
    @Nullable
    Instant voidFrom(Instant due, Instant end) {
        Instant first = null;
        for (Exclusion exclusion : exclusions()) {
            if (exclusion.effect() != Exclusion.Effect.VOID) {
                continue;
            }
            for (Instant one : voids(exclusion, due)) {
                Instant from = Span.later(one, run.start);
                first = from.isAfter(end) ? first : first == null ? from : Span.earlier(first, from);
            }
        }
        return first;
    }

    private List<Instant> voids(Exclusion exclusion, Instant due) {
        return switch (exclusion.needs()) {
            case FACTS -> List.of(run.start);
            case DECLARED_NOTICE ->
                notices(exclusion).stream()
                        .filter(span -> span.to().isAfter(run.start)
                                && !Span.later(span.from(), run.start).isAfter(due))
                        .map(Span::from)
                        .toList();
            case EVIDENCE ->
                said(exclusion).stream().map(one -> one.told().at()).toList();
            case AGREEMENT, TOLD ->
                said(exclusion).stream()
                        .map(one -> Span.later(one.from(), one.told().recorded()))
                        .filter(at -> !at.isAfter(due))
                        .toList();
        };
    }

    /** An exclusion said on the report, and the moment from which it counts. */
    private record Said(Happening told, Instant from) {}

    private List<Said> said(Exclusion exclusion) {
        List<Said> said = new ArrayList<>();
        for (Happening one : tale.own()) {
            boolean isByTheRightOne = exclusion.by() != null
                    ? exclusion.by().equals(one.by())
                    : switch (exclusion.needs()) {
                        case AGREEMENT -> tale.isNamedResident(one);
                        case TOLD -> one.by() == null || tale.contract().isProvider(one.by());
                        default -> true;
                    };
            boolean isBorneOut =
                    exclusion.needs() != Exclusion.Needs.EVIDENCE || one.facts().containsKey("evidence");
            Instant counts = exclusion.decidedBy() == null ? one.at() : accepted(exclusion, one);
            if (one.event().equals(exclusion.because())
                    && exclusion.needs() != Exclusion.Needs.DECLARED_NOTICE
                    && isByTheRightOne
                    && isBorneOut
                    && counts != null
                    && !one.at().isBefore(exclusion.effect() == Exclusion.Effect.PAUSE ? run.root : run.told)
                    && !isRefused(exclusion, one.at())) {
                said.add(new Said(one, counts));
            }
        }
        return said;
    }

    /** When the one who decides accepted it, after the last refusal; null when he has not. */
    private @Nullable Instant accepted(Exclusion exclusion, Happening said) {
        Happening last = lastWord(exclusion, said.at());
        return last == null || isRefusal(exclusion, last) ? null : Tale.since(last);
    }

    private boolean isRefused(Exclusion exclusion, Instant said) {
        Happening last = lastWord(exclusion, said);
        return last != null && isRefusal(exclusion, last);
    }

    /** The last refusal, or the first acceptance after it: the last word counts; null when there is neither. */
    private @Nullable Happening lastWord(Exclusion exclusion, Instant said) {
        Happening last = null;
        for (Happening one : tale.own()) {
            boolean isOfThis = exclusion.because().equals(one.facts().get("because"))
                    && !one.at().isBefore(said)
                    && !one.facts().containsKey("notice_declared");
            boolean isAcceptance = one.event().equals(Exclusion.ACCEPTED)
                    && one.by() != null
                    && one.by().equals(exclusion.decidedBy());
            if (isOfThis && isRefusal(exclusion, one)) {
                last = one;
            } else if (isOfThis && isAcceptance && (last == null || isRefusal(exclusion, last))) {
                last = one;
            }
        }
        return last;
    }

    private boolean isRefusal(Exclusion exclusion, Happening one) {
        return new Notices(view, tale.contract()).isRefusal(exclusion, one);
    }

    private List<Span> notices(Exclusion exclusion) {
        return declared(exclusion).stream().map(Notices.Notice::span).toList();
    }

    private List<Notices.Notice> declared(Exclusion exclusion) {
        return new Notices(view, tale.contract())
                .of(exclusion).stream()
                        .filter(notice -> !isRefused(exclusion, notice.declared()))
                        .toList();
    }
}
