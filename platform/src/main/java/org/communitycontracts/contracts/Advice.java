package org.communitycontracts.contracts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Text;
import org.communitycontracts.engine.clock.Allowance;

/** What deserves a second look in a contract that is otherwise in good order. */
final class Advice {
    /** Words of which nobody can say whether they were kept. */
    private static final Pattern VAGUE =
            Pattern.compile("\\b(as soon as \\w+(?: possible)?|promptly|where(?:ver)? possible"
                    + "|without (?:undue )?delay|in good time|reasonable time|endeavour|try to)\\b");

    private final Entries root;
    private final Faults advice;

    Advice(Entries root, Faults advice) {
        this.root = root;
        this.advice = advice;
    }

    void give() {
        onUnused();
        for (Entries clause : root.groups("clauses")) {
            for (Entries clock : ClockTree.list(clause)) {
                ClockTree.lengths(clock).forEach(this::onLength);
            }
            onChains(ClockTree.list(clause));
            onVagueWords(clause);
            clause.groups("exclude").forEach(this::onExclusion);
            clause.groups("remedy").forEach(this::onLadder);
        }
    }

    private void onUnused() {
        Set<String> parties = new HashSet<>();
        Set<String> calendars = new HashSet<>();
        collect(root.value("clauses"), Set.of("by", "party", "decided_by"), parties);
        collect(root.value("clauses"), Set.of("calendar"), calendars);
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

    /** The texts under these keys, wherever they stand. */
    private static void collect(Node node, Set<String> keys, Set<String> texts) {
        switch (node) {
            case Node.Items list -> list.items().forEach(item -> collect(item, keys, texts));
            case Entries group ->
                group.entries().forEach((key, entry) -> {
                    if (keys.contains(key) && entry.value() instanceof Text text) {
                        texts.add(text.text());
                    }
                    collect(entry.value(), keys, texts);
                });
            default -> {}
        }
    }

    private void onLength(ClockTree.Length length) {
        Text written = length.written();
        Allowance within = Head.length(written.text());
        Entries calendar = root.entries("calendars").entries(length.calendar());
        if (within.unit() == Allowance.Unit.HOURS && !isAlways(calendar)) {
            advice.add(
                    written.place(),
                    Faults.quote(within.toString()) + " runs day and night, whatever the calendar.",
                    "If you mean hours in which the calendar is open, write `" + within.count() + " working hours`.");
        }
        Entries inForce = root.entries("in_force");
        LocalDate from = LocalDate.parse(inForce.text("from"));
        inForce.findText("until")
                .map(LocalDate::parse)
                .filter(until -> Lengths.isLonger(within, from, until))
                .ifPresent(until -> advice.add(
                        written.place(),
                        Faults.quote(within.toString()) + " is longer than this version is in force, from " + from
                                + " to " + until + ".",
                        "That is right only when another version follows."));
    }

    private static boolean isAlways(Entries calendar) {
        return calendar.texts("days").size() == 7 && calendar.text("hours").equals("00:00-24:00");
    }

    /** A start that looks like the stop of another clock, but for a letter or two, never chains the two. */
    private void onChains(List<Entries> clocks) {
        Set<String> stops = new HashSet<>();
        clocks.forEach(clock -> stops.addAll(clock.words("stop")));
        for (Entries clock : clocks.size() > 1 ? clocks : List.<Entries>of()) {
            clock.oneOrMore("start").stream()
                    .filter(start -> !stops.contains(start.text()))
                    .forEach(start -> Nearest.find(start.text(), stops)
                            .ifPresent(stop -> advice.add(
                                    start.place(),
                                    "No clock of this clause stops with " + Faults.quote(start.text()) + ".",
                                    Nearest.ask(stop))));
        }
    }

    private void onVagueWords(Entries clause) {
        Matcher words = VAGUE.matcher(clause.text("text").toLowerCase(Locale.ROOT));
        if (clause.findText("strength").filter("none"::equals).isPresent() && words.find()) {
            advice.add(
                    clause.value("text").place(),
                    "Nobody can check whether " + Faults.quote(words.group())
                            + " was kept: this promise is shown as one that cannot be measured.",
                    "Agree a time, and write it as a `clock`.");
        }
    }

    private void onExclusion(Entries exclusion) {
        if (exclusion.text("needs").equals("told") && !exclusion.has("at_most") && !exclusion.has("to")) {
            advice.add(
                    exclusion.place(),
                    "The time can be lengthened without end, just by saying so.",
                    "Add for example `at_most: 10 working days`.");
        }
    }

    private void onLadder(Entries remedy) {
        List<Entries> rungs = remedy.groups("ladder");
        if (!rungs.isEmpty() && RemedyLint.hasGrounds(rungs.getLast())) {
            advice.add(
                    rungs.getLast().place(),
                    "The last rung of this ladder asks for grounds too, so some breaches get nothing.",
                    "Add a rung without grounds at the end, for example `{kind: apology}`.");
        }
    }
}
