package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.engine.contract.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was claimed under a clause's exclusions for one count of one case.
 *
 * @param list in the order in which the claims stand
 */
record Claims(List<Claim> list) {
    /** The event with which anybody speaks against a claim; it alone changes nothing. */
    static final String CONTESTED = "contested";

    static final Claims NONE = new Claims(List.of());

    Claims {
        list = List.copyOf(list);
    }

    /** Those of one count. */
    static Claims of(Promise promise, Timeline story, Start start, Case of) {
        Hearsay hearsay = new Hearsay(promise, story, start);
        return new Claims(promise.clause().exclusions().stream()
                .filter(exclusion -> exclusion.when().holds(of))
                .flatMap(hearsay::claims)
                .sorted(Comparator.comparing(Claim::since).thenComparing(Claim::said, Timeline.ORDER))
                .toList());
    }

    /** The holds they bring. */
    List<Hold> holds() {
        return list.stream().map(Claim::hold).flatMap(Optional::stream).toList();
    }

    /** Those that move the due moment, in the order in which they stand. */
    Stream<Claim> thatMoveDue() {
        return list.stream()
                .filter(Claim::stands)
                .filter(claim -> claim.does(Exclusion.Effect.EXTEND) || claim.does(Exclusion.Effect.SWITCH));
    }

    /** The first reason that takes the case out of the count; empty when none does, or when it came after the end. */
    Optional<Claim> excuse(Cycle cycle, @Nullable Instant due) {
        return list.stream()
                .filter(claim -> claim.excuses(cycle.begun(), due))
                .filter(claim -> !claim.begins(cycle.begun()).isAfter(cycle.end()))
                .min(Comparator.comparing(claim -> claim.begins(cycle.begun())));
    }
}
