package org.communitycontracts.reporting.route;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.communitycontracts.people.Token;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Promises;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds a report that is being written by the secret in its address, and opens one of its questions. */
@Component
class Routes {
    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Drafts drafts;
    private final ToldReports reports;
    private final Likely likely;
    private final ObjectProvider<Promises> promises;
    private final Sight sight;
    private final InstantSource clock;

    Routes(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Drafts drafts,
            ToldReports reports,
            Likely likely,
            ObjectProvider<Promises> promises,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.drafts = drafts;
        this.reports = reports;
        this.likely = likely;
        this.promises = promises;
        this.sight = sight;
        this.clock = clock;
    }

    /** Answers at this question, or leads to the one that is to be answered first, or says that there is no such report. */
    ResponseEntity<byte[]> open(
            Actor actor, String slug, String secret, Step step, Function<Route, ResponseEntity<byte[]>> answer) {
        Optional<Council> council = councils.find(slug);
        if (council.isEmpty()) {
            return pages.notFound();
        }
        Token token = new Token(secret);
        return drafts.find(council.get().id(), token)
                .map(draft -> open(actor, route(council.get(), token, draft), step, answer))
                .orElseGet(() -> gone(council.get(), token));
    }

    private static ResponseEntity<byte[]> open(
            Actor actor, Route route, Step step, Function<Route, ResponseEntity<byte[]>> answer) {
        if (route.draft().isForAnother()) {
            Policy.demand(actor, Deed.ENTER_FOR_ANOTHER, route.whose());
        }
        return route.isOpen(step) ? answer.apply(route) : StartPages.to(route.address(route.next()));
    }

    /** Keeps these answers, and gives back the report as it is then. */
    Route keep(Route route, Map<String, String> answers) {
        Draft draft = route.draft().with(answers);
        drafts.keep(route.council().id(), route.token(), draft, clock.instant());
        return route(route.council(), route.token(), draft);
    }

    private Route route(Council council, Token token, Draft draft) {
        Instant now = clock.instant();
        @Nullable
        Neighbourhood place = neighbourhoods.find(council.id(), draft.place()).orElse(null);
        List<Promises.Promise> promised = promises.orderedStream()
                .flatMap(room -> room.list(council, place, now).stream())
                .toList();
        return new Route(council, place, token, draft, promised, likely.list(council, place, draft, now));
    }

    /** What was sent meanwhile is followed; what was never sent is kept a day. */
    private ResponseEntity<byte[]> gone(Council council, Token token) {
        boolean isSent =
                sight.of(council.id(), () -> reports.find(council.id(), token).isPresent());
        return isSent
                ? StartPages.to("/councils/" + council.slug() + "/follow-up/" + token.secret())
                : pages.page(HttpStatus.NOT_FOUND, "reporting/route/gone.jte", Map.of("council", council));
    }
}
