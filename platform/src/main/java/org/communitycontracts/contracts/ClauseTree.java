package org.communitycontracts.contracts;

import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Node.Entries;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.contract.Target;
import org.communitycontracts.engine.contract.When;
import org.communitycontracts.engine.contract.Window;
import org.jspecify.annotations.Nullable;

/** Reads a clause: who promises what to whom, how strongly, what changes a case and what follows. */
final class ClauseTree {
    private final Head head;
    private final DutyTree duties;
    private final RemedyTree remedies;

    ClauseTree(Head head) {
        this.head = head;
        this.duties = new DutyTree(head);
        this.remedies = new RemedyTree(head);
    }

    Clause from(Entries clause) {
        @Nullable Target target = target(clause);
        return new Clause(
                clause.text("id"),
                head.party(clause.text("by")),
                clause.text("text"),
                WhenTree.of(clause),
                duties.from(clause),
                Head.findWord(Strength.class, clause, "strength")
                        .orElse(target == null ? Strength.GUARANTEE : Strength.TARGET),
                target,
                clause.groups("exclude").stream()
                        .map(exclusion -> exclusion(exclusion, clause))
                        .toList(),
                remedies.ladders(clause));
    }

    /**
     * The share promised. A percentile says the same: 90 in 100 within a time is what the nearest rank of the 90th
     * percentile being within that time means.
     */
    private static @Nullable Target target(Entries clause) {
        return Stream.of("target", "grade", "score")
                .flatMap(key -> clause.findEntries(key).stream())
                .findFirst()
                .map(promise -> new Target(
                        promise.findNumber("share")
                                .or(() -> promise.findNumber("percentile"))
                                .orElseThrow(),
                        Head.word(Window.class, promise.text("over")),
                        promise.findNumber("min_count").orElse(1),
                        Head.length(promise, "within")))
                .orElse(null);
    }

    private Exclusion exclusion(Entries exclusion, Entries clause) {
        return new Exclusion(
                exclusion.text("because"),
                Head.word(Exclusion.Effect.class, exclusion.text("effect")),
                Head.word(Exclusion.Needs.class, exclusion.text("needs")),
                exclusion.findText("by").orElse(null),
                exclusion.findText("decided_by").orElse(null),
                Head.length(exclusion, "at_most"),
                switchTo(exclusion, clause).orElse(null),
                WhenTree.of(exclusion));
    }

    private Optional<Choice> switchTo(Entries exclusion, Entries clause) {
        return exclusion
                .findText("to")
                .map(to -> new Choice(
                        When.ALWAYS,
                        Head.length(to),
                        exclusion
                                .findText("calendar")
                                .or(() -> RemedyTree.findUsual(clause))
                                .map(head::calendar)
                                .orElseGet(() -> head.calendar(exclusion))));
    }
}
