package org.communitycontracts.contracts;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Allowance;

/** Tells a clock: what starts and stops it, which hours count, when it stands still and which reports it leaves out. */
final class ClockWords {
    private final Phrases phrases;

    ClockWords(Phrases phrases) {
        this.phrases = phrases;
    }

    void tell(Entries clause, Entries root, List<String> sentences) {
        clause.findEntries("clock").ifPresent(clock -> {
            Allowance within = Allowance.parse(clock.text("within")).orElseThrow();
            Entries calendar = root.entries("calendars").entries(clock.text("calendar"));
            String[] hours = calendar.text("hours").split("-", -1);
            String closing = phrases.time(EngineContract.minutes(hours[1]));
            sentences.add(event("starts.", clock.text("start")));
            sentences.add(event("stops.", clock.text("stop")));
            sentences.add(within(within, closing));
            tellCalendar(calendar, within.unit(), sentences);
            clock.groups("pause").forEach(pause -> sentences.add(pause(pause)));
            if (!clock.texts("cancel").isEmpty()) {
                sentences.add(phrases.say("cancel", phrases.anyOf(clock.texts("cancel"))));
            }
            clock.findEntries("reopen").ifPresent(reopen -> sentences.add(reopen(reopen)));
            for (String rule : List.of("recategorise", "handover", "duplicates")) {
                clock.findText(rule).ifPresent(choice -> sentences.add(phrases.say(rule + "." + choice)));
            }
        });
    }

    /** Tells what takes a case out of the count, stops its clock or gives it more time. */
    void tellExclusions(Entries clause, List<String> sentences) {
        clause.groups("exclude")
                .forEach(exclusion -> sentences.add(phrases.say(
                        "exclude." + exclusion.text("effect") + "." + exclusion.text("needs"),
                        phrases.label(exclusion.text("because")))));
        if (Unjudged.in(clause)) {
            sentences.add(phrases.say("unjudged"));
        }
    }

    private String within(Allowance within, String closing) {
        String name = "within." + within.unit().name();
        return within.unit().isUncounted()
                ? phrases.say(name, "", closing)
                : phrases.count(name, within.count(), closing);
    }

    private String event(String kind, String event) {
        return phrases.sayOr(kind + event, kind + "other", phrases.label(event));
    }

    private void tellCalendar(Entries calendar, Allowance.Unit unit, List<String> sentences) {
        List<String> days = calendar.texts("days");
        String hours = calendar.text("hours");
        boolean isWhole = hours.equals("00:00-24:00");
        boolean isPlain = calendar.text("holidays").equals(Holidays.NONE)
                && calendar.items("closed").isEmpty();
        if (isWhole && isPlain && days.size() == DayOfWeek.values().length) {
            sentences.add(phrases.say(counted(unit).equals("working") ? "hours.always.working" : "hours.always"));
        } else {
            String[] parts = hours.split("-", -1);
            sentences.add(phrases.say(
                    "hours." + counted(unit) + (isWhole ? ".whole" : ""),
                    phrases.days(EngineContract.weekdays(days)),
                    phrases.time(EngineContract.minutes(parts[0])),
                    phrases.time(EngineContract.minutes(parts[1]))));
            sentences.add(holidays(calendar.text("holidays")));
        }
        if (!calendar.items("closed").isEmpty()) {
            sentences.add(phrases.say(
                    "closed",
                    phrases.list(
                            calendar.items("closed").stream().map(this::closed).toList())));
        }
        calendar.findText("zone")
                .ifPresent(zone -> sentences.add(phrases.say(
                        "zone", ZoneId.of(zone).getDisplayName(TextStyle.FULL, phrases.locale()) + " (" + zone + ")")));
    }

    /** Whether the hours decide when it is due, or only how the time is shown. */
    private static String counted(Allowance.Unit unit) {
        return switch (unit) {
            case WORKING_HOURS, WORKING_DAYS, FULL_WORKING_DAYS, END_OF_NEXT_WORKING_DAY -> "working";
            case NEXT_VISIT -> "visit";
            case HOURS, DAYS, WEEKS, MONTHS, PROMISED_DATE -> "shown";
        };
    }

    private String holidays(String name) {
        return phrases.sayOr("holidays." + name, "holidays.other", Holidays.place(name, phrases.locale()));
    }

    private String closed(Node day) {
        if (!(day instanceof Entries group)) {
            return phrases.date(((Node.Text) day).text());
        }
        List<Object> values = new ArrayList<>(List.of(phrases.date(group.text("date"))));
        group.findText("name").ifPresent(values::add);
        group.findText("known").map(phrases::date).ifPresent(values::add);
        String form = "closed" + (group.has("name") ? ".named" : "") + (group.has("known") ? ".known" : "");
        return values.size() == 1 ? phrases.date(group.text("date")) : phrases.say(form, values.toArray());
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
