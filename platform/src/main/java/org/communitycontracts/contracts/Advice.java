package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.clock.Allowance;

/** What deserves a second look in a contract that is otherwise in good order. */
final class Advice {
    private final Entries root;
    private final Faults advice;

    Advice(Entries root, Faults advice) {
        this.root = root;
        this.advice = advice;
    }

    void give() {
        onUnused();
        for (Entries clause : root.groups("clauses")) {
            if (Unjudged.in(clause)) {
                advice.add(
                        clause.place(),
                        "`exclude`, `recategorise`, `handover` and `duplicates` are told to residents but not judged yet:"
                                + " verdicts on this clause are given without them.",
                        "");
            }
            clause.findEntries("clock")
                    .filter(clock -> root.entries("calendars").has(clock.text("calendar")))
                    .ifPresent(this::onLength);
        }
    }

    private void onUnused() {
        Set<String> parties = new HashSet<>();
        Set<String> calendars = new HashSet<>();
        for (Entries clause : root.groups("clauses")) {
            parties.add(clause.text("by"));
            clause.findEntries("clock").ifPresent(clock -> calendars.add(clock.text("calendar")));
        }
        root.entries("calendars").entries().forEach((name, entry) -> {
            if (!calendars.contains(name)) {
                advice.add(entry.key(), "No clause uses the calendar " + Faults.quote(name) + ".", "");
            }
        });
        root.entries("parties").groups().forEach((name, party) -> {
            if (!parties.contains(name) && party.text("role").equals("provider")) {
                advice.add(party.place(), "The provider " + Faults.quote(name) + " promises nothing.", "");
            }
        });
    }

    private void onLength(Entries clock) {
        Allowance within = Allowance.parse(clock.text("within")).orElseThrow();

        Entries calendar = root.entries("calendars").entries(clock.text("calendar"));
        if (within.unit() == Allowance.Unit.HOURS && !isAlways(calendar)) {
            advice.add(
                    clock.value("within").place(),
                    Faults.quote(within.toString()) + " runs day and night, whatever the calendar.",
                    "If you mean hours in which the calendar is open, write `" + within.count() + " working hours`.");
        }
        Entries inForce = root.entries("in_force");
        LocalDate from = LocalDate.parse(inForce.text("from"));
        inForce.findText("until")
                .map(LocalDate::parse)
                .filter(until -> Lengths.isLonger(within, from, until))
                .ifPresent(until -> advice.add(
                        clock.value("within").place(),
                        Faults.quote(within.toString()) + " is longer than this version is in force, from " + from
                                + " to " + until + ".",
                        "That is right only when another version follows."));
    }

    private static boolean isAlways(Entries calendar) {
        return calendar.texts("days").size() == 7 && calendar.text("hours").equals("00:00-24:00");
    }
}
