package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;

/** S16 and S17: each exclusion fits its duty and what bears it out, and one cause has one effect for one case. */
final class ExclusionLint {
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "void", Set.of("evidence", "declared_notice", "facts"),
            "pause", Set.of("evidence", "declared_notice"),
            "extend", Set.of("evidence", "declared_notice", "agreement", "told"),
            "switch", Set.of("evidence", "agreement", "told"));

    private final Named named;
    private final WhenLint cases;
    private final Faults faults;

    ExclusionLint(Named named, WhenLint cases, Faults faults) {
        this.named = named;
        this.cases = cases;
        this.faults = faults;
    }

    void check(Entries clause) {
        List<Entries> before = new ArrayList<>();
        for (Entries exclusion : clause.groups("exclude")) {
            named.checkCalendar(exclusion);
            named.checkParty(exclusion, "by");
            named.checkParty(exclusion, "decided_by");
            cases.check(exclusion);
            checkFits(exclusion, clause);
            checkNeeds(exclusion);
            checkKeys(exclusion);
            checkCounted(exclusion, clause);
            if (faults.isSound(exclusion)) {
                before.stream()
                        .filter(other -> answersTwice(other, exclusion))
                        .findFirst()
                        .ifPresent(other -> refuse(other, exclusion));
                before.add(exclusion);
            }
        }
    }

    private void checkFits(Entries exclusion, Entries clause) {
        String effect = exclusion.text("effect");
        boolean isClock = !ClockTree.list(clause).isEmpty();
        Set<String> fitting = isClock
                ? Set.of("void", "pause", "extend", "switch")
                : clause.has("every") ? Set.of("void", "pause", "extend") : Set.of("void");
        if (!fitting.contains(effect)) {
            faults.add(
                    exclusion.value("effect").place(),
                    Faults.quote(effect) + " has no meaning in a clause whose duty is "
                            + Faults.quote(clause.text("duty")) + ".",
                    clause.has("every")
                            ? "`extend` moves the end of a period, `pause` stops a gap, `void` leaves the case out."
                            : "Without a clock or a rhythm there is only `void`, which leaves the case out.");
        }
    }

    private void checkNeeds(Entries exclusion) {
        String effect = exclusion.text("effect");
        String needs = exclusion.text("needs");
        if (!NEEDS.getOrDefault(effect, Set.of()).contains(needs)) {
            List<String> fitting = Stream.of("evidence", "declared_notice", "agreement", "told", "facts")
                    .filter(NEEDS.getOrDefault(effect, Set.of())::contains)
                    .toList();
            faults.add(
                    exclusion.value("needs").place(),
                    Faults.quote(needs) + " cannot bear out " + Faults.quote(effect) + ".",
                    "Write " + Faults.list(fitting, "or") + ".");
        }
        if (needs.equals("facts") && !exclusion.has("when")) {
            faults.add(
                    exclusion.place(),
                    "This exclusion rests on the facts of the report, but does not say which.",
                    "Add for example `when: {since: {fact: collected_at, more_than: 48 hours}}`.");
        }
        if (needs.equals("declared_notice") && exclusion.has("decided_by")) {
            faults.add(
                    exclusion.value("decided_by").place(),
                    "A notice is declared for all and not decided case by case.",
                    "Leave `decided_by` out, or write `needs: evidence`.");
        }
    }

    private void checkKeys(Entries exclusion) {
        String effect = exclusion.text("effect");
        if (effect.equals("switch") && !exclusion.has("to")) {
            faults.add(
                    exclusion.place(),
                    "This exclusion switches to another time, but does not say which.",
                    "Add for example `to: 25 working days`.");
        }
        refuse(exclusion, "to", effect.equals("switch"));
        refuse(exclusion, "calendar", effect.equals("switch"));
        refuse(exclusion, "at_most", effect.equals("extend") || effect.equals("pause"));
    }

    private void refuse(Entries exclusion, String key, boolean isFitting) {
        if (!isFitting && exclusion.has(key)) {
            faults.add(
                    exclusion.key(key),
                    Faults.quote(key) + " says nothing beside " + Faults.quote(exclusion.text("effect")) + ".",
                    "Leave it out.");
        }
    }

    private void checkCounted(Entries exclusion, Entries clause) {
        boolean isCounted =
                exclusion.findText("at_most").map(DutyLint::isWorking).orElse(false);
        if (isCounted && RemedyTree.findUsual(clause).isEmpty()) {
            faults.add(
                    exclusion.value("at_most").place(),
                    Faults.quote(exclusion.text("at_most")) + " counts working time, but the clause names no calendar.",
                    "Add for example `calendar: office` to `every`.");
        }
    }

    private static boolean answersTwice(Entries one, Entries other) {
        return one.text("because").equals(other.text("because")) && Cases.overlap(WhenTree.of(one), WhenTree.of(other));
    }

    private void refuse(Entries before, Entries exclusion) {
        String first = before.text("effect");
        String second = exclusion.text("effect");
        faults.add(
                exclusion.value("because").place(),
                Faults.quote(exclusion.text("because")) + " stands here twice"
                        + (first.equals(second) ? "." : ", with two answers: " + first + " and " + second + "."),
                "Keep one of the two.");
    }
}
