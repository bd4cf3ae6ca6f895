package org.communitycontracts.engine.judging;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.engine.clock.Allowance;
import org.communitycontracts.engine.clock.Calendar;
import org.communitycontracts.engine.clock.Clock;
import org.communitycontracts.engine.contract.Choice;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Duty;
import org.communitycontracts.engine.contract.Exclusion;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.contract.Strength;

/**
 * One clock of a clause, in the version of the contract where it stands, with the time that it allows.
 *
 * @param contract the version
 * @param clause the clause
 * @param rule its clock
 * @param written the time allowed, as the contract writes it: the one chosen for a case, or else the last
 * @param choice the same on its calendar as it was known
 * @param known holidays proclaimed after this moment are not known
 */
record Promise(Contract contract, Clause clause, ClockRule rule, Choice written, Choice choice, Instant known) {
    /** Every promise of a version that a clock can judge, in the order of the file. */
    static List<Promise> listOf(Contract contract) {
        return contract.clauses().stream()
                .filter(clause -> clause.strength() != Strength.NONE)
                .flatMap(clause -> clocks(clause.duty())
                        .map(rule ->
                                new Promise(contract, clause, rule, rule.otherwise(), rule.otherwise(), Instant.MAX)))
                .toList();
    }

    private static Stream<ClockRule> clocks(Duty duty) {
        return switch (duty) {
            case Respond respond -> respond.clocks().stream();
            case Reciprocal pledge -> clocks(pledge.pledge());
            default -> Stream.empty();
        };
    }

    /** The same promise with the first of its times whose cases hold for this one; empty when such a case is promised nothing. */
    Optional<Promise> chosen(Case of) {
        if (!clause.when().holds(of.on(rule.calendar().knownAt(of.moment())))) {
            return Optional.empty();
        }
        return rule.choices().stream()
                .filter(one -> one.when().holds(of.on(one.calendar().knownAt(of.moment()))))
                .findFirst()
                .filter(one -> one.within() != null)
                .map(one -> new Promise(contract, clause, rule, one, one, known));
    }

    Allowance within() {
        return Objects.requireNonNull(choice.within());
    }

    Calendar calendar() {
        return choice.calendar();
    }

    /** Every calendar that may count for a case: that of the time allowed, and those of what it may be switched to. */
    Stream<Calendar> calendars() {
        return Stream.concat(
                Stream.of(calendar()),
                clause.exclusions().stream()
                        .map(Exclusion::to)
                        .filter(Objects::nonNull)
                        .map(Choice::calendar));
    }

    Clock clock() {
        return choice.clock();
    }

    Clock clock(Allowance other) {
        return new Clock(other, choice.calendar());
    }

    /** A clock for another time, on the calendar as it was known at a moment. */
    Clock clock(Allowance other, Instant moment) {
        return new Clock(other, written.calendar().knownAt(moment));
    }

    /** The same promise without the holidays that were proclaimed after this moment. */
    Promise knownAt(Instant moment) {
        return new Promise(
                contract, clause, rule, written, written.on(written.calendar().knownAt(moment)), moment);
    }

    /** Another time, counted on its calendar as it was known. */
    Choice known(Choice other) {
        return other.on(other.calendar().knownAt(known));
    }

    /** Whether both are the same clock of the same clause, in whatever version. */
    boolean isSameClockAs(Promise other) {
        return clause.id().equals(other.clause.id()) && rule.id().equals(other.rule.id());
    }

    /** Whether both answer a case in the same way: started by the same and stopped by the same. */
    boolean answersLike(Promise other) {
        return !Collections.disjoint(rule.starts(), other.rule.starts())
                && !Collections.disjoint(rule.stops(), other.rule.stops());
    }
}
