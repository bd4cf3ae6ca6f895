package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Place;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.engine.clock.Allowance;

/** What the clocks of a clause must keep to beyond the schema: every event with one meaning, every clock one that can start. */
final class ClockLint {
    private final Named named;
    private final Faults faults;
    private final ChoiceLint choices;

    ClockLint(Named named, WhenLint cases, Faults faults) {
        this.named = named;
        this.faults = faults;
        this.choices = new ChoiceLint(named, cases, faults);
    }

    void check(Entries clause) {
        List<Entries> clocks = ClockTree.list(clause);
        for (Entries clock : clocks) {
            named.checkCalendar(clock);
            checkEvents(clock, clause);
            choices.check(clock);
            ClockTree.lengths(clock).forEach(length -> checkLength(length.written()));
            checkRepeats(clock);
        }
        clause.findEntries("clock")
                .flatMap(clock -> clock.find("id"))
                .ifPresent(id -> faults.add(
                        id.place(),
                        "A clause with one clock gives it no name.",
                        "Leave `id` out, or write several clocks under `clocks`."));
        checkNames(clocks);
        checkStarts(clocks);
    }

    /** The schema knows how a range is written, but not which end is larger. */
    private void checkLength(Text length) {
        if (Allowance.parse(length.text()).isEmpty()) {
            faults.add(
                    length.place(),
                    "The range " + Faults.quote(length.text()) + " does not run from less to more.",
                    "Write the smaller number first, for example `2 to 5 working days`.");
        }
    }

    /** No event may mean two things to one clock. */
    private void checkEvents(Entries clock, Entries clause) {
        Map<String, String> meanings = new HashMap<>();
        give(meanings, clock.oneOrMore("start"), "starts the clock");
        give(meanings, clock.oneOrMore("stop"), "stops the clock");
        give(meanings, clock.oneOrMore("cancel"), "takes the case out of the count");
        give(meanings, clock.oneOrMore("repeat_until"), "ends the repetition");
        for (Entries pause : clock.groups("pause")) {
            give(meanings, pause.oneOrMore("from"), "begins a pause");
            if (pause.text("from").equals(pause.text("to"))) {
                faults.add(
                        pause.value("to").place(),
                        "This pause ends with the event it begins with.",
                        "Write the event that ends it.");
            }
        }
        for (Entries exclusion : clause.groups("exclude")) {
            if (clock.texts("cancel").contains(exclusion.text("because"))
                    && !exclusion.text("effect").equals("void")) {
                faults.add(
                        exclusion.value("effect").place(),
                        Faults.quote(exclusion.text("because"))
                                + " already takes the case out of the count, under `cancel`; here it does something else.",
                        "Keep one of the two.");
            }
        }
    }

    private void give(Map<String, String> meanings, List<Text> events, String meaning) {
        for (Text event : events) {
            String before = meanings.putIfAbsent(event.text(), meaning);
            if (before != null && !before.equals(meaning)) {
                faults.add(
                        event.place(),
                        "The event " + Faults.quote(event.text()) + " both " + before + " and " + meaning + ".",
                        "Write another event in one of the two places.");
            }
        }
    }

    private void checkRepeats(Entries clock) {
        if (clock.has("repeat_until") && clock.has("reopen")) {
            faults.add(
                    clock.value("reopen").place(),
                    "This clock starts anew with each stop, so there is nothing to reopen.",
                    "Leave out `reopen` or `repeat_until`.");
        }
    }

    private void checkNames(List<Entries> clocks) {
        Map<String, Place> names = new HashMap<>();
        Map<List<Set<String>>, String> answers = new HashMap<>();
        for (Entries clock : clocks) {
            String name = clock.findText("id").orElse("");
            Place before = names.putIfAbsent(name, clock.place());
            if (before != null) {
                faults.add(
                        clock.value("id").place(),
                        "Another clock of this clause is called " + Faults.quote(name) + ", in line " + before.line()
                                + ".",
                        "Give each clock a name of its own.");
                continue;
            }
            String twin = answers.putIfAbsent(
                    List.of(Set.copyOf(clock.words("start")), Set.copyOf(clock.words("stop"))), name);
            if (twin != null) {
                faults.add(
                        clock.place(),
                        "The clocks " + Faults.quote(twin) + " and " + Faults.quote(name)
                                + " give two answers for one case: the same start and the same stop.",
                        "Write another event in one of them, or keep one.");
            }
        }
    }

    /** Clocks that only start with each other's stops never start. */
    private void checkStarts(List<Entries> clocks) {
        Set<String> stops = new HashSet<>();
        clocks.forEach(clock -> stops.addAll(clock.words("stop")));
        Set<String> reached = new HashSet<>();
        List<Entries> left = new ArrayList<>(clocks);
        while (left.removeIf(clock -> canStart(clock, stops, reached))) {
            // Each round starts the clocks that wait for those of the round before.
        }
        left.forEach(clock -> faults.add(
                clock.value("start").place(),
                "The clock " + Faults.quote(clock.findText("id").orElse(""))
                        + " can never start: it waits for a clock that waits for it.",
                "Let one of them start with an event that stops no clock of this clause, such as `reported`."));
    }

    private static boolean canStart(Entries clock, Set<String> stops, Set<String> reached) {
        boolean can =
                clock.words("start").stream().anyMatch(event -> !stops.contains(event) || reached.contains(event));
        if (can) {
            reached.addAll(clock.words("stop"));
        }
        return can;
    }
}
