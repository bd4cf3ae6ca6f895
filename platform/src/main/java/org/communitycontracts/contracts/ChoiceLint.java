package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.contract.When;

/** What the choices of a clock must keep to: each can be reached, and the last is for all the rest. */
final class ChoiceLint {
    private final Named named;
    private final WhenLint cases;
    private final Faults faults;

    ChoiceLint(Named named, WhenLint cases, Faults faults) {
        this.named = named;
        this.cases = cases;
        this.faults = faults;
    }

    void check(Entries clock) {
        List<Entries> choices = ClockTree.groups(clock);
        if (choices.isEmpty()) {
            return;
        }
        for (Entries choice : choices) {
            named.checkCalendar(choice);
            cases.check(choice);
            checkForm(choice, choice.equals(choices.getLast()));
        }
        if (choices.stream().allMatch(faults::isSound)) {
            checkReach(choices);
            if (ClockTree.lengths(clock).isEmpty()) {
                faults.add(
                        clock.value("within").place(),
                        "Every one of these choices promises nothing.",
                        "Write a time in one of them, or `strength: none` in the clause.");
            }
        }
    }

    private void checkForm(Entries choice, boolean isLast) {
        if (choice.has("otherwise")) {
            if (!isLast) {
                faults.add(
                        choice.place(),
                        "`otherwise` is for all cases left, so the choices after it can never be reached.",
                        "Put it last.");
            } else if (choice.has("when") || choice.has("allow")) {
                faults.add(
                        choice.place(),
                        "`otherwise` is for all cases left and says the time itself.",
                        "Write for example `{otherwise: 5 working days}`.");
            }
        } else if (isLast) {
            faults.add(
                    choice.place(),
                    "The last of these choices is not for all other cases.",
                    "Add one more choice at the end, for example `{otherwise: 5 working days}`, or `{otherwise: nothing}`.");
        } else if (!choice.has("when") || !choice.has("allow")) {
            faults.add(
                    choice.place(),
                    "A choice says for which cases it is, and which time they are allowed.",
                    "Write for example `{when: {category: [danger]}, allow: 24 hours}`.");
        }
    }

    private void checkReach(List<Entries> choices) {
        List<When> before = new ArrayList<>();
        for (Entries choice : choices) {
            When when = WhenTree.of(choice);
            for (int earlier = 0; earlier < before.size(); earlier++) {
                if (Cases.cover(before.get(earlier), when)) {
                    faults.add(
                            choice.place(),
                            "This choice can never be reached: the one in line "
                                    + choices.get(earlier).place().line() + " is taken for all its cases.",
                            "Put it before that one, or leave it out.");
                    break;
                }
            }
            before.add(when);
        }
    }
}
