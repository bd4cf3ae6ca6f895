package org.communitycontracts.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitycontracts.contracts.Node.Entries;

/** What one clause must keep to beyond the schema: the keys of its duty and strength, and then each of its parts. */
final class ClauseLint {
    private static final Set<String> EVERYWHERE = Set.of(
            "id", "duty", "by", "text", "strength", "when", "target", "exclude", "escalate", "remedy", "negotiable");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "respond", Set.of("clock", "clocks", "evidence"),
            "recur", Set.of("every", "evidence"),
            "grade", Set.of("grade", "evidence"),
            "score", Set.of("score", "evidence"),
            "appoint", Set.of("appoint", "notice", "evidence"),
            "share_of_time", Set.of("time"),
            "rolling_count", Set.of("count"),
            "reciprocal", Set.of("every", "grade", "clock", "clocks", "evidence"));

    /** Of these keys a clause of the duty has just one. */
    private static final Map<String, List<String>> ONE_OF = Map.of(
            "respond", List.of("clock", "clocks"),
            "appoint", List.of("appoint", "notice"),
            "reciprocal", List.of("every", "grade", "clock", "clocks"));

    private static final Set<String> OF_NOTHING = Set.of("id", "duty", "by", "text", "strength", "when", "negotiable");

    private final Faults faults;
    private final Named named;
    private final WhenLint cases;
    private final ClockLint clocks;
    private final DutyLint duties;
    private final ExclusionLint exclusions;
    private final RemedyLint remedies;

    ClauseLint(Entries root, Faults faults) {
        this.faults = faults;
        this.named = new Named(root, faults);
        this.cases = new WhenLint(faults);
        this.clocks = new ClockLint(named, cases, faults);
        this.duties = new DutyLint(named, faults);
        this.exclusions = new ExclusionLint(named, cases, faults);
        this.remedies = new RemedyLint(root, named, cases, faults);
    }

    void check(Entries clause) {
        checkKeys(clause);
        checkOneOf(clause);
        checkStrength(clause);
        named.checkParty(clause, "by");
        cases.check(clause);
        clocks.check(clause);
        duties.check(clause);
        exclusions.check(clause);
        remedies.check(clause);
        Escalations.check(clause, faults);
    }

    private static boolean isNothing(Entries clause) {
        return clause.findText("strength").filter("none"::equals).isPresent();
    }

    private void checkKeys(Entries clause) {
        String duty = clause.text("duty");
        clause.entries().forEach((key, entry) -> {
            if (isNothing(clause)) {
                if (!OF_NOTHING.contains(key)) {
                    faults.add(
                            entry.key(),
                            "This clause promises nothing that could be checked: its strength is `none`. So "
                                    + Faults.quote(key) + " says nothing.",
                            "Leave it out, or write another strength.");
                }
            } else if (!EVERYWHERE.contains(key)
                    && !KEYS.getOrDefault(duty, Set.of()).contains(key)) {
                refuse(entry, key, duty, "Leave it out, or write another duty.");
            }
        });
    }

    private void refuse(Node.Entry entry, String key, String duty, String whatToWrite) {
        faults.add(
                entry.key(),
                Faults.quote(key) + " says nothing in a clause whose duty is " + Faults.quote(duty) + ".",
                whatToWrite);
    }

    private void checkOneOf(Entries clause) {
        String duty = clause.text("duty");
        List<String> keys = ONE_OF.getOrDefault(duty, List.of());
        List<String> there = keys.stream().filter(clause::has).toList();
        if (isNothing(clause) || keys.isEmpty() || there.size() == 1) {
            return;
        }
        if (there.isEmpty()) {
            faults.add(
                    clause.place(),
                    "Here is a clause whose duty is " + Faults.quote(duty) + ", and it does not say what is done.",
                    "Add " + Faults.list(keys, "or") + ".");
        } else {
            faults.add(
                    clause.value(there.get(1)).place(),
                    "This clause gives two answers: " + Faults.list(there, "and") + ".",
                    "Keep one of the two.");
        }
    }

    private void checkStrength(Entries clause) {
        String strength = clause.findText("strength").orElse("");
        boolean hasShare = clause.has("target") || clause.has("grade") || clause.has("score");
        if (strength.equals("target") && !hasShare) {
            faults.add(
                    clause.value("strength").place(),
                    "This promise is a target, but no share stands in it.",
                    "Add for example `target: {share: 95, over: quarter}`, or write `guarantee`.");
        }
        if (strength.equals("aim") && clause.has("remedy")) {
            faults.add(
                    clause.value("remedy").place(),
                    "From an aim nothing follows, so it has no remedy.",
                    "Leave `remedy` out, or write `strength: guarantee`.");
        }
    }
}
