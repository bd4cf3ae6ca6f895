package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Respond;

/**
 * One clock of a clause, in the version of the contract where it stands, with the time that it allows.
 *
 * @param contract the version
 * @param clause the clause
 * @param rule its clock
 * @param choice the time allowed
 */
record Promise(Contract contract, Clause clause, ClockRule rule, Choice choice) {
    /** Every promise of a version that a clock can judge, in the order of the file. */
    static List<Promise> listOf(Contract contract) {
        return contract.clauses().stream()
                .flatMap(clause ->
                        clocks(clause.duty()).map(rule -> new Promise(contract, clause, rule, rule.otherwise())))
                .toList();
    }

    private static Stream<ClockRule> clocks(Duty duty) {
        return switch (duty) {
            case Respond respond -> respond.clocks().stream();
            case Reciprocal pledge -> clocks(pledge.pledge());
            default -> Stream.empty();
        };
    }

    Allowance within() {
        return Objects.requireNonNull(choice.within());
    }

    Calendar calendar() {
        return choice.calendar();
    }

    Clock clock() {
        return choice.clock();
    }

    Clock clock(Allowance other) {
        return new Clock(other, choice.calendar());
    }

    /** The same promise without the holidays that were proclaimed after this moment. */
    Promise knownAt(Instant moment) {
        return new Promise(contract, clause, rule, choice.on(choice.calendar().knownAt(moment)));
    }
}
