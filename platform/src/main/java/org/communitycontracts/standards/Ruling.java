package org.communitycontracts.standards;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.redress.Entitlement;
import org.communitycontracts.reporting.Panel;
import org.communitycontracts.web.Words;

/**
 * A verdict as a report's page shows it.
 *
 * @param verdict what the engine found
 * @param clause what was promised
 * @param scope where the contract holds that promises it: a neighbourhood, or the whole area of a council
 * @param story what happened to the report
 * @param remedies what follows from it, for this report alone
 * @param zone whose wall clock is shown
 * @param words the room's sentences
 */
record Ruling(
        Verdict verdict,
        Clause clause,
        String scope,
        List<Happening> story,
        List<Entitlement> remedies,
        ZoneId zone,
        Words words) {
    static String day(Instant moment, ZoneId zone) {
        return format("d MMMM uuuu").format(moment.atZone(zone));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** "Promise kept", "Promise not kept", "Not yet known", "Not counted". */
    String headline() {
        String found = words.of("found." + key());
        return verdict.cycle() == 1 ? found : words.of("again", found);
    }

    private String key() {
        return verdict.state().name().toLowerCase(Locale.ROOT);
    }

    /** The look of the box the headline stands in. */
    String look() {
        return switch (verdict.state()) {
            case MET -> "verdict verdict--good";
            case BREACHED -> "verdict verdict--short";
            case PENDING, VOID, SUPERSEDED, INSUFFICIENT, UNMEASURABLE -> "verdict";
        };
    }

    /** A few sentences: what was promised by when, and when it was done or why it is not counted. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Instant due = verdict.due();
        Instant stopped = verdict.stopped();
        if (due != null) {
            sentences.add(words.of("promised", clause.by().name(), end(due)));
        }
        if (verdict.state() == Verdict.State.VOID) {
            sentences.add(reason());
        } else if (stopped != null) {
            sentences.add(words.of("done", moment(stopped)));
        } else {
            sentences.add(words.of("open." + (verdict.state() == Verdict.State.BREACHED ? "late" : "running")));
        }
        return sentences;
    }

    /** Why the case is not counted: what happened to it that the clause takes out of the count. */
    private String reason() {
        return story.stream()
                .filter(happening -> clause.duty() instanceof Respond duty
                        && duty.clocks().stream()
                                .anyMatch(clock -> clock.cancel().contains(happening.event()))
                        && !happening.at().isBefore(Objects.requireNonNullElse(verdict.start(), Instant.MIN)))
                .min(Comparator.comparing(Happening::at))
                .map(happening -> words.of("void", outOfTheCount(happening.event()), moment(happening.at())))
                .orElseGet(() -> verdict.why().getLast());
    }

    private String outOfTheCount(String event) {
        return words.has("void." + event) ? words.of("void." + event) : words.of("void.other", event.replace('_', ' '));
    }

    /** {@code Tuesday 26 May 2026, 5pm}. */
    String moment(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return format("EEEE d MMMM uuuu").format(local) + ", " + time(local.toLocalTime());
    }

    /** Midnight, as the end of something, is the end of the day before. */
    private String end(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? words.of("end-of", format("EEEE d MMMM uuuu").format(local.minusDays(1)))
                : moment(moment);
    }

    private static String time(LocalTime time) {
        String plain = format(time.getMinute() == 0 ? "h" : "h.mm").format(time) + (time.getHour() < 12 ? "am" : "pm");
        return time.equals(LocalTime.NOON) ? "noon" : time.equals(LocalTime.MIDNIGHT) ? "midnight" : plain;
    }

    /** What the clock adds to the story: when it began, and when it ran out. */
    List<Panel.Moment> moments() {
        List<Panel.Moment> moments = new ArrayList<>();
        Instant start = verdict.start();
        if (start != null && clause.duty() instanceof Respond respond) {
            List<Choice> choices = rule(respond).choices();
            String starts = choices.size() == 1
                    ? words.of("clock.starts", rule(respond).within())
                    : words.of("clock.starts.chosen");
            moments.add(new Panel.Moment(start, starts, false));
        }
        Instant breachedAt = verdict.breachedAt();
        if (breachedAt != null) {
            moments.add(new Panel.Moment(breachedAt, words.of("clock.broken"), true));
        }
        return moments;
    }

    /** The clock that this verdict is about. */
    private ClockRule rule(Respond respond) {
        return respond.clocks().stream()
                .filter(clock -> clock.id().equals(verdict.clock()))
                .findFirst()
                .orElse(respond.first());
    }

    /** What is given, each in a line: "Money", "An apology". */
    String given(Entitlement remedy) {
        return words.of("given." + remedy.kind().name().toLowerCase(Locale.ROOT));
    }

    /** Tells this clock's drawing from every other on the page. */
    String name() {
        return verdict.contract()
                + '-'
                + verdict.clause()
                + '-'
                + (verdict.clock() == null ? "" : verdict.clock() + '-')
                + verdict.cycle();
    }

    boolean hasClock() {
        return verdict.start() != null && verdict.due() != null && clause.duty() instanceof Respond;
    }

    ClockDrawing clock(Instant asOf) {
        return ClockDrawing.of(this, asOf);
    }
}
