package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.engine.clock.Allowance;

/** Tells the clocks of a clause: what starts and stops each, how long it may run, and when it stands still. */
final class ClockWords {
    private final Phrases phrases;
    private final CalendarWords calendars;
    private final CaseWords cases;

    ClockWords(Phrases phrases) {
        this.phrases = phrases;
        this.calendars = new CalendarWords(phrases);
        this.cases = new CaseWords(phrases);
    }

    void tell(Entries clause, Entries root, List<String> sentences) {
        List<Entries> clocks = ClockTree.list(clause);
        if (clocks.size() > 1) {
            sentences.add(phrases.say("clocks", clocks.size()));
        }
        for (Entries clock : clocks) {
            clock.findText("id").ifPresent(id -> sentences.add(phrases.say("clock.named", phrases.label(id))));
            tellClock(clock, root, sentences);
        }
    }

    private void tellClock(Entries clock, Entries root, List<String> sentences) {
        sentences.add(events("starts.", clock.words("start")));
        sentences.add(events("stops.", clock.words("stop")));
        if (clock.value("within") instanceof Text within) {
            sentences.addAll(allowed(within.text(), clock, root));
            sentences.addAll(calendars.of(
                    root.entries("calendars").entries(clock.text("calendar")),
                    Head.length(within.text()).unit()));
        } else {
            ClockTree.groups(clock).forEach(choice -> sentences.add(choice(choice, clock, root)));
            sentences.addAll(calendars.of(clock, root));
        }
        clock.findText("repeat_until")
                .ifPresent(event -> sentences.add(phrases.say("repeat_until", phrases.label(event))));
        clock.groups("pause").forEach(pause -> sentences.add(pause(pause)));
        if (!clock.texts("cancel").isEmpty()) {
            sentences.add(phrases.say("cancel", phrases.anyOf(clock.texts("cancel"))));
        }
        clock.findEntries("reopen").ifPresent(reopen -> sentences.add(reopen(reopen)));
        for (String rule : List.of("recategorise", "handover", "duplicates")) {
            clock.findText(rule).ifPresent(choice -> sentences.add(phrases.say(rule + "." + choice)));
        }
    }

    private String events(String kind, List<String> events) {
        if (events.size() > 1) {
            return phrases.say(kind + "first", phrases.anyOf(events));
        }
        String event = events.getFirst();
        return phrases.sayOr(kind + event, kind + "other", phrases.label(event));
    }

    /** When it is due, by the calendar that this choice or clock names. */
    private List<String> allowed(String written, Entries group, Entries root) {
        Allowance within = Head.length(written);
        Entries calendar = root.entries("calendars").entries(group.text("calendar"));
        String closing =
                phrases.time(EngineContract.minutes(calendar.text("hours").split("-", -1)[1]));
        String name = "within." + within.unit().name();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                within.unit().isUncounted()
                        ? phrases.say(name, "", closing)
                        : phrases.count(name, within.count(), closing));
        if (within.isRange()) {
            sentences.add(phrases.say("range", phrases.length(within)));
        }
        return sentences;
    }

    private String choice(Entries choice, Entries clock, Entries root) {
        List<String> promised = promised(choice, choice.has("calendar") ? choice : clock, root);
        promised.addAll(calendars.of(choice, root));
        String said = String.join(" ", promised);
        return choice.findEntries("when")
                .map(when -> phrases.say("case.when", cases.conditions(when), said))
                .orElseGet(() -> phrases.say("case.otherwise", said));
    }

    private List<String> promised(Entries choice, Entries counting, Entries root) {
        String promised = ClockTree.promised(choice);
        return promised.equals(ClockTree.NOTHING)
                ? new ArrayList<>(List.of(phrases.say("case.nothing")))
                : allowed(promised, counting, root);
    }

    private String pause(Entries pause) {
        String from = pause.text("from");
        String to = pause.text("to");
        return phrases.sayOr(
                "pause." + from + "." + to,
                "pause.other",
                phrases.length(pause.text("at_most")),
                phrases.label(from),
                phrases.label(to));
    }

    private String reopen(Entries reopen) {
        return phrases.say("reopen." + reopen.findText("as").orElse("resume"), phrases.length(reopen.text("within")));
    }
}
