package org.communitycontracts.standards.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Party;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.reporting.Recorded;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.KindWords;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Expectations;
import org.communitycontracts.web.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The doors of the desks: who comes in works for the party. */
@Component
class Desks {
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Parties parties;
    private final Reports reports;
    private final ToldReports told;
    private final Recorded recorded;
    private final Expectations expectations;
    private final ObjectProvider<Promises> promises;
    private final Pages pages;
    private final InstantSource clock;

    Desks(
            Councils councils,
            Neighbourhoods neighbourhoods,
            Parties parties,
            Reports reports,
            ToldReports told,
            Recorded recorded,
            Expectations expectations,
            ObjectProvider<Promises> promises,
            Pages pages,
            InstantSource clock) {
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.parties = parties;
        this.reports = reports;
        this.told = told;
        this.recorded = recorded;
        this.expectations = expectations;
        this.promises = promises;
        this.pages = pages;
        this.clock = clock;
    }

    /** The desks of a council at which somebody may work. */
    record Own(Council council, List<Party> parties) {}

    /** Answers about all desks at which somebody may work in a council, for somebody who may at one. */
    ResponseEntity<byte[]> of(Actor actor, String slug, Function<Own, ResponseEntity<byte[]>> work) {
        return councils.find(slug)
                .map(council -> {
                    List<Party> own = actor.isSignedIn()
                            ? parties.list(council.id()).stream()
                                    .filter(party -> !party.hasEnded())
                                    .filter(party -> Policy.ask(actor, Deed.WORK_AT_DESK, where(party))
                                            .isAllowed())
                                    .toList()
                            : List.of();
                    if (own.isEmpty()) {
                        refuse(actor, council);
                    }
                    return work.apply(new Own(council, own));
                })
                .orElseGet(pages::notFound);
    }

    /** Says why nobody of this kind has a desk there: a second factor may be all that is missing. */
    private static void refuse(Actor actor, Council council) {
        actor.standings().stream()
                .filter(own -> own.council() == council.id() && own.party() != null)
                .forEach(own -> Policy.demand(
                        actor, Deed.WORK_AT_DESK, Where.council(council.id()).party(own.party())));
        Policy.demand(actor, Deed.WORK_AT_DESK, Where.council(council.id()));
    }

    static Where where(Party party) {
        return Where.council(party.council()).party(party.id());
    }

    /** Answers from a party's desk, for somebody who works there. */
    ResponseEntity<byte[]> at(Actor actor, String slug, String party, Function<Desk, ResponseEntity<byte[]>> work) {
        Optional<Council> council = councils.find(slug);
        if (council.isEmpty()) {
            return pages.notFound();
        }
        Optional<Party> found = parties.find(council.get().id(), party).filter(one -> !one.hasEnded());
        Policy.demand(
                actor,
                Deed.WORK_AT_DESK,
                Where.council(council.get().id()).party(found.map(Party::id).orElse(null)));
        return found.map(one -> work.apply(
                        new Desk(council.get(), one, actor, neighbourhoods.names(one.council()), clock.instant())))
                .orElseGet(pages::notFound);
    }

    /** Answers about one report that the party may read. */
    ResponseEntity<byte[]> at(
            Actor actor,
            String slug,
            String party,
            String reference,
            BiFunction<Desk, Folder, ResponseEntity<byte[]>> work) {
        return at(
                actor,
                slug,
                party,
                desk -> find(desk, reference)
                        .map(folder -> work.apply(desk, folder))
                        .orElseGet(pages::notFound));
    }

    /** The report of this reference, if the party may read it. */
    Optional<Folder> find(Desk desk, String reference) {
        return reports.findAny(desk.council().id(), reference)
                .map(report -> folder(desk, report))
                .filter(Folder::isReadable);
    }

    private Folder folder(Desk desk, Report report) {
        return folder(desk, report, reports.story(report));
    }

    /** Those that a contract promises something about here come first. */
    private List<Category> kinds(Desk desk, Report report) {
        Long place = report.neighbourhood();
        Neighbourhood neighbourhood = place == null ? null : neighbourhoods.neighbourhood(report.council(), place);
        Set<Category> kinds = new LinkedHashSet<>();
        promises.orderedStream()
                .flatMap(room -> room.list(desk.council(), neighbourhood, desk.now()).stream())
                .flatMap(promise -> promise.categories().stream().sorted())
                .map(Category::new)
                .forEach(kinds::add);
        kinds.addAll(KindWords.list());
        return List.copyOf(kinds);
    }

    /** What there is to know of a report with this story. */
    Folder folder(Desk desk, Report report, Story story) {
        Instant now = Upkeep.endOfSecond(desk.now());
        List<Covered> contracts = expectations.contracts(desk.council());
        List<Promise> promises =
                expectations.clocks(desk.council(), List.of(story), now).getOrDefault(report.id(), List.of()).stream()
                        .map(clock -> Promise.of(clock, contracts, story.happenings()))
                        .toList();
        List<Long> id = List.of(report.id());
        return new Folder(
                desk.party(),
                report,
                told.told(report).orElse(null),
                !recorded.openAmong(report.council(), id).isEmpty(),
                !recorded.privateAmong(report.council(), id).isEmpty(),
                story.happenings(),
                kinds(desk, report),
                story.together().size(),
                promises);
    }
}
