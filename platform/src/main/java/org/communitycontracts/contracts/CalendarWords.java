package org.communitycontracts.contracts;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Allowance;

/** Tells which days and hours a calendar counts, and which of them it leaves out. */
final class CalendarWords {
    private final Phrases phrases;

    CalendarWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The sentences on the calendar this group names, whose working time is counted; none when it names none. */
    List<String> of(Entries group, Entries root) {
        return group.findText("calendar")
                .map(name -> root.entries("calendars").entries(name))
                .map(calendar -> of(calendar, isAlways(calendar) ? Allowance.Unit.HOURS : Allowance.Unit.WORKING_DAYS))
                .orElse(List.of());
    }

    private static boolean isAlways(Entries calendar) {
        return calendar.texts("days").size() == DayOfWeek.values().length
                && calendar.text("hours").equals("00:00-24:00")
                && calendar.text("holidays").equals(Holidays.NONE)
                && calendar.items("closed").isEmpty();
    }

    /** The sentences on a calendar by which this unit is counted. */
    List<String> of(Entries calendar, Allowance.Unit unit) {
        List<String> sentences = new ArrayList<>();
        List<String> days = calendar.texts("days");
        String hours = calendar.text("hours");
        boolean isWhole = hours.equals("00:00-24:00");
        if (isAlways(calendar)) {
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
        return sentences;
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
}
