package org.communitycontracts.people.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.communitycontracts.people.Holding;
import org.communitycontracts.people.Invitation;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.Term;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.web.Link;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** One council's office as the person who came in may see and use it. */
record Office(Council council, Actor actor, Instant now, List<Neighbourhood> neighbourhoods, List<Party> parties) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    Office {
        neighbourhoods = List.copyOf(neighbourhoods);
        parties = List.copyOf(parties);
    }

    Words words() {
        return Names.WORDS;
    }

    Names names() {
        return Names.of(neighbourhoods, parties);
    }

    /** Whether the actor may do this in the whole council. */
    boolean may(Deed deed) {
        return Policy.ask(actor, deed, whole()).isAllowed();
    }

    Where whole() {
        return Where.council(council.id());
    }

    boolean sees(Holding holding) {
        return Policy.ask(actor, Deed.SEE_PEOPLE, holding.where()).isAllowed();
    }

    boolean sees(Invitation invitation) {
        return Policy.ask(actor, Deed.SEE_PEOPLE, where(invitation.standing())).isAllowed();
    }

    boolean gives(Standing standing) {
        return Policy.askToGive(actor, standing.role(), where(standing)).isAllowed();
    }

    boolean isOwn(Holding holding) {
        return holding.person().equals(actor.person()) && council.id() == actor.council();
    }

    static Where where(Standing standing) {
        return new Where(standing.council(), standing.neighbourhood(), standing.party(), null);
    }

    /** The roles that the actor may give somewhere here. */
    List<Role> rolesToGive() {
        return Arrays.stream(Role.values())
                .filter(role -> actor.standings().stream()
                        .filter(own -> own.council() == council.id())
                        .anyMatch(
                                own -> Policy.askToGive(actor, role, where(own)).isAllowed()))
                .toList();
    }

    /** The neighbourhoods in which the actor may see people. */
    List<Neighbourhood> ownNeighbourhoods() {
        return neighbourhoods.stream()
                .filter(place -> actor.standings().stream()
                        .map(own -> new Where(council.id(), place.id(), own.party(), null))
                        .anyMatch(where ->
                                Policy.ask(actor, Deed.SEE_PEOPLE, where).isAllowed()))
                .toList();
    }

    /** A neighbourhood, and what the actor may do there to show who lives where. */
    record ResidencyPlace(Neighbourhood place, List<Link> deeds) {}

    /** Those in which the actor may do any of it. */
    List<ResidencyPlace> residencyPlaces() {
        return neighbourhoods.stream()
                .map(place -> new ResidencyPlace(place, residencyDeeds(place)))
                .filter(place -> !place.deeds().isEmpty())
                .toList();
    }

    private List<Link> residencyDeeds(Neighbourhood place) {
        Where there = whole().neighbourhood(place.id());
        List<Link> deeds = new ArrayList<>();
        if (Policy.ask(actor, Deed.PRINT_CODES, there).isAllowed()) {
            deeds.add(Link.to(words().of("overview.live.letters"), at("/" + place.slug() + "/letters")));
            deeds.add(Link.to(words().of("overview.live.list"), at("/" + place.slug() + "/list")));
        }
        if (Policy.ask(actor, Deed.VOUCH_FOR_RESIDENCY, there).isAllowed()) {
            deeds.add(Link.to(words().of("overview.live.word"), at("/" + place.slug() + "/word")));
        }
        return deeds;
    }

    /** The parties that stand, for which the actor may see people. */
    List<Party> ownParties() {
        return parties.stream()
                .filter(party -> !party.hasEnded())
                .filter(party -> Policy.ask(actor, Deed.SEE_PEOPLE, whole().party(party.id()))
                        .isAllowed())
                .toList();
    }

    Optional<Neighbourhood> neighbourhood(String slugOrName) {
        return neighbourhoods.stream()
                .filter(place -> place.slug().equals(slugOrName) || place.name().equalsIgnoreCase(slugOrName))
                .findFirst();
    }

    Optional<Party> party(String slugOrName) {
        return parties.stream()
                .filter(party -> !party.hasEnded())
                .filter(party -> party.slug().equals(slugOrName) || party.name().equalsIgnoreCase(slugOrName))
                .findFirst();
    }

    String tell(Standing standing) {
        return names().tell(standing);
    }

    /** The day of a moment, by the council's clocks. */
    String day(Instant moment) {
        return DAY.format(moment.atZone(council.zone()));
    }

    /** The last day of a term; a sentence when it has none. */
    String lastDay(@Nullable Instant until) {
        return until == null ? words().of("term.none") : DAY.format(Term.lastDay(until, council.zone()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, council.zone());
    }

    Instant endOf(LocalDate lastDay) {
        return Term.end(lastDay, council.zone());
    }

    /** The address of a page of this office; the rest begins with a slash, or is empty. */
    String at(String rest) {
        return "/councils/" + council.slug() + "/office" + rest;
    }

    /** On to another page of this office. */
    ResponseEntity<byte[]> to(String rest) {
        return Pages.seeOther(at(rest));
    }

    List<Link> crumbs(String here) {
        return List.of(
                Link.to(words().of("home"), "/"),
                Link.to(council.name(), "/councils/" + council.slug()),
                Link.to(words().of("office"), at("")),
                Link.here(here));
    }
}
