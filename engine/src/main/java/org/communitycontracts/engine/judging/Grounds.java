package org.communitycontracts.engine.judging;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** Says in words what a case must be like: "the category is “flytip” and it started on Saturday or Sunday". */
final class Grounds {
    private final When when;
    private final List<String> parts = new ArrayList<>();

    private Grounds(When when) {
        this.when = when;
    }

    /** All parts, joined; empty when nothing is asked for. */
    static String of(When when) {
        Grounds grounds = new Grounds(when);
        grounds.tellFacts();
        grounds.tellTime();
        grounds.tellCounts();
        return Words.list(grounds.parts);
    }

    private void tellFacts() {
        tellOneOf("category", when.categories());
        tellOneOf("area", when.areas());
        for (Map.Entry<String, When.Fact> fact : when.facts().entrySet()) {
            switch (fact.getValue()) {
                case When.OneOf(var words) -> tellOneOf(fact.getKey(), words);
                case When.Within(var limits) ->
                    parts.add("the " + plain(fact.getKey()) + " is "
                            + Words.list(limits.stream().map(Grounds::limit).toList()));
            }
        }
    }

    private void tellOneOf(String fact, Collection<String> words) {
        if (!words.isEmpty()) {
            parts.add("the " + plain(fact) + " is "
                    + String.join(
                            " or ",
                            words.stream()
                                    .sorted()
                                    .map(word -> "“" + word + "”")
                                    .toList()));
        }
    }

    private void tellTime() {
        When.Season season = when.season();
        if (season != null) {
            parts.add("it started in the season from " + day(season.from()) + " to " + day(season.to()));
        }
        if (!when.weekdays().isEmpty()) {
            parts.add("it started on a "
                    + String.join(
                            " or ",
                            when.weekdays().stream()
                                    .sorted(DayOfWeek::compareTo)
                                    .map(Words::weekday)
                                    .toList()));
        }
        When.Daytime daytime = when.daytime();
        if (daytime != null) {
            parts.add("it started between " + time(daytime.from()) + " and " + time(daytime.to()));
        }
        Boolean isWorking = when.workingDay();
        if (isWorking != null) {
            parts.add("it started on a day that is " + (isWorking ? "" : "not ") + "a working day");
        }
    }

    private void tellCounts() {
        When.Since since = when.since();
        if (since != null) {
            parts.add("it started " + (since.than() == When.Than.AT_MOST ? "no later than " : "more than ")
                    + since.within() + " after “" + plain(since.fact()) + "”");
        }
        When.Count count = when.count();
        if (count != null) {
            parts.add(Words.event(count.event()) + " was told at least " + Words.count(count.atLeast(), "time") + " in "
                    + count.in() + with(" for the same ", count.same()) + with(", each ", count.distinct()));
        }
    }

    private static String with(String before, @Nullable String fact) {
        return fact == null ? "" : before + plain(fact) + (before.startsWith(",") ? " counted once" : "");
    }

    private static String limit(When.Limit limit) {
        return limit.than().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                + limit.number().toPlainString();
    }

    private static String day(MonthDay day) {
        String month = day.getMonth().name();
        return day.getDayOfMonth() + " " + month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String time(int minute) {
        return minute % 1440 == 0 ? "midnight" : Words.time(LocalTime.MIN.plusMinutes(minute));
    }

    private static String plain(String fact) {
        return fact.replace('_', ' ');
    }
}
