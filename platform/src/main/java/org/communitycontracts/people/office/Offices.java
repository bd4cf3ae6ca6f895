package org.communitycontracts.people.office;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.communitycontracts.people.Parties;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Answer;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The doors of the councils' offices: who comes in may see people somewhere in that council. */
@Component
class Offices {
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Parties parties;
    private final Pages pages;
    private final InstantSource clock;

    Offices(Councils councils, Neighbourhoods neighbourhoods, Parties parties, Pages pages, InstantSource clock) {
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.parties = parties;
        this.pages = pages;
        this.clock = clock;
    }

    /** Answers from inside the office, for somebody who may come in. */
    ResponseEntity<byte[]> in(String slug, Actor actor, Function<Office, ResponseEntity<byte[]>> work) {
        return councils.find(slug)
                .map(council -> {
                    entry(actor, council).orStop();
                    return work.apply(office(council, actor));
                })
                .orElseGet(pages::notFound);
    }

    /** Answers about the whole council, for somebody who may do this there. */
    ResponseEntity<byte[]> in(String slug, Actor actor, Deed deed, Function<Office, ResponseEntity<byte[]>> work) {
        return councils.find(slug)
                .map(council -> {
                    Policy.demand(actor, deed, Where.council(council.id()));
                    return work.apply(office(council, actor));
                })
                .orElseGet(pages::notFound);
    }

    /** Answers about one person, who may ask about themselves. */
    ResponseEntity<byte[]> about(String slug, UUID person, Actor actor, Function<Office, ResponseEntity<byte[]>> work) {
        return councils.find(slug)
                .map(council -> {
                    Where own = Where.council(council.id()).about(person);
                    if (!Policy.ask(actor, Deed.SEE_PERSON, own).isAllowed()) {
                        entry(actor, council).orStop();
                    }
                    return work.apply(office(council, actor));
                })
                .orElseGet(pages::notFound);
    }

    private Office office(Council council, Actor actor) {
        return new Office(
                council, actor, clock.instant(), neighbourhoods.list(council.id()), parties.list(council.id()));
    }

    static Answer entry(Actor actor, Council council) {
        List<Answer> answers = actor.standings().stream()
                .filter(own -> own.council() == council.id())
                .map(own -> Policy.ask(actor, Deed.SEE_PEOPLE, Office.where(own)))
                .toList();
        Answer otherwise = Policy.ask(actor, Deed.SEE_PEOPLE, Where.council(council.id()));
        return answers.stream()
                .filter(Answer::isAllowed)
                .findFirst()
                .or(() -> answers.stream()
                        .filter(new Answer.Refused(Answer.Why.SECOND_FACTOR)::equals)
                        .findFirst())
                .orElse(otherwise);
    }
}
