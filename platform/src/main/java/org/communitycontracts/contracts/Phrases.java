package org.communitycontracts.contracts;

import java.text.ListFormat;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.communitycontracts.engine.Allowance;

/** The sentences of {@code words.properties} in one language, filled in. */
final class Phrases {
    private static final int MIDNIGHT = 24 * 60;

    private final Locale locale;
    private final ResourceBundle words;

    Phrases(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "org.communitycontracts.contracts.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence of this name; its numbers and texts go into the places it keeps for them. */
    String say(String name, Object... values) {
        if (!words.containsKey(name)) {
            throw new MissingResourceException("There is no sentence for " + name, "words.properties", name);
        }
        return new MessageFormat(words.getString(name), locale).format(values);
    }

    /** The sentence of the first name that has one. */
    String sayFirst(List<String> names, Object... values) {
        return say(names.stream().filter(words::containsKey).findFirst().orElse(names.getLast()), values);
    }

    /** An event, a reason or a role in people's words; one without a label is shown as it is written, dashes as spaces. */
    String label(String id) {
        String name = "label." + id;
        return words.containsKey(name)
                ? words.getString(name)
                : id.replace('_', ' ').replace('-', ' ');
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

    private String list(List<String> entries, ListFormat.Type type) {
        return ListFormat.getInstance(locale, type, ListFormat.Style.FULL).format(entries);
    }

    String length(String written) {
        return Allowance.parse(written).map(this::length).orElse(written);
    }

    String length(Allowance length) {
        return say("length." + length.unit().name(), length.count());
    }

    String date(String written) {
        return date(LocalDate.parse(written));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(words.getString("date"), locale).format(date);
    }

    String time(int minutes) {
        if (minutes % MIDNIGHT == 0) {
            return words.getString("time.midnight");
        }
        if (minutes == MIDNIGHT / 2) {
            return words.getString("time.midday");
        }
        String pattern = words.getString(minutes % 60 == 0 ? "time.hour" : "time.minute");
        return DateTimeFormatter.ofPattern(pattern, locale).format(LocalTime.of(minutes / 60, minutes % 60));
    }

    /** "Monday to Friday", "every day", "Monday, Wednesday and Saturday". */
    String days(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return words.getString("days.every");
        }
        boolean isRun = days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        return days.size() > 2 && isRun
                ? say("days.range", name(days.getFirst()), name(days.getLast()))
                : list(days.stream().map(this::name).toList());
    }

    /** Every name of a sentence. */
    Stream<String> names() {
        return words.keySet().stream();
    }

    Locale locale() {
        return locale;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }
}
