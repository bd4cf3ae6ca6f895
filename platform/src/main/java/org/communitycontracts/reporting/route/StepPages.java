package org.communitycontracts.reporting.route;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questions of a report, one on each page, then all answers on one, and the sending. */
@RestController
class StepPages {
    private static final String ADDRESS = "/councils/{slug}/report/{draft}/{step}";

    private final Pages pages;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Drafts drafts;
    private final ToldReports reports;
    private final Likely likely;
    private final Sending sending;
    private final ObjectProvider<Promises> promises;
    private final Sight sight;
    private final InstantSource clock;

    StepPages(
            Pages pages,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Drafts drafts,
            ToldReports reports,
            Likely likely,
            Sending sending,
            ObjectProvider<Promises> promises,
            Sight sight,
            InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.drafts = drafts;
        this.reports = reports;
        this.likely = likely;
        this.sending = sending;
        this.promises = promises;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> ask(
            Actor actor, @PathVariable String slug, @PathVariable String draft, @PathVariable String step) {
        return on(
                actor,
                slug,
                draft,
                step,
                (route, asked) -> asked == Step.CHECK
                        ? pages.page(HttpStatus.OK, "reporting/route/check.jte", Map.of("route", route))
                        : page(HttpStatus.OK, route, Asked.of(route, asked)));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> answer(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String draft,
            @PathVariable String step,
            @RequestParam Map<String, String> sent) {
        return on(
                actor,
                slug,
                draft,
                step,
                (route, asked) -> asked == Step.CHECK ? send(actor, route) : keep(route, asked, sent));
    }

    private ResponseEntity<byte[]> keep(Route route, Step step, Map<String, String> sent) {
        Asked asked = Asked.of(route, step, sent, clock);
        if (asked.isWrong()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, route, asked);
        }
        Route further = route(route.council(), route.token(), route.draft().with(asked.answers()));
        drafts.keep(route.council().id(), route.token(), further.draft(), clock.instant());
        return StartPages.to(further.address(further.next()));
    }

    private ResponseEntity<byte[]> send(Actor actor, Route route) {
        sight.of(route.council().id(), () -> sending.send(actor, route, clock.instant()));
        return StartPages.to("/councils/" + route.council().slug() + "/follow-up/"
                + route.token().secret() + "/sent");
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Route route, Asked asked) {
        String template = asked.step() == Step.ALREADY ? "already" : "question";
        return pages.page(status, "reporting/route/" + template + ".jte", Map.of("route", route, "asked", asked));
    }

    private ResponseEntity<byte[]> on(
            Actor actor,
            String slug,
            String draft,
            String step,
            BiFunction<Route, Step, ResponseEntity<byte[]>> answer) {
        Optional<Council> council = councils.find(slug);
        Optional<Step> asked = Step.find(step);
        if (council.isEmpty() || asked.isEmpty()) {
            return pages.notFound();
        }
        Token token = new Token(draft);
        return drafts.find(council.get().id(), token)
                .map(written -> on(actor, route(council.get(), token, written), asked.get(), answer))
                .orElseGet(() -> gone(council.get(), token));
    }

    private static ResponseEntity<byte[]> on(
            Actor actor, Route route, Step asked, BiFunction<Route, Step, ResponseEntity<byte[]>> answer) {
        if (route.draft().isForAnother()) {
            Policy.demand(actor, Deed.ENTER_FOR_ANOTHER, route.whose());
        }
        return route.isOpen(asked) ? answer.apply(route, asked) : StartPages.to(route.address(route.next()));
    }

    private Route route(Council council, Token token, Draft draft) {
        @Nullable
        Neighbourhood place = neighbourhoods.find(council.id(), draft.place()).orElse(null);
        List<Promises.Promise> promised = promises.orderedStream()
                .flatMap(room -> room.list(council, place, clock.instant()).stream())
                .toList();
        return new Route(council, place, token, draft, promised, likely.list(council, place, draft, clock.instant()));
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
