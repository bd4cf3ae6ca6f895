package org.communitycontracts.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.places.Council;
import org.communitycontracts.web.Words;

/**
 * One line of a report's story, as its page tells it.
 *
 * @param at when
 * @param when that moment in words
 * @param text what happened
 * @param notes what is to be added: a clock that starts, an entry made late
 * @param look its mark in the list: plain, or late
 */
record StoryLine(Instant at, String when, String text, List<String> notes, String look) {
    private static final Duration WRITTEN_LATE = Duration.ofHours(24);

    /** The happenings in order of time, with the moments of the panels: at the same time they become notes. */
    static List<StoryLine> listOf(List<Happening> happenings, List<Panel.Piece> pieces, Council council, Words words) {
        List<Panel.Moment> moments = new ArrayList<>(
                pieces.stream().flatMap(piece -> piece.moments().stream()).toList());
        List<StoryLine> lines = new ArrayList<>();
        for (Happening happening : happenings) {
            List<String> notes = new ArrayList<>();
            moments.stream()
                    .filter(moment -> !moment.isLate() && moment.at().equals(happening.at()))
                    .forEach(moment -> notes.add(moment.words()));
            moments.removeIf(
                    moment -> notes.contains(moment.words()) && moment.at().equals(happening.at()));
            String because = happening.facts().getOrDefault("because", "");
            if (happening.event().equals(SaidFixed.UNFIXED) && words.has("because." + because)) {
                notes.add(words.of("because." + because));
            }
            if (happening.at().plus(WRITTEN_LATE).isBefore(happening.recorded())) {
                notes.add(words.of("written-late", when(happening.recorded(), council)));
            }
            lines.add(new StoryLine(
                    happening.at(), when(happening.at(), council), EventWords.of(happening.event()), notes, ""));
        }
        for (Panel.Moment moment : moments) {
            String look = moment.isLate() ? "late" : "";
            lines.add(new StoryLine(moment.at(), when(moment.at(), council), moment.words(), List.of(), look));
        }
        lines.sort(Comparator.comparing(StoryLine::at));
        return lines;
    }

    static String when(Instant moment, Council council) {
        ZonedDateTime local = moment.atZone(council.zone());
        String minutes = local.getMinute() == 0 ? "" : String.format(Locale.ROOT, ".%02d", local.getMinute());
        int hour = local.getHour() % 12 == 0 ? 12 : local.getHour() % 12;
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK).format(local) + ", " + hour + minutes
                + (local.getHour() < 12 ? "am" : "pm");
    }
}
