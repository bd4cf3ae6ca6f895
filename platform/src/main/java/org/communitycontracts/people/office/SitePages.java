package org.communitycontracts.people.office;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The site's own page: its councils, a new one, and the first administrator of each. */
@RestController
class SitePages {
    private static final String ZONE = "Europe/London";

    private final Pages pages;
    private final Councils councils;
    private final Ground ground;
    private final Inviting inviting;
    private final Sight sight;
    private final InstantSource clock;

    SitePages(Pages pages, Councils councils, Ground ground, Inviting inviting, Sight sight, InstantSource clock) {
        this.pages = pages;
        this.councils = councils;
        this.ground = ground;
        this.inviting = inviting;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/site")
    ResponseEntity<byte[]> site(@RequestParam(defaultValue = "") String done, Actor actor) {
        return in(actor, () -> page(Form.of("council", Map.of("zone", ZONE)), done));
    }

    @PostMapping("/site/councils")
    ResponseEntity<byte[]> open(@RequestParam Map<String, String> typed, Actor actor) {
        return in(actor, () -> {
            Form form = Form.of("council", typed);
            String name = form.line("name");
            String slug = form.typed("slug").isEmpty() ? Neighbourhoods.slug(name) : form.typed("slug");
            if (!slug.matches("[a-z][a-z0-9-]{0,59}")) {
                form.wrong("slug", "council.slug.wrong");
            } else if (councils.find(slug).isPresent()) {
                form.wrong(form.typed("slug").isEmpty() ? "name" : "slug", "council.there");
            }
            Optional<ZoneId> zone = zone(form);
            if (form.isWrong()) {
                return page(form, "");
            }
            ground.open(actor, slug, name, zone.orElseThrow(), clock.instant());
            return Pages.seeOther("/site/councils/" + slug);
        });
    }

    @GetMapping("/site/councils/{slug}")
    ResponseEntity<byte[]> one(@PathVariable String slug, Actor actor) {
        return of(slug, actor, council -> invite(council, Form.blank("admin")));
    }

    @PostMapping("/site/councils/{slug}/administrators")
    ResponseEntity<byte[]> invite(@PathVariable String slug, @RequestParam Map<String, String> typed, Actor actor) {
        return of(slug, actor, council -> {
            Form form = Form.of("admin", typed);
            String name = form.fullName("name");
            Optional<EmailAddress> email = form.emailIn("email");
            if (form.isWrong()) {
                return invite(council, form);
            }
            Office office = new Office(council, actor, clock.instant(), List.of(), List.of());
            Standing standing = new Standing(Role.COUNCIL_ADMINISTRATOR, council.id(), null, null);
            Inviting.Guest guest = new Inviting.Guest(name, email.orElseThrow(), new Offer(standing, null));
            return sight.of(council.id(), () -> {
                inviting.invite(office, List.of(guest));
                return Pages.seeOther("/site?done=admin.invited");
            });
        });
    }

    private ResponseEntity<byte[]> in(Actor actor, Supplier<ResponseEntity<byte[]>> work) {
        Policy.demand(actor, Deed.OPEN_COUNCIL, Where.SITE);
        return work.get();
    }

    /** What is done about one council. */
    private interface Work {
        ResponseEntity<byte[]> with(Council council);
    }

    private ResponseEntity<byte[]> of(String slug, Actor actor, Work work) {
        return in(actor, () -> councils.find(slug).map(work::with).orElseGet(pages::notFound));
    }

    private static Optional<ZoneId> zone(Form form) {
        try {
            return Optional.of(ZoneId.of(form.typed("zone").isEmpty() ? ZONE : form.typed("zone")));
        } catch (DateTimeException _) {
            form.wrong("zone", "council.zone.wrong");
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> page(Form form, String done) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/site.jte",
                Map.of("councils", councils.list(), "form", form, "done", done));
    }

    private ResponseEntity<byte[]> invite(Council council, Form form) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/siteCouncil.jte",
                Map.of("council", council, "form", form));
    }
}
