package org.communitycontracts.scoreboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Version;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.contract.Party;
import org.communitycontracts.engine.contract.Respond;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.standards.Tallies;
import org.communitycontracts.standards.UsualTime;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The promises that services make about reports, from the contracts in force, each with the time usually taken. */
@Component
class PromisesAhead implements Promises {
    private static final String REPORTED = "reported";

    private final Words words = Words.beside(PromisesAhead.class);
    private final Contracts contracts;
    private final Tallies tallies;

    PromisesAhead(Contracts contracts, Tallies tallies) {
        this.contracts = contracts;
        this.tallies = tallies;
    }

    @Override
    public List<Promise> list(Council council, @Nullable Neighbourhood place, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, council.zone());
        Where where = new Where(council, place);
        return contracts.listInForce(council.id(), place == null ? null : place.id(), today).stream()
                .sorted(Comparator.comparing(version -> version.neighbourhood() == null))
                .flatMap(version -> list(version, where))
                .toList();
    }

    private Stream<Promise> list(Version version, Where where) {
        Map<String, UsualTime> usual = tallies.usualTimes(version.council(), version.contract(), where.number());
        return contracts.find(version.council(), version.contract(), version.number()).stream()
                .flatMap(file -> file.contract().clauses().stream())
                .filter(clause -> clause.by().role() != Party.Role.RESIDENT)
                .flatMap(clause -> promise(clause, usual.get(clause.id())).stream());
    }

    private Optional<Promise> promise(Clause clause, @Nullable UsualTime usual) {
        if (!(clause.duty() instanceof Respond duty) || !duty.first().starts().contains(REPORTED)) {
            return Optional.empty();
        }
        String promised = Taken.promised(duty, words);
        String time = usual == null || usual.cases() < Figure.FEWEST
                ? words.of("ahead", promised)
                : words.of(
                        "ahead.usual", promised, Taken.of(usual.median(), duty).say(words));
        return Optional.of(new Promise(clause.when().categories(), clause.by().name(), clause.text(), time));
    }
}
