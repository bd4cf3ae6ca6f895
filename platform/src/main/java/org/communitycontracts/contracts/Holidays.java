package org.communitycontracts.contracts;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Holiday;

/**
 * The public holidays a calendar may name: the divisions of the United Kingdom by their own names, every other country and
 * part of a country by its code ({@code us-ma}). A holiday that falls on a weekend counts on its substitute day only; days
 * that are kept without being a holiday do not count.
 */
final class Holidays {
    static final String NONE = "none";
    private static final Map<String, String> DIVISIONS =
            Map.of("england-and-wales", "gb-eng", "scotland", "gb-sct", "northern-ireland", "gb-nir");
    private static final Set<String> COUNTRIES = countries();
    private static final ResourceBundle PROCLAIMED =
            ResourceBundle.getBundle("org.communitycontracts.contracts.proclaimed");

    private Holidays() {}

    /**
     * Whether there is such a list. {@code gb} alone is none: its divisions keep different holidays, and the days they share
     * are not the whole of any.
     */
    static boolean exist(String name) {
        return name.equals(NONE) || (!name.equals("gb") && findPlace(name).isPresent());
    }

    /** What to write instead of a name that does not exist. */
    static String suggest(String name) {
        Set<String> known = new TreeSet<>(DIVISIONS.keySet());
        if (name.startsWith("gb") || name.startsWith("uk")) {
            return "Write " + Faults.list(List.copyOf(known), "or") + ".";
        }
        known.add(NONE);
        known.addAll(COUNTRIES);
        String country = name.split("-", -1)[0];
        findPlace(country)
                .ifPresent(place -> place.getChildren().keySet().forEach(part -> known.add(country + "-" + part)));
        return Nearest.ask(
                name,
                known,
                "Write `none`, `england-and-wales`, `scotland`, `northern-ireland`, or a country and its part, such as"
                        + " `us-ma`.");
    }

    /** What people call the place whose holidays these are: "Massachusetts, United States of America". */
    static String place(String name, Locale locale) {
        String place =
                findPlace(name).map(found -> found.getDescription(locale)).orElse(name);
        int part = name.lastIndexOf('-');
        return part < 0 || DIVISIONS.containsKey(name) ? place : place + ", " + place(name.substring(0, part), locale);
    }

    /** The holidays of the first year, the last year and all between, in order; none when there is no such list. */
    static List<Holiday> list(String name, int firstYear, int lastYear, ZoneId zone) {
        if (name.equals(NONE) || !exist(name)) {
            return List.of();
        }
        return IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(Year::of)
                .flatMap(year -> list(steps(name), year, zone))
                .sorted(Comparator.comparing(Holiday::on))
                .toList();
    }

    private static Stream<Holiday> list(String[] steps, Year year, ZoneId zone) {
        String[] parts = Arrays.copyOfRange(steps, 1, steps.length);
        return manager(steps[0]).getHolidays(year, parts).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(holiday -> new Holiday(
                        holiday.getDate(), holiday.getDescription(Locale.UK), known(steps, holiday.getDate(), zone)));
    }

    /** When a holiday of one year only was proclaimed; always known when it comes every year. */
    private static Instant known(String[] steps, LocalDate on, ZoneId zone) {
        return Stream.of(steps[0], String.join("-", steps))
                .map(place -> place + "." + on)
                .filter(PROCLAIMED::containsKey)
                .map(key -> LocalDate.parse(PROCLAIMED.getString(key))
                        .atStartOfDay(zone)
                        .toInstant())
                .findFirst()
                .orElse(Instant.MIN);
    }

    /** The exact place, every step of the code found; the library itself is silent about a step it does not know. */
    private static Optional<CalendarHierarchy> findPlace(String name) {
        String[] steps = steps(name);
        if (!COUNTRIES.contains(steps[0])) {
            return Optional.empty();
        }
        Optional<CalendarHierarchy> place = Optional.of(manager(steps[0]).getCalendarHierarchy());
        for (String step : Arrays.asList(steps).subList(1, steps.length)) {
            place = place.map(around -> around.getChildren().get(step));
        }
        return place;
    }

    private static String[] steps(String name) {
        return DIVISIONS.getOrDefault(name, name).split("-", -1);
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    private static Set<String> countries() {
        Set<String> codes = new TreeSet<>();
        HolidayManager.getSupportedCalendarCodes().forEach(code -> codes.add(code.toLowerCase(Locale.ROOT)));
        return Set.copyOf(codes);
    }
}
