package org.communitycontracts.contracts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Holiday;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Party;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a contract file that has no faults into the engine's words. */
final class EngineContract {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** A clock started on the last day in force may run for years; so holidays are listed well past the end. */
    private static final int YEARS_BEFORE = 5;

    private static final int YEARS_AFTER = 15;

    private EngineContract() {}

    static Contract from(Entries root) {
        ZoneId zone = ZoneId.of(root.text("zone"));
        Entries inForce = root.entries("in_force");
        LocalDate from = LocalDate.parse(inForce.text("from"));
        @Nullable
        LocalDate until = inForce.findText("until").map(LocalDate::parse).orElse(null);
        int lastYear = (until == null ? from : until).getYear() + YEARS_AFTER;
        Map<String, Calendar> calendars = new LinkedHashMap<>();
        root.entries("calendars").groups().forEach((id, calendar) -> {
            List<Holiday> holidays = Holidays.list(
                    calendar.text("holidays"), from.getYear() - YEARS_BEFORE, lastYear, zone(calendar, zone));
            calendars.put(id, calendar(id, calendar, zone(calendar, zone), holidays));
        });
        Map<String, Party> parties = new LinkedHashMap<>();
        root.entries("parties").groups().forEach((id, party) -> parties.put(id, party(id, party)));
        Head head = new Head(zone, currency(root), calendars, parties);
        ClauseTree clauses = new ClauseTree(head);
        return new Contract(
                root.text("id"),
                root.number("version"),
                zone,
                from,
                until,
                head.currency(),
                Head.findWord(Contract.Transition.class, root, "transition").orElse(Contract.Transition.AT_REPORT),
                calendars,
                parties,
                root.groups("clauses").stream().map(clauses::from).toList());
    }

    /** The currency in which the contract counts money: pounds when it does not say. */
    static Currency currency(Entries root) {
        return Currency.getInstance(root.findText("currency").orElse("GBP"));
    }

    private static ZoneId zone(Entries calendar, ZoneId otherwise) {
        return calendar.findText("zone").map(ZoneId::of).orElse(otherwise);
    }

    private static Calendar calendar(String id, Entries calendar, ZoneId zone, List<Holiday> holidays) {
        String[] hours = calendar.text("hours").split("-", -1);
        List<Holiday> closed = new ArrayList<>(holidays);
        calendar.items("closed").stream().map(day -> closed(day, zone)).forEach(closed::add);
        Set<DayOfWeek> days = Set.copyOf(weekdays(calendar.texts("days")));
        return new Calendar(id, zone, days, minutes(hours[0]), minutes(hours[1]), closed);
    }

    /** In the order of the week. */
    static List<DayOfWeek> weekdays(List<String> days) {
        return days.stream()
                .map(day -> DayOfWeek.of(WEEKDAYS.indexOf(day) + 1))
                .sorted()
                .toList();
    }

    /** Minutes after midnight; 24:00 is the midnight that ends the day. */
    static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static Holiday closed(Node day, ZoneId zone) {
        String unnamed = "Closed day";
        if (day instanceof Text date) {
            return new Holiday(LocalDate.parse(date.text()), unnamed, Instant.MIN);
        }
        Entries group = (Entries) day;
        return new Holiday(
                LocalDate.parse(group.text("date")),
                group.findText("name").orElse(unnamed),
                group.findText("known")
                        .map(known -> LocalDate.parse(known).atStartOfDay(zone).toInstant())
                        .orElse(Instant.MIN));
    }

    private static Party party(String id, Entries party) {
        return new Party(id, party.text("name"), Head.word(Party.Role.class, party.text("role")));
    }
}
