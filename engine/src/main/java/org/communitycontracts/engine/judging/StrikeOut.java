package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * What strikes a breach out again (S19): an entry on the case that names the clause, and may name clock and cycle and then means these
 * alone, by a party that may ({@link Contract#mayStrikeOut}), said when the promise had been broken.
 *
 * @param contract the version that applied
 * @param clause the clause in that version
 * @param clock which clock of the clause; null when there is only one
 * @param cycle which cycle of it
 */
public record StrikeOut(
        Contract contract, Clause clause, @Nullable String clock, int cycle) {
    /** The event that says so. */
    public static final String EVENT = "breach_struck_out";

    /**
     * The first entry that strikes it out; empty when none does.
     *
     * @param story what was told of the case, in order
     * @param breach the moment before which nothing can be struck out
     */
    public Optional<Happening> find(List<Happening> story, Instant breach) {
        return story.stream()
                .filter(told -> told.event().equals(EVENT) && isMeantBy(told))
                .filter(told -> !told.at().isBefore(breach))
                .filter(told -> contract.mayStrikeOut(clause, told.by()))
                .findFirst();
    }

    private boolean isMeantBy(Happening told) {
        return clause.id().equals(told.facts().get("clause"))
                && (clock == null || told.facts().getOrDefault("clock", clock).equals(clock))
                && told.facts().getOrDefault("cycle", "" + cycle).equals("" + cycle);
    }
}
