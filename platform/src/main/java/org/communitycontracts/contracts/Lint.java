package org.communitycontracts.contracts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Place;

/** The rules that no schema can say: what one part of a contract demands of another. */
final class Lint {
    /** Of those that are money: the rest of the list are gold, funds and tests. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(toUnmodifiableSet());

    private final Entries root;
    private final Faults faults;
    private final Faults advice;

    private Lint(Entries root, Faults faults, Faults advice) {
        this.root = root;
        this.faults = faults;
        this.advice = advice;
    }

    /** Checks every part in which the schema found no fault, so that a person is told everything at once. */
    static void check(Entries root, Faults faults, Faults advice) {
        new Lint(root, faults, advice).check();
    }

    private void check() {
        List<Entries> calendars = root.find("calendars")
                .filter(group -> !faults.isOn(group))
                .map(this::listSound)
                .orElse(List.of());
        List<Entries> clauses = root.find("clauses")
                .filter(list -> !faults.isOn(list))
                .map(this::listSound)
                .orElse(List.of());
        if (root.find("in_force").filter(faults::isSound).isPresent()) {
            checkTerm(root.entries("in_force"));
        }
        checkZone(root);
        checkCurrency();
        calendars.forEach(this::checkCalendar);
        checkNames(clauses);
        ClauseLint clauseLint = new ClauseLint(root, faults);
        clauses.forEach(clauseLint::check);
        TwoAnswers.check(clauses, faults);
        if (faults.isEmpty()) {
            new Advice(root, advice).give();
        }
    }

    private List<Entries> listSound(Node listOrGroup) {
        Stream<Node> values = switch (listOrGroup) {
            case Node.Items list -> list.items().stream();
            case Entries group -> group.entries().values().stream().map(Node.Entry::value);
            default -> Stream.empty();
        };
        return values.filter(Entries.class::isInstance)
                .map(Entries.class::cast)
                .filter(faults::isSound)
                .toList();
    }

    private void checkTerm(Entries inForce) {
        LocalDate from = LocalDate.parse(inForce.text("from"));
        inForce.findText("until")
                .map(LocalDate::parse)
                .filter(until -> !until.isAfter(from))
                .ifPresent(until -> faults.add(
                        inForce.value("until").place(),
                        "This contract ends on " + until + ", before it has begun: it begins on " + from + ".",
                        "Write an end after the beginning, or leave `until` out."));
    }

    private void checkCurrency() {
        root.find("currency")
                .filter(Node.Text.class::isInstance)
                .filter(faults::isSound)
                .map(written -> ((Node.Text) written).text())
                .filter(code -> !CURRENCIES.contains(code))
                .ifPresent(code -> faults.add(
                        root.value("currency").place(),
                        Faults.quote(code) + " is not a currency.",
                        Nearest.ask(code, CURRENCIES, "Write for example `GBP` or `EUR`.")));
    }

    private void checkZone(Entries group) {
        Optional<Node> written =
                group.find("zone").filter(Node.Text.class::isInstance).filter(faults::isSound);
        written.map(zone -> ((Node.Text) zone).text())
                .filter(zone -> !isZone(zone))
                .ifPresent(zone -> faults.add(
                        group.value("zone").place(),
                        Faults.quote(zone) + " is not a time zone.",
                        Nearest.ask(zone, ZoneId.getAvailableZoneIds(), "Write for example `Europe/London`.")));
    }

    /** A zone of a place, or UTC: the rest of the list are old names and fixed distances, which keep no summer time. */
    private static boolean isZone(String zone) {
        boolean isPlace = zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
        return (isPlace || zone.equals("UTC")) && ZoneId.getAvailableZoneIds().contains(zone);
    }

    private void checkCalendar(Entries calendar) {
        checkZone(calendar);
        String holidays = calendar.text("holidays");
        if (!Holidays.exist(holidays)) {
            faults.add(
                    calendar.value("holidays").place(),
                    "There is no list of holidays called " + Faults.quote(holidays) + ".",
                    Holidays.suggest(holidays));
        }
        String[] hours = calendar.text("hours").split("-", -1);
        if (EngineContract.minutes(hours[0]) >= EngineContract.minutes(hours[1])) {
            faults.add(
                    calendar.value("hours").place(),
                    "This calendar closes at " + hours[1] + ", before it opens at " + hours[0] + ".",
                    "Write the opening time first, and two calendars for a night that passes midnight.");
        }
    }

    private void checkNames(List<Entries> clauses) {
        Map<String, Place> first = new HashMap<>();
        for (Entries clause : clauses) {
            Place place = clause.value("id").place();
            Place before = first.putIfAbsent(clause.text("id"), place);
            if (before != null) {
                faults.add(
                        place,
                        "Another clause is called " + Faults.quote(clause.text("id")) + ", in line " + before.line()
                                + ".",
                        "Give each clause a name of its own.");
            }
        }
    }
}
