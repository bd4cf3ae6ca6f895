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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.communitycontracts.engine.Holiday;

/**
 * The public holidays a calendar may name: the three divisions of the United Kingdom by their own names, every other country
 * and part of a country by its code ({@code us-ma}). A holiday that falls on a weekend counts on its substitute day only;
 * days that are merely observed do not count.
 */
final class Holidays {
    static final String NONE = "none";
    private static final Map<String, String> NATIONS =
            Map.of("england-and-wales", "gb-eng", "scotland", "gb-sct", "northern-ireland", "gb-nir");
    private static final Properties PROCLAIMED = Properties.load("proclaimed.properties");
    private static final Map<String, List<Holiday>> YEARS = new ConcurrentHashMap<>();

    private Holidays() {}

    /**
     * Whether there is such a list. {@code gb} alone is none: its parts keep different holidays, and the days they have in
     * common are not the whole of any.
     */
    static boolean exist(String name) {
        return name.equals(NONE) || (!name.equals("gb") && findPlace(name).isPresent());
    }

    /** What to write instead of a name that does not exist. */
    static String suggest(String name) {
        Set<String> known = new TreeSet<>(NATIONS.keySet());
        known.add(NONE);
        if (name.equals("gb") || name.startsWith("gb-")) {
            return "Write `england-and-wales`, `scotland` or `northern-ireland`.";
        }
        Optional<CalendarHierarchy> country = findPlace(part(name, 0));
        if (country.isPresent()) {
            Set<String> parts = new TreeSet<>(country.get().getChildren().keySet());
            parts.removeIf(code -> !code.startsWith(part(name, 1).substring(0, Math.min(1, part(name, 1).length()))));
            String others = parts.isEmpty() ? "" : ", or with its part, such as `" + part(name, 0) + "-" + parts.iterator().next() + "`";
            return "Write `" + part(name, 0) + "`" + others + ".";
        }
        HolidayManager.getSupportedCalendarCodes().forEach(code -> known.add(code.toLowerCase(Locale.ROOT)));
        return Nearest.ask(
                name,
                known,
                "Write `none`, `england-and-wales`, `scotland`, `northern-ireland` or a country's code, such as `us-ma`.");
    }

    /** What people call the place: "Massachusetts, United States"; its name in the file for the United Kingdom's divisions. */
    static String place(String name, Locale locale) {
        String place = findPlace(name).map(found -> found.getDescription(locale)).orElse(name);
        return name.indexOf('-') < 0 ? place : place + ", " + place(part(name, 0), locale);
    }

    /** The holidays of both years and all between, in order; none when the list does not exist. */
    static List<Holiday> list(String name, int from, int until, ZoneId zone) {
        if (name.equals(NONE) || !exist(name)) {
            return List.of();
        }
        return IntStream.rangeClosed(from, until)
                .mapToObj(year -> YEARS.computeIfAbsent(name + " " + year + " " + zone, key -> list(name, year, zone)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Holiday> list(String name, int year, ZoneId zone) {
        String code = code(name);
        String[] steps = code.split("-", -1);
        return manager(code).getHolidays(Year.of(year), Arrays.copyOfRange(steps, 1, steps.length)).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(holiday -> new Holiday(
                        holiday.getDate(), holiday.getDescription(Locale.UK), known(code, holiday.getDate(), zone)))
                .sorted(java.util.Comparator.comparing(Holiday::on))
                .toList();
    }
}
