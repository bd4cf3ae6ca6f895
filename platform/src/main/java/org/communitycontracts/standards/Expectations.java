package org.communitycontracts.standards;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Version;
import org.communitycontracts.engine.contract.Clause;
import org.communitycontracts.engine.judging.Judge;
import org.communitycontracts.engine.judging.Verdict;
import org.communitycontracts.engine.judging.Verdict.State;
import org.communitycontracts.places.Council;
import org.communitycontracts.reporting.Story;
import org.springframework.stereotype.Component;

/** The expectations of many reports at once, worked out from their stories at this moment and never from what was stored. */
@Component
public class Expectations {
    private final Contracts contracts;
    /** A judge is made once for the versions that a council has, and anew when it has others. */
    private final Map<Long, Bench> benches = new ConcurrentHashMap<>();

    public Expectations(Contracts contracts) {
        this.contracts = contracts;
    }

    private record Bench(List<Version> versions, List<Seat> seats) {}

    private record Seat(Covered covered, Judge judge) {}

    /** The contracts of a council, each with all its versions, as they were judged by last. */
    public List<Covered> contracts(Council council) {
        return bench(council.id()).seats().stream().map(Seat::covered).toList();
    }

    /**
     * What is expected of each report of the council that a promise covers, by its number. Of several running clocks the one that
     * runs out first counts; when none runs any more, the one that was due last.
     */
    public Map<Long, Expectation> of(Council council, Collection<Story> stories, Instant now) {
        Bench bench = bench(council.id());
        Map<Long, Expectation> expectations = new HashMap<>();
        for (Story story : stories) {
            Instant figures = council.asOf(now);
            Instant asOf = figures.isBefore(story.report().madeAt()) ? now : figures;
            find(bench, story, asOf, now)
                    .ifPresent(found -> expectations.put(story.report().id(), found));
        }
        return expectations;
    }

    /** Every clock of each of these reports of the council, as it stands now, by the report's number. */
    public Map<Long, List<Promised>> clocks(Council council, Collection<Story> stories, Instant now) {
        Bench bench = bench(council.id());
        Map<Long, List<Promised>> clocks = new HashMap<>();
        for (Story story : stories) {
            Instant figures = council.asOf(now);
            Instant asOf = figures.isBefore(story.report().madeAt()) ? now : figures;
            clocks.put(
                    story.report().id(),
                    bench.seats().stream()
                            .filter(seat -> seat.covered().holdsFor(story.report()))
                            .flatMap(
                                    seat -> seat
                                            .judge()
                                            .judge(story.report().reference(), PublicFacts.of(story.all()), asOf, now)
                                            .stream()
                                            .map(verdict -> promised(seat.covered(), verdict, asOf)))
                            .toList());
        }
        return clocks;
    }

    private static Promised promised(Covered covered, Verdict verdict, Instant asOf) {
        Clause clause = covered.clause(verdict);
        return new Promised(
                covered.contract(),
                verdict.contractVersion(),
                clause.id(),
                covered.placeOfClock(verdict),
                verdict.cycle(),
                clause.by().id(),
                clause.by().name(),
                clause.text(),
                verdict.state(),
                verdict.due(),
                verdict.breachedAt(),
                verdict.stopped(),
                verdict.stopped() == null
                        && verdict.holds().stream()
                                .anyMatch(hold ->
                                        !hold.from().isAfter(asOf) && hold.to().isAfter(asOf)));
    }

    private static Optional<Expectation> find(Bench bench, Story story, Instant asOf, Instant knownAsOf) {
        List<Expectation> running = new java.util.ArrayList<>();
        List<Expectation> ended = new java.util.ArrayList<>();
        for (Seat seat : bench.seats()) {
            if (seat.covered().holdsFor(story.report())) {
                seat.judge()
                        .judge(story.report().reference(), PublicFacts.of(story.all()), asOf, knownAsOf)
                        .forEach(verdict -> expectation(seat.covered(), verdict)
                                .ifPresent((verdict.stopped() == null ? running : ended)::add));
            }
        }
        Comparator<Expectation> byDue = Comparator.comparing(Expectation::due);
        return running.isEmpty() ? ended.stream().max(byDue) : running.stream().min(byDue);
    }

    private static Optional<Expectation> expectation(Covered covered, Verdict verdict) {
        boolean counts = Stream.of(State.PENDING, State.MET, State.BREACHED).anyMatch(verdict.state()::equals);
        if (!counts || verdict.due() == null) {
            return Optional.empty();
        }
        Clause clause = covered.clause(verdict);
        return Optional.of(new Expectation(
                Objects.requireNonNull(verdict.due()),
                clause.by().name(),
                clause.text(),
                clause.id(),
                covered.contract(),
                verdict.state()));
    }

    private Bench bench(long council) {
        List<Version> versions = contracts.list(council);
        Bench known = benches.get(council);
        if (known != null && known.versions().equals(versions)) {
            return known;
        }
        Bench made = new Bench(
                versions,
                Covered.listOf(contracts, council).stream()
                        .map(covered -> new Seat(covered, new Judge(covered.versions())))
                        .toList());
        benches.put(council, made);
        return made;
    }
}
