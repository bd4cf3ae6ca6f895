package org.communitycontracts.contracts;

import java.util.List;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.contracts.Node.Text;

/** What the remedies of a clause must keep to beyond the schema: money only where money is promised, ladders that can be climbed. */
final class RemedyLint {
    private static final List<String> OF_MONEY = List.of(
            "claim",
            "claim_within",
            "first",
            "further",
            "table",
            "part_of",
            "at_least",
            "at_most",
            "cap",
            "pay_within",
            "late_payment",
            "paid_by",
            "to",
            "set_off");

    private final Named named;
    private final WhenLint cases;
    private final Faults faults;
    private final PaymentLint payments;

    RemedyLint(Entries root, Named named, WhenLint cases, Faults faults) {
        this.named = named;
        this.cases = cases;
        this.faults = faults;
        this.payments = new PaymentLint(root, named, faults);
    }

    void check(Entries clause) {
        for (Entries remedy : clause.groups("remedy")) {
            if (remedy.has("ladder")) {
                checkLadder(remedy, clause);
            } else if (remedy.has("kind")) {
                checkRemedy(remedy, clause);
            } else {
                faults.add(
                        remedy.place(),
                        "Here is a remedy without `kind`.",
                        "Add for example `kind: apology`, or write a `ladder`.");
            }
        }
    }

    private void checkLadder(Entries remedy, Entries clause) {
        remedy.entries().forEach((key, entry) -> {
            if (!key.equals("ladder")) {
                faults.add(
                        entry.key(),
                        Faults.quote(key) + " says nothing beside a ladder.",
                        "Write it in the rungs it is for.");
            }
        });
        List<Entries> rungs = remedy.groups("ladder");
        for (Entries rung : rungs) {
            cases.check(rung);
            checkRemedy(rung, clause);
            if (!hasGrounds(rung) && !rung.equals(rungs.getLast())) {
                faults.add(
                        rung.place(),
                        "This rung asks for no grounds, so those after it can never be reached.",
                        "Put it last, or give it grounds: `when`, `late_by` or `again`.");
            }
        }
    }

    /** Whether a rung is for some breaches only. */
    static boolean hasGrounds(Entries rung) {
        return Stream.of("when", "late_by", "again").anyMatch(rung::has);
    }

    private void checkRemedy(Entries remedy, Entries clause) {
        boolean isMoney = remedy.text("kind").equals("money");
        named.checkCalendar(remedy);
        if (isMoney && clause.text("duty").equals("reciprocal")) {
            faults.add(
                    remedy.value("kind").place(),
                    "Residents owe no money for a promise of theirs.",
                    "Write another kind of remedy.");
        }
        if (isMoney) {
            payments.check(remedy);
        } else {
            refuseMoney(remedy);
        }
        checkCounted(remedy, clause);
    }

    private void refuseMoney(Entries remedy) {
        for (String key : OF_MONEY) {
            remedy.find(key)
                    .ifPresent(value -> faults.add(
                            value.place(),
                            Faults.quote(key) + " speaks of money, but this remedy is "
                                    + Faults.quote(remedy.text("kind")) + ".",
                            "Put it under a remedy with `kind: money`."));
        }
    }

    /** Working time is a calendar's: the remedy's own, the clause's, or the only one there is. */
    private void checkCounted(Entries remedy, Entries clause) {
        boolean isKnown = remedy.has("calendar") || RemedyTree.findUsual(clause).isPresent() || named.calendars() < 2;
        if (isKnown) {
            return;
        }
        Stream<Text> own = Stream.of("within", "late_by", "claim_within", "pay_within")
                .flatMap(key -> remedy.oneOrMore(key).stream());
        Stream<Text> steps = remedy.groups("table").stream().flatMap(step -> step.oneOrMore("after").stream());
        Stream<Text> further = remedy.findEntries("further").filter(group -> !group.has("calendar")).stream()
                .flatMap(group -> group.oneOrMore("per").stream());
        Stream.of(own, steps, further)
                .flatMap(lengths -> lengths)
                .filter(length -> DutyLint.isWorking(length.text()))
                .findFirst()
                .ifPresent(length -> faults.add(
                        length.place(),
                        Faults.quote(length.text()) + " counts working time, but the clause names no calendar.",
                        "Add for example `calendar: office` to this remedy."));
    }
}
