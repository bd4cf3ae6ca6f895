package org.communitycontracts.reporting.route;

import java.time.InstantSource;
import java.util.Map;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
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
    private final Routes routes;
    private final Sending sending;
    private final Sight sight;
    private final InstantSource clock;

    StepPages(Pages pages, Routes routes, Sending sending, Sight sight, InstantSource clock) {
        this.pages = pages;
        this.routes = routes;
        this.sending = sending;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> ask(
            Actor actor, @PathVariable String slug, @PathVariable String draft, @PathVariable String step) {
        return Step.find(step)
                .map(asked -> routes.open(actor, slug, draft, asked, route -> ask(route, asked)))
                .orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> ask(Route route, Step step) {
        return step == Step.CHECK
                ? pages.page(HttpStatus.OK, "reporting/route/check.jte", Map.of("route", route))
                : page(HttpStatus.OK, route, Asked.of(route, step));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<byte[]> answer(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String draft,
            @PathVariable String step,
            @RequestParam Map<String, String> sent) {
        return Step.find(step)
                .map(asked -> routes.open(
                        actor,
                        slug,
                        draft,
                        asked,
                        route -> asked == Step.CHECK ? send(actor, route) : keep(route, asked, sent)))
                .orElseGet(pages::notFound);
    }

    private ResponseEntity<byte[]> keep(Route route, Step step, Map<String, String> sent) {
        Asked asked = Asked.of(route, step, sent, clock);
        if (asked.isWrong()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, route, asked);
        }
        Route further = routes.keep(route, asked.answers());
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
}
