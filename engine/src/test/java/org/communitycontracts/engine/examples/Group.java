package org.communitycontracts.engine.examples;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Calendars;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** Some settings by name, and what each of them means. */
record Group(Map<String, Object> settings) {
    private static final Map<String, Calendar> CALENDARS = Map.of(
            "always", Calendars.ALWAYS, "office", Calendars.OFFICE, "scottish_office", Calendars.SCOTTISH_OFFICE);

    boolean has(String key) {
        return settings.containsKey(key);
    }

    String text(String key) {
        return (String) value(key);
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    @Nullable
    Integer findNumber(String key) {
        return has(key) ? (Integer) number(key) : null;
    }

    /** One text or a list of them. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        return value(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(text(key));
    }

    Set<String> set(String key) {
        return new LinkedHashSet<>(texts(key));
    }

    Group group(String key) {
        return of(value(key));
    }

    List<Group> groups(String key) {
        return has(key) ? ((List<?>) value(key)).stream().map(Group::of).toList() : List.of();
    }

    LocalDate day(String key) {
        return LocalDate.parse(text(key));
    }

    @Nullable
    Allowance allowance(String key) {
        return has(key) ? Allowance.parse(text(key)).orElseThrow(() -> wrong(key)) : null;
    }

    Calendar calendar() {
        String name = text("calendar", "always");
        Calendar calendar = CALENDARS.get(name);
        if (calendar == null) {
            throw wrong("calendar");
        }
        return calendar;
    }

    When.@Nullable Season season() {
        return has("season")
                ? new When.Season(
                        MonthDay.parse("--" + group("season").text("from")),
                        MonthDay.parse("--" + group("season").text("to")))
                : null;
    }

    private Object value(String key) {
        Object value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The example lacks the setting " + key);
        }
        return value;
    }

    private IllegalArgumentException wrong(String key) {
        return new IllegalArgumentException("Not understood: " + key + ": " + settings.get(key));
    }

    static Group of(Object value) {
        Map<String, Object> settings = new java.util.LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, each) -> settings.put((String) key, each));
        return new Group(settings);
    }
}
