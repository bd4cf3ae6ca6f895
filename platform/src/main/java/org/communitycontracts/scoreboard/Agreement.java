package org.communitycontracts.scoreboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A contract through all its versions, oldest first, and the moment it is looked at.
 *
 * @param versions at least one
 * @param asOf the moment
 * @param knownAsOf what had been written down by then is known
 */
record Agreement(List<ContractFile> versions, Instant asOf, Instant knownAsOf) {
    Agreement {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(file -> file.contract().version()))
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A contract has at least one version");
        }
    }

    String id() {
        return current().id();
    }

    /** What each version promises, oldest first. */
    List<Contract> contracts() {
        return versions.stream().map(ContractFile::contract).toList();
    }

    /** The version in force; before the first and after the last, the nearest to it. */
    ContractFile currentFile() {
        return versions.stream()
                .filter(file -> file.contract().isInForceAt(asOf))
                .findFirst()
                .orElseGet(() -> hasBegun() ? versions.getLast() : versions.getFirst());
    }

    Contract current() {
        return currentFile().contract();
    }

    /** Whether some version is in force at the moment. */
    boolean isInForce() {
        return current().isInForceAt(asOf);
    }

    /** Every clause there is or was: those of today in their order, then those that later versions left out. */
    List<Clause> clauses() {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        current().clauses().forEach(clause -> clauses.put(clause.id(), clause));
        versions.reversed().stream()
                .flatMap(file -> file.contract().clauses().stream())
                .forEach(clause -> clauses.putIfAbsent(clause.id(), clause));
        return List.copyOf(clauses.values());
    }

    /** The version that says the clause as it is shown: the one in force, or else the last that had it. */
    ContractFile fileWith(String clause) {
        return versions.reversed().stream()
                .sorted(Comparator.comparing(file -> file != currentFile()))
                .filter(file -> file.contract().clauses().stream()
                        .anyMatch(each -> each.id().equals(clause)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the clause stands in the version looked at. */
    boolean stillHas(Clause clause) {
        return current().clauses().contains(clause);
    }

    /** How the clause stood in every version, newest first. */
    List<Change> changes(String clause) {
        List<Change> changes = new ArrayList<>();
        Clause before = null;
        for (Contract version : contracts()) {
            Clause now = version.clauses().stream()
                    .filter(each -> each.id().equals(clause))
                    .findAny()
                    .orElse(null);
            changes.addFirst(new Change(version, now, before));
            before = now;
        }
        return changes;
    }

    /** The days after the first of the period on which a new wording of the clause came into force, newest first. */
    List<LocalDate> changed(String clause, Period period) {
        return changedFrom(period.first().atDay(2), clause, period);
    }

    /** The days of the period, the first included, on which a new wording of the clause came into force, newest first. */
    List<LocalDate> changedIn(String clause, Period period) {
        return changedFrom(period.first().atDay(1), clause, period);
    }

    private List<LocalDate> changedFrom(LocalDate first, String clause, Period period) {
        return changes(clause).stream()
                .filter(change -> change.before() != null && !change.isNone())
                .map(change -> change.contract().from())
                .filter(from ->
                        !from.isBefore(first) && !from.isAfter(period.last().atEndOfMonth()))
                .toList();
    }

    /**
     * How a clause stood in one version.
     *
     * @param contract the version
     * @param clause the clause in it; null when it did not have it
     * @param before the clause in the version before; null when there was none
     */
    record Change(
            Contract contract,
            @Nullable Clause clause,
            @Nullable Clause before) {
        /** Whether the version says the same in the same words. */
        boolean isNone() {
            return clause != null && before != null && Changes.isSame(before, clause);
        }
    }

    private boolean hasBegun() {
        return !asOf.atZone(versions.getLast().contract().zone())
                .toLocalDate()
                .isBefore(versions.getLast().contract().from());
    }
}
