package org.communitycontracts.standards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.communitycontracts.engine.clock.Allowance.Unit;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Stretch;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.web.Words;
import org.communitycontracts.web.charts.Strip;
import org.communitycontracts.web.charts.Strip.Filling;

/**
 * The clock of a case drawn as a bar: the hours that counted, the hours that did not, the holds, and the time past the due
 * moment.
 *
 * @param strip the drawing
 * @param said the drawing in one sentence, for who does not see it
 * @param names what each filling in it means
 */
record ClockDrawing(Strip strip, String said, Map<Filling, String> names) {
    /** A clock over more days than this is drawn without its nights: they would be too thin to see. */
    private static final long DAYS_WITH_NIGHTS = 31;

    static ClockDrawing of(Ruling ruling, Instant asOf) {
        Verdict verdict = ruling.verdict();
        Instant start = Objects.requireNonNull(verdict.start());
        Instant due = Objects.requireNonNull(verdict.due());
        Instant end = verdict.stopped() == null ? asOf : verdict.stopped();
        Instant last = due.isAfter(end) ? due : end;
        Bar bar = new Bar(start, last);
        Instant counted = earlier(due, end);
        if (ruling.clause().duty() instanceof Respond respond) {
            bar.addOpenHours(respond, counted);
        }
        verdict.holds().forEach(hold -> bar.add(Filling.WAITING, hold.from(), earlier(hold.to(), counted)));
        bar.add(Filling.OVER, due, end);
        Words words = ruling.words();
        String said = words.of(
                verdict.breachedAt() == null ? "clock.said" : "clock.said.late",
                ruling.moment(start),
                ruling.moment(due));
        return new ClockDrawing(
                new Strip(bar.length(), bar.stretches, marks(ruling, bar, words)), said, names(bar, words));
    }

    private static List<Strip.Mark> marks(Ruling ruling, Bar bar, Words words) {
        Verdict verdict = ruling.verdict();
        List<Strip.Mark> marks = new ArrayList<>();
        marks.add(bar.mark(Objects.requireNonNull(verdict.start()), words.of("mark.start"), ruling));
        Strip.Mark due = bar.mark(Objects.requireNonNull(verdict.due()), words.of("mark.due"), ruling);
        Instant stopped = verdict.stopped();
        if (stopped == null) {
            marks.add(due);
        } else {
            Strip.Mark done = bar.mark(stopped, words.of("mark.done"), ruling);
            boolean first = stopped.isBefore(verdict.due());
            marks.add(first ? done : due);
            marks.add(first ? due : done);
        }
        return marks;
    }

    private static Map<Filling, String> names(Bar bar, Words words) {
        Map<Filling, String> names = new java.util.EnumMap<>(Filling.class);
        for (Strip.Stretch stretch : bar.stretches) {
            names.put(
                    stretch.filling(),
                    words.of("filling." + stretch.filling().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return names;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The stretches of the bar, measured in seconds from its start. */
    private static final class Bar {
        private final Instant start;
        private final Instant last;
        private final List<Strip.Stretch> stretches = new ArrayList<>();

        Bar(Instant start, Instant last) {
            this.start = start;
            this.last = last;
        }

        double length() {
            return Math.max(1, Duration.between(start, last).toSeconds());
        }

        private double at(Instant moment) {
            return Math.clamp((double) Duration.between(start, moment).toSeconds(), 0, length());
        }

        Strip.Mark mark(Instant moment, String text, Ruling ruling) {
            return new Strip.Mark(at(moment), text, ruling.moment(moment));
        }

        void add(Filling filling, Instant from, Instant to) {
            if (from.isBefore(to) && at(from) < at(to)) {
                stretches.add(new Strip.Stretch(filling, at(from), at(to)));
            }
        }

        /** Every hour counts when days or plain hours are promised; otherwise the open ones only. */
        void addOpenHours(Respond respond, Instant until) {
            boolean everyHour = respond.within().unit() == Unit.HOURS;
            if (everyHour || Duration.between(start, until).toDays() > DAYS_WITH_NIGHTS) {
                add(Filling.FULL, start, until);
                return;
            }
            add(Filling.THIN, start, until);
            Calendar calendar = respond.calendar();
            for (LocalDate day = calendar.date(start); !day.isAfter(calendar.date(until)); day = day.plusDays(1)) {
                if (calendar.isWorking(day)) {
                    Stretch open = new Stretch(calendar.opening(day), calendar.closing(day));
                    add(Filling.FULL, open.from().isBefore(start) ? start : open.from(), earlier(open.to(), until));
                }
            }
        }
    }
}
