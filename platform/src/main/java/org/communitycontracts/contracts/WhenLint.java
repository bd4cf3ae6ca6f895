package org.communitycontracts.contracts;

import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.contract.When;

/** What {@code when} must keep to beyond the schema: cases that can occur, each part with one meaning. */
final class WhenLint {
    private final Faults faults;

    WhenLint(Faults faults) {
        this.faults = faults;
    }

    void check(Entries group) {
        group.findEntries("when").ifPresent(when -> {
            when.findText("between").ifPresent(between -> checkBetween(between, when));
            when.findEntries("since").ifPresent(this::checkSince);
            if (faults.isSound(when)) {
                checkFacts(when, WhenTree.of(group));
            }
        });
    }

    private void checkBetween(String between, Entries when) {
        String[] times = between.split("-", -1);
        boolean isEmpty = EngineContract.minutes(times[0]) % (24 * 60) == EngineContract.minutes(times[1]) % (24 * 60);
        if (isEmpty) {
            faults.add(
                    when.value("between").place(),
                    "This time of day ends when it begins.",
                    "Write two different times, or leave `between` out for the whole day.");
        }
    }

    private void checkSince(Entries since) {
        if (since.has("at_most") == since.has("more_than")) {
            faults.add(
                    since.place(),
                    since.has("at_most")
                            ? "This time since a moment gives two answers: `at_most` and `more_than`."
                            : "This time since a moment does not say how long.",
                    "Write one of the two, for example `at_most: 48 hours`.");
        }
    }

    private void checkFacts(Entries when, When cases) {
        cases.facts().forEach((name, fact) -> {
            if (!Cases.isPossible(fact)) {
                faults.add(
                        when.entries("facts").value(name).place(),
                        "No number keeps all these limits.",
                        "Write limits with room between them, for example `{at_least: 40, less_than: 100}`.");
            }
        });
    }
}
