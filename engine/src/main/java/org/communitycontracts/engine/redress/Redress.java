package org.communitycontracts.engine.redress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Grade;
import org.communitycontracts.engine.contract.Reciprocal;
import org.communitycontracts.engine.contract.Score;
import org.communitycontracts.engine.contract.ShareOfTime;
import org.communitycontracts.engine.contract.Strength;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.engine.judging.Verdict;

/**
 * Works out what people are entitled to after promises of one contract were not kept.
 *
 * <p>It reads no clock: what it finds depends on what it is given and on nothing else, and not on the order of it.
 *
 * <p>Every breach of a case asks every ladder of its clause, and gets the first rung whose grounds hold; where a clause has no cases but
 * inspections, answers or time, a breach of the window does. An aim, and what residents pledge, asks for nothing. A household gets what a
 * ladder gives once for one fault, however many of its reports were merged.
 *
 * <p>The happenings it reads are {@code paid} (facts clause and amount), {@code claimed}, {@code affected} (fact household) and
 * {@code breach_struck_out}, which must name its clause. Each may name clause, clock, cycle and household, and then means these alone. A payment without a clause, or
 * with an amount that cannot be read, is not counted.
 */
public final class Redress {

    private static final Comparator<Entitlement> SORTED = Comparator.comparing(Entitlement::clause)
            .thenComparing(Entitlement::subject)
            .thenComparing(Entitlement::clock, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Entitlement::cycle);

    private final Map<Integer, Contract> versions = new HashMap<>();

    /**
     * Redress under one contract.
     *
     * @param versions its versions, in any order
     */
    public Redress(List<Contract> versions) {
        versions.forEach(version -> this.versions.put(version.version(), version));
    }

    /**
     * All entitlements, sorted by clause, subject, clock, cycle and ladder.
     *
     * @param verdicts all verdicts of the contract as of these two times, in any order; caps are right only when none is missing
     * @param happenings all happenings, in any order
     * @param validAsOf what happened after this moment has not happened yet
     * @param knownAsOf what was written down after this moment is not known yet
     * @throws IllegalArgumentException when a verdict is of a version or clause that was not given
     */
    public List<Entitlement> entitlements(
            List<Verdict> verdicts, List<Happening> happenings, Instant validAsOf, Instant knownAsOf) {
        Entries stories = new Entries(happenings, validAsOf, knownAsOf);
        List<Breach> breaches = new ArrayList<>();
        Known known = new Known(knownAsOf);
        verdicts.forEach(verdict -> breach(verdict, stories, known).ifPresent(breaches::add));
        List<Breach> standing =
                breaches.stream().filter(breach -> breach.struckOut() == null).toList();
        Ladders ladders = new Ladders(standing, stories);
        Settlement settlement = standing.size() == breaches.size()
                ? Settlement.of(ladders, stories)
                : Settlement.after(new Ladders(breaches, stories).owed(), ladders, stories);
        return settlement.entitlements().stream().sorted(SORTED).toList();
    }

    private Optional<Breach> breach(Verdict verdict, Entries stories, Known known) {
        boolean mayBeStruckOut = verdict.state() == Verdict.State.VOID;
        if (!mayBeStruckOut && verdict.state() != Verdict.State.BREACHED) {
            return Optional.empty();
        }
        Contract contract = version(verdict);
        Clause clause = contract.clauses().stream()
                .filter(one -> one.id().equals(verdict.clause()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Version " + contract.version() + " of " + contract.id()
                        + " has no clause " + verdict.clause()));
        if (!owesSomething(clause, verdict)) {
            return Optional.empty();
        }
        Clause asKnown = known.at(clause);
        Breach breach = Breach.of(verdict, contract, asKnown, stories.asOf(), null);
        return mayBeStruckOut
                ? breach.findStrikeOut(stories.listOf(verdict.subject()))
                        .map(struckOut -> Breach.of(verdict, contract, asKnown, stories.asOf(), struckOut))
                : Optional.of(breach);
    }

    private Contract version(Verdict verdict) {
        Contract contract = versions.get(verdict.contractVersion());
        if (contract == null || !contract.id().equals(verdict.contract())) {
            throw new IllegalArgumentException(
                    "Version " + verdict.contractVersion() + " of " + verdict.contract() + " is not among those given");
        }
        return contract;
    }

    /** A case owes something; a window only where there are no cases. */
    private static boolean owesSomething(Clause clause, Verdict verdict) {
        boolean isPromised = clause.strength() == Strength.GUARANTEE || clause.strength() == Strength.TARGET;
        return switch (clause.duty()) {
            case Reciprocal _ -> false;
            case Grade _, Score _, ShareOfTime _ -> isPromised;
            default -> isPromised && verdict.share() == null;
        };
    }
}
