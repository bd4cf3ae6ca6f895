package org.communitycontracts.standards;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Version;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.ClockRule;
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.reporting.Report;
import org.jspecify.annotations.Nullable;

/**
 * All versions of one contract, and where it holds.
 *
 * @param council the council it belongs to
 * @param neighbourhood where it holds; null for the whole council
 * @param versions at least one, all of the same contract
 */
public record Covered(long council, @Nullable Long neighbourhood, List<Contract> versions) {
    public Covered {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A contract has at least one version");
        }
        versions = List.copyOf(versions);
    }

    /** Every contract of the council, each with all its versions. */
    public static List<Covered> listOf(Contracts contracts, long council) {
        return listOf(contracts, council, version -> true);
    }

    /** The contracts that hold where the report was made: those of its neighbourhood and of the whole council. */
    static List<Covered> listFor(Contracts contracts, Report report) {
        return listOf(
                contracts,
                report.council(),
                version -> version.neighbourhood() == null
                        || version.neighbourhood().equals(report.neighbourhood()));
    }

    private static List<Covered> listOf(Contracts contracts, long council, Predicate<Version> wanted) {
        Map<String, @Nullable Long> places = new TreeMap<>();
        contracts.list(council).stream()
                .filter(wanted)
                .forEach(version -> places.put(version.contract(), version.neighbourhood()));
        return places.entrySet().stream()
                .map(place -> new Covered(
                        council,
                        place.getValue(),
                        contracts.files(council, place.getKey()).stream()
                                .map(ContractFile::contract)
                                .toList()))
                .toList();
    }

    public String contract() {
        return versions.getFirst().id();
    }

    /** The clause that a verdict is about, as its version has it. */
    Clause clause(Verdict verdict) {
        return versions.stream()
                .filter(version -> version.version() == verdict.contractVersion())
                .map(Contract::clauses)
                .flatMap(List::stream)
                .filter(clause -> clause.id().equals(verdict.clause()))
                .findFirst()
                .orElseThrow();
    }

    /** The place of the verdict's clock among the clocks of its clause: 0 for the first, and for the only one. */
    int placeOfClock(Verdict verdict) {
        if (verdict.clock() == null || !(clause(verdict).duty() instanceof Respond respond)) {
            return 0;
        }
        List<String> clocks = respond.clocks().stream().map(ClockRule::id).toList();
        return Math.max(0, clocks.indexOf(verdict.clock()));
    }

    ZoneId zone() {
        return versions.getLast().zone();
    }

    boolean holdsFor(Report report) {
        return neighbourhood == null || neighbourhood.equals(report.neighbourhood());
    }

    boolean wasInForceFor(Report report) {
        return versions.stream().anyMatch(version -> version.isInForceAt(report.madeAt()));
    }
}
