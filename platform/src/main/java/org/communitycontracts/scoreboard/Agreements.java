package org.communitycontracts.scoreboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Version;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.standards.Judgement;
import org.communitycontracts.standards.Tallies;
import org.springframework.stereotype.Component;

/** The contracts of places, each looked at from the moment its figures speak of. */
@Component
class Agreements {
    private final Contracts contracts;
    private final Tallies tallies;

    Agreements(Contracts contracts, Tallies tallies) {
        this.contracts = contracts;
        this.tallies = tallies;
    }

    /** The contract made for exactly this place; of several, one in force comes first, then the youngest. */
    Optional<Agreement> find(Where where) {
        Neighbourhood neighbourhood = where.neighbourhood();
        Long number = neighbourhood == null ? null : neighbourhood.id();
        List<String> names = contracts.list(where.council().id()).stream()
                .filter(version -> Objects.equals(version.neighbourhood(), number))
                .sorted(Comparator.comparing(Version::from).reversed())
                .map(Version::contract)
                .distinct()
                .toList();
        return names.stream()
                .filter(name -> isJudged(where.council(), name))
                .map(name -> agreement(where.council(), name))
                .min(Comparator.comparing(agreement -> !agreement.isInForce()));
    }

    /** The contract of this name, and the place it is made for. */
    Optional<Agreement> find(Council council, String name) {
        return contracts.listVersions(council.id(), name).isEmpty() || !isJudged(council, name)
                ? Optional.empty()
                : Optional.of(agreement(council, name));
    }

    /** The neighbourhood a contract was made for; empty for the whole council. */
    Optional<Long> place(Council council, String name) {
        return listPlaces(council).getOrDefault(name, Optional.empty());
    }

    /** Every contract of the council by name, and the neighbourhood it was made for. */
    Map<String, Optional<Long>> listPlaces(Council council) {
        Map<String, Optional<Long>> places = new TreeMap<>();
        contracts
                .list(council.id())
                .forEach(version -> places.put(version.contract(), Optional.ofNullable(version.neighbourhood())));
        return places;
    }

    /** What the contracts of single neighbourhoods promise, in any version, by the number of the neighbourhood. */
    Map<Long, List<Clause>> listOwn(Council council) {
        Map<Long, List<Clause>> own = new TreeMap<>();
        listPlaces(council)
                .forEach((name, place) -> place.ifPresent(number -> contracts
                        .files(council.id(), name)
                        .forEach(file -> own.computeIfAbsent(number, _ -> new ArrayList<>())
                                .addAll(file.contract().clauses()))));
        return own;
    }

    /** Before its first judging, as when an import was cut off, a contract has no figures, and zeros would be a falsehood. */
    private boolean isJudged(Council council, String name) {
        return tallies.judgement(council.id(), name).isPresent();
    }

    private Agreement agreement(Council council, String name) {
        Judgement judgement = tallies.judgement(council.id(), name).orElseThrow();
        return new Agreement(contracts.files(council.id(), name), judgement.asOf(), judgement.knownAsOf());
    }
}
