package org.communitycontracts.contracts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Place;

/** What one clause must keep to beyond the schema. */
final class ClauseLint {
    private static final Set<String> EVERYWHERE =
            Set.of("id", "duty", "by", "text", "when", "target", "exclude", "escalate", "remedy", "negotiable");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "respond", Set.of("clock", "evidence"),
            "recur", Set.of("every", "evidence"),
            "grade", Set.of("grade", "evidence"),
            "score", Set.of("score", "evidence"),
            "appoint", Set.of("clock", "every", "evidence"),
            "reciprocal", Set.of("every", "evidence"));
    private static final Set<String> WITH_OWN_SHARE = Set.of("grade", "score");

    private final Entries root;
    private final Faults faults;
    private final RemedyLint remedies;

    ClauseLint(Entries root, Faults faults) {
        this.root = root;
        this.faults = faults;
        this.remedies = new RemedyLint(faults);
    }

    void check(Entries clause) {
        checkKeys(clause);
        checkNamed("parties", "party", clause, "by");
        clause.findEntries("clock").ifPresent(clock -> {
            checkNamed("calendars", "calendar", clock, "calendar");
            checkEvents(clock, clause);
        });
        clause.findEntries("target").ifPresent(this::checkTarget);
        clause.findEntries("grade").ifPresent(this::checkGrade);
        checkExclusions(clause);
        remedies.check(clause);
        Escalations.check(clause, faults);
    }

    private void checkKeys(Entries clause) {
        String duty = clause.text("duty");
        clause.entries().forEach((key, entry) -> {
            boolean isTwoShares = key.equals("target") && WITH_OWN_SHARE.contains(duty);
            if (isTwoShares
                    || (!EVERYWHERE.contains(key)
                            && !KEYS.getOrDefault(duty, Set.of()).contains(key))) {
                faults.add(
                        entry.key(),
                        Faults.quote(key) + " says nothing in a clause whose duty is " + Faults.quote(duty) + ".",
                        isTwoShares
                                ? "Write the share under " + Faults.quote(duty) + " only."
                                : "Leave it out, or write another duty.");
            }
        });
    }

    private void checkNamed(String kinds, String kind, Entries group, String key) {
        String name = group.text(key);
        if (root.find(kinds).orElse(null) instanceof Entries known && !known.has(name)) {
            List<String> names = List.copyOf(known.entries().keySet());
            faults.add(
                    group.value(key).place(),
                    "There is no " + kind + " called " + Faults.quote(name) + " in this contract.",
                    Nearest.ask(
                            name,
                            names,
                            "Write " + Faults.list(names, "or") + ", or add it under " + Faults.quote(kinds) + "."));
        }
    }

    /** No event may mean two things to one clock. */
    private void checkEvents(Entries clock, Entries clause) {
        Map<String, String> meanings = new HashMap<>();
        meanings.put(clock.text("start"), "starts the clock");
        give(
                meanings,
                clock.text("stop"),
                "stops the clock",
                clock.value("stop").place());
        clock.items("cancel")
                .forEach(event ->
                        give(meanings, ((Node.Text) event).text(), "takes the case out of the count", event.place()));
        for (Entries pause : clock.groups("pause")) {
            give(
                    meanings,
                    pause.text("from"),
                    "begins a pause",
                    pause.value("from").place());
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

    private void give(Map<String, String> meanings, String event, String meaning, Place place) {
        String before = meanings.putIfAbsent(event, meaning);
        if (before != null && !(before.equals(meaning) && meaning.equals("begins a pause"))) {
            faults.add(
                    place,
                    "The event " + Faults.quote(event) + " both " + before + " and " + meaning + ".",
                    "Write another event in one of the two places.");
        }
    }

    private void checkTarget(Entries target) {
        if (target.has("share") == target.has("percentile")) {
            faults.add(
                    target.place(),
                    target.has("share")
                            ? "This target gives two answers: a share and a percentile."
                            : "This target names no share.",
                    "Write one of the two, for example `share: 95`.");
        }
    }

    private void checkGrade(Entries grade) {
        if (!grade.texts("scale").contains(grade.text("at_least"))) {
            faults.add(
                    grade.value("at_least").place(),
                    Faults.quote(grade.text("at_least")) + " is not a grade of this scale.",
                    "Write " + Faults.list(grade.texts("scale"), "or") + ".");
        }
    }

    /** S16 and S17: each effect fits the duty, and one cause has one effect. */
    private void checkExclusions(Entries clause) {
        Map<String, String> effects = new HashMap<>();
        boolean isPeriod = clause.has("every");
        for (Entries exclusion : clause.groups("exclude")) {
            String effect = exclusion.text("effect");
            String before = effects.putIfAbsent(exclusion.text("because"), effect);
            if (before != null) {
                faults.add(
                        exclusion.value("because").place(),
                        Faults.quote(exclusion.text("because")) + " stands here twice"
                                + (before.equals(effect)
                                        ? "."
                                        : ", with two answers: " + before + " and " + effect + "."),
                        "Keep one of the two.");
            }
            boolean isFitting = Stream.of("void", isPeriod ? "extend" : clause.has("clock") ? "pause" : "void")
                    .anyMatch(effect::equals);
            if (!isFitting) {
                faults.add(
                        exclusion.value("effect").place(),
                        Faults.quote(effect) + " has no meaning in a clause whose duty is "
                                + Faults.quote(clause.text("duty")) + ".",
                        "`pause` stops a clock, `extend` moves the end of a period, `void` leaves the case out.");
            }
        }
    }
}
