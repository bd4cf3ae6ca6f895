package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was pleaded under a clause's exclusions for one count of one case.
 *
 * @param list in the order in which the pleas stand
 */
record Pleas(List<Plea> list) {
    /** The event with which anybody speaks against a plea; it alone changes nothing. */
    static final String CONTESTED = "contested";

    static final Pleas NONE = new Pleas(List.of());

    Pleas {
        list = List.copyOf(list);
    }

    /** Those of one count. */
    static Pleas of(Promise promise, Timeline story, Start start, Case of) {
        Hearsay hearsay = new Hearsay(promise, story, start);
        return new Pleas(promise.clause().exclusions().stream()
                .filter(exclusion -> exclusion.when().holds(of))
                .flatMap(hearsay::pleas)
                .sorted(Comparator.comparing(Plea::since).thenComparing(Plea::said, Timeline.ORDER))
                .toList());
    }

    /** The holds they bring. */
    List<Hold> holds() {
        return list.stream().map(Plea::hold).flatMap(Optional::stream).toList();
    }

    /** Those that move the due moment, in the order in which they stand. */
    Stream<Plea> thatMoveDue() {
        return list.stream()
                .filter(Plea::stands)
                .filter(plea -> plea.does(Exclusion.Effect.EXTEND) || plea.does(Exclusion.Effect.SWITCH));
    }

    /** The first reason that takes the case out of the count; empty when none does, or when it came after the end. */
    Optional<Plea> excuse(Cycle cycle, @Nullable Instant due) {
        return list.stream()
                .filter(plea -> plea.excuses(cycle.begun(), due))
                .filter(plea -> !plea.begins(cycle.begun()).isAfter(cycle.end()))
                .min(Comparator.comparing(plea -> plea.begins(cycle.begun())));
    }
}
