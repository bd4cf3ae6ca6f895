package org.communitycontracts.standards.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.reporting.Recorded;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.standards.Promised;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the desks up to date: reports of which something was written down, and by a round through all open ones what changes by
 * itself, as a hold that ends or a new version of a contract.
 */
@Component
public class Upkeep {
    private static final int AT_ONCE = 500;
    /** From the beginning of one round to that of the next, at least. */
    private static final Duration ROUND = Duration.ofMinutes(15);

    private final Worklist worklist;
    private final Councils councils;
    private final Parties parties;
    private final Recorded recorded;
    private final Reports reports;
    private final Expectations expectations;
    private final TransactionOperations together;

    Upkeep(
            Worklist worklist,
            Councils councils,
            Parties parties,
            Recorded recorded,
            Reports reports,
            Expectations expectations,
            TransactionOperations together) {
        this.worklist = worklist;
        this.councils = councils;
        this.parties = parties;
        this.recorded = recorded;
        this.reports = reports;
        this.expectations = expectations;
        this.together = together;
    }

    /** Does what is due at this moment. A council whose desks were never laid out gets all of them in one turn. */
    public void run(Instant now) {
        for (Council council : councils.list()) {
            worklist.reading(council.id())
                    .ifPresentOrElse(reading -> goOn(council, reading, now), () -> layOut(council, now));
        }
    }

    private void layOut(Council council, Instant now) {
        long swept = 0;
        do {
            swept = sweep(council, swept, now);
        } while (swept != 0);
        worklist.read(council.id(), now, now, 0);
    }

    private void goOn(Council council, Worklist.Reading reading, Instant now) {
        inLots(council, recorded.since(council.id(), reading.from(), Instant.EPOCH), now);
        boolean isBegun = reading.sweptTo() != 0;
        boolean isTime = !reading.roundAt().plus(ROUND).isAfter(now);
        Instant roundAt = isBegun || !isTime ? reading.roundAt() : now;
        long swept = isBegun || isTime ? sweep(council, reading.sweptTo(), now) : 0;
        worklist.read(council.id(), now, roundAt, swept);
    }

    private void inLots(Council council, List<Long> ids, Instant now) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            look(council, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), now);
        }
    }

    /** Looks at the next open reports of the round; gives back the last of them, 0 when the round is over. */
    private long sweep(Council council, long after, Instant now) {
        List<Long> next = recorded.open(council.id(), after, AT_ONCE);
        look(council, next, now);
        return next.size() < AT_ONCE ? 0 : next.getLast();
    }

    /** The end of this second: what is written down within it, and is told in whole seconds, has begun by then. */
    static Instant endOfSecond(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** Lays these reports on the desks where they belong now, and takes them off all others. */
    void look(Council council, Collection<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        List<Story> stories = new ArrayList<>();
        reports.eachStory(council.id(), ids, stories::add);
        Set<Long> open = recorded.openAmong(council.id(), ids);
        Set<Long> hidden = recorded.privateAmong(council.id(), ids);
        Map<Long, List<Promised>> clocks = expectations.clocks(council, stories, endOfSecond(now));
        List<Covered> contracts = expectations.contracts(council);
        List<String> unpromised = offices(council);
        List<Work> rows = new ArrayList<>();
        for (Story story : stories) {
            if (open.contains(story.report().id())) {
                List<Promise> promises = clocks.getOrDefault(story.report().id(), List.of()).stream()
                        .map(clock -> Promise.of(clock, contracts, story.happenings()))
                        .toList();
                rows.addAll(rows(
                        story,
                        promises,
                        unpromised,
                        hidden.contains(story.report().id())));
            }
        }
        together.executeWithoutResult(_ -> worklist.replace(council.id(), ids, rows));
    }

    /** Those who deal with what no contract promises anything about: the council's own parties. */
    private List<String> offices(Council council) {
        return parties.list(council.id()).stream()
                .filter(party -> party.kind() == PartyKind.COUNCIL && !party.hasEnded())
                .map(Party::slug)
                .toList();
    }

    private static List<Work> rows(Story story, List<Promise> promises, List<String> unpromised, boolean isPrivate) {
        if (promises.isEmpty()) {
            return unpromised.stream()
                    .map(party -> row(story, party, List.of(), false, isPrivate))
                    .toList();
        }
        Set<String> holders = new TreeSet<>();
        Set<String> offered = new HashSet<>();
        promises.forEach(promise -> {
            holders.add(promise.hands().holder());
            offered.addAll(promise.hands().offered());
        });
        offered.removeAll(holders);
        List<Work> rows = new ArrayList<>();
        holders.forEach(party -> rows.add(row(
                story,
                party,
                promises.stream().filter(promise -> promise.isHeldBy(party)).toList(),
                false,
                isPrivate)));
        offered.forEach(party -> rows.add(row(
                story,
                party,
                promises.stream()
                        .filter(promise -> promise.hands().offered().contains(party))
                        .toList(),
                true,
                isPrivate)));
        return rows;
    }

    private static Work row(Story story, String party, List<Promise> promises, boolean isOffered, boolean isPrivate) {
        List<Promised> open =
                promises.stream().map(Promise::clock).filter(Promised::isOpen).toList();
        Optional<Promised> first = open.stream()
                .filter(clock -> clock.due() != null)
                .min(Comparator.comparing(clock -> Objects.requireNonNull(clock.due())));
        Optional<Promised> told =
                first.or(() -> promises.stream().map(Promise::clock).findFirst());
        return new Work(
                story.report().id(),
                party,
                told.map(Promised::contract).orElse(null),
                told.map(Promised::clause).orElse(null),
                first.map(Promised::due).orElse(null),
                !open.isEmpty() && open.stream().allMatch(Promised::isHeld),
                isOffered,
                story.report().reference(),
                story.report().title(),
                story.report().category(),
                story.report().neighbourhood(),
                story.report().madeAt(),
                isPrivate);
    }
}
