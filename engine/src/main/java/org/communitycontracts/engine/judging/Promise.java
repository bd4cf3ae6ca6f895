package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Noted;
import org.communitycontracts.engine.contract.Respond;

/**
 * A clause that is judged by a clock for each report, in the version of the contract where it stands.
 *
 * @param contract the version
 * @param clause the clause
 * @param duty what it binds its party to do
 */
record Promise(Contract contract, Clause clause, Respond duty) {
    /** Every promise of a version that a clock can judge, in the order of the file. */
    static List<Promise> listOf(Contract contract) {
        return contract.clauses().stream()
                .flatMap(clause -> switch (clause.duty()) {
                    case Respond respond -> Stream.of(new Promise(contract, clause, respond));
                    case Noted _ -> Stream.empty();
                })
                .toList();
    }

    Clock clock() {
        return new Clock(duty.within(), duty.calendar());
    }

    Clock clock(Allowance other) {
        return new Clock(other, duty.calendar());
    }

    /** The same promise without the holidays that were proclaimed after this moment. */
    Promise knownAt(Instant moment) {
        return new Promise(contract, clause, duty.on(duty.calendar().knownAt(moment)));
    }
}
