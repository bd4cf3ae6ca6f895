package org.communitycontracts.standards.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Promised;

/**
 * One clock of a report with what its clause allows.
 *
 * @param clock how the clock stands now
 * @param contract the version of the contract that applies
 * @param hands who has it
 */
record Promise(Promised clock, Contract contract, Hands hands) {
    static Promise of(Promised clock, List<Covered> contracts, List<Happening> story) {
        Contract contract = contracts.stream()
                .filter(covered -> covered.contract().equals(clock.contract()))
                .flatMap(covered -> covered.versions().stream())
                .filter(version -> version.version() == clock.version())
                .findFirst()
                .orElseThrow();
        return new Promise(clock, contract, Hands.of(clock.party(), contract::isProvider, story));
    }

    boolean isHeldBy(String party) {
        return hands.holder().equals(party);
    }

    /** What the clock's clause says of it; empty for a duty without a clock of its own. */
    Optional<ClockRule> rule() {
        return contract.clauses().stream()
                .filter(clause -> clause.id().equals(clock.clause()))
                .map(Clause::duty)
                .filter(Respond.class::isInstance)
                .map(duty -> ((Respond) duty).clocks().get(clock.clock()))
                .findFirst();
    }

    List<ClockRule.PauseRule> pauses() {
        return rule().map(ClockRule::pauses).orElse(List.of());
    }

    Set<String> stops() {
        return rule().map(ClockRule::stops).orElse(Set.of());
    }

    Set<String> cancels() {
        return rule().map(ClockRule::cancel).orElse(Set.of());
    }
}
