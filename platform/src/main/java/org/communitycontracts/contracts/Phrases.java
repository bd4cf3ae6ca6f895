package org.communitycontracts.contracts;

import java.text.ListFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.web.Words;

/** The sentences of {@code words.properties} in one language, filled in. */
final class Phrases {
    private static final int MIDNIGHT = 24 * 60;

    private final Locale locale;
    private final Words words;

    Phrases(Locale locale) {
        this.locale = locale;
        this.words = Words.beside(Phrases.class, locale);
    }

    /** The sentence of this name; its numbers and texts go into the places it keeps for them. */
    String say(String name, Object... values) {
        return words.of(name, values);
    }

    /** The sentence of this name for a count, which is its first place. */
    String count(String name, int count, Object... values) {
        return words.count(name, count, values);
    }

    /** The first sentence if there is one, else the second. */
    String sayOr(String name, String otherwise, Object... values) {
        return say(words.has(name) ? name : otherwise, values);
    }

    /** An event, a reason or a role in people's words; one without a label is shown as it is written, dashes as spaces. */
    String label(String id) {
        String name = "label." + id;
        return words.has(name) ? words.of(name) : id.replace('_', ' ').replace('-', ' ');
    }

    String labels(List<String> ids) {
        return list(ids.stream().map(this::label).toList());
    }

    /** Labels of which any one is enough: "a, b or c". */
    String anyOf(List<String> ids) {
        return list(ids.stream().map(this::label).toList(), ListFormat.Type.OR);
    }

    String list(List<String> entries) {
        return list(entries, ListFormat.Type.STANDARD);
    }

    /** Texts as they are written, of which any one is enough. */
    String either(List<String> entries) {
        return list(entries, ListFormat.Type.OR);
    }

    /** Weekdays of which any one is enough: "Saturday or Sunday". */
    String eitherDay(List<DayOfWeek> days) {
        return either(days.stream().map(this::name).toList());
    }

    private String list(List<String> entries, ListFormat.Type type) {
        return ListFormat.getInstance(locale, type, ListFormat.Style.FULL).format(entries);
    }

    String length(String written) {
        return Allowance.parse(written).map(this::length).orElse(written);
    }

    String length(Allowance length) {
        if (length.unit().isUncounted()) {
            return say("length." + length.unit().name());
        }
        String whole = count("length." + length.unit().name(), length.count());
        return length.isRange() ? say("length.range", length.least(), whole) : whole;
    }

    /** A day of every year, written as month and day. */
    String dayOfYear(String written) {
        return DateTimeFormatter.ofPattern(words.of("date.of_year"), locale).format(MonthDay.parse("--" + written));
    }

    String date(String written) {
        return date(LocalDate.parse(written));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(words.of("date"), locale).format(date);
    }

    String time(int minutes) {
        if (minutes % MIDNIGHT == 0) {
            return words.of("time.midnight");
        }
        if (minutes == MIDNIGHT / 2) {
            return words.of("time.midday");
        }
        String pattern = words.of(minutes % 60 == 0 ? "time.hour" : "time.minute");
        return DateTimeFormatter.ofPattern(pattern, locale).format(LocalTime.of(minutes / 60, minutes % 60));
    }

    /** "Monday to Friday", "every day", "Monday, Wednesday and Saturday". */
    String days(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return words.of("days.every");
        }
        boolean isRun = days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        return days.size() > 2 && isRun
                ? say("days.range", name(days.getFirst()), name(days.getLast()))
                : list(days.stream().map(this::name).toList());
    }

    Locale locale() {
        return locale;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }
}
