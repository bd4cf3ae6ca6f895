package org.communitycontracts.people.office;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.EmailAddress;
import org.communitycontracts.people.Parties;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.parts.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of parties: list, enter, correct, end. */
@RestController
class PartyPages {
    private static final String ALL = "/councils/{slug}/office/parties";
    private static final String ONE = ALL + "/{party}";

    private final Pages pages;
    private final Offices offices;
    private final Parties parties;

    PartyPages(Pages pages, Offices offices, Parties parties) {
        this.pages = pages;
        this.offices = offices;
        this.parties = parties;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> list(@PathVariable String slug, @RequestParam(defaultValue = "") String done, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_PARTIES, office -> page(office, Form.blank("party"), done));
    }

    @PostMapping(ALL)
    ResponseEntity<byte[]> enter(@PathVariable String slug, @RequestParam Map<String, String> typed, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_PARTIES, office -> {
            Form form = Form.of("party", typed);
            Optional<Entered> entered = Entered.read(form);
            String name = form.typed("slug").isEmpty() ? slugOf(form.typed("name")) : form.typed("slug");
            if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
                form.wrong("slug", "party.slug.wrong");
            } else if (office.party(name).isPresent()) {
                form.wrong(form.typed("slug").isEmpty() ? "name" : "slug", "party.there");
            }
            if (form.isWrong()) {
                return page(office, form, "");
            }
            keep(office, name, entered.orElseThrow());
            return office.to("/parties?done=party.entered");
        });
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> one(@PathVariable String slug, @PathVariable String party, Actor actor) {
        return of(slug, party, actor, (office, found) -> page(office, found, Entered.shown(found)));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> correct(
            @PathVariable String slug,
            @PathVariable String party,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        return of(slug, party, actor, (office, found) -> {
            Form form = Form.of("party", typed);
            Optional<Entered> entered = Entered.read(form);
            if (entered.isEmpty()) {
                return page(office, found, form);
            }
            keep(office, found.slug(), entered.get());
            return office.to("/parties?done=party.corrected");
        });
    }

    @GetMapping(ONE + "/end")
    ResponseEntity<byte[]> ask(@PathVariable String slug, @PathVariable String party, Actor actor) {
        return of(
                slug,
                party,
                actor,
                (office, found) -> pages.page(
                        HttpStatus.OK,
                        "people/office/confirm.jte",
                        Map.of("office", office, "confirm", Confirm.endOf(found, office))));
    }

    @PostMapping(ONE + "/end")
    ResponseEntity<byte[]> end(@PathVariable String slug, @PathVariable String party, Actor actor) {
        return of(slug, party, actor, (office, found) -> {
            parties.end(actor, found, office.now());
            return office.to("/parties?done=party.ended");
        });
    }

    /** What is done with one party that stands. */
    private interface Work {
        ResponseEntity<byte[]> with(Office office, Party party);
    }

    private ResponseEntity<byte[]> of(String slug, String party, Actor actor, Work work) {
        return offices.in(
                slug,
                actor,
                Deed.KEEP_PARTIES,
                office -> parties.find(office.council().id(), party)
                        .filter(found -> !found.hasEnded())
                        .map(found -> work.with(office, found))
                        .orElseGet(pages::notFound));
    }

    private void keep(Office office, String slug, Entered entered) {
        parties.enter(
                office.actor(),
                office.council().id(),
                slug,
                entered.name(),
                entered.kind(),
                entered.email(),
                office.now());
    }

    private ResponseEntity<byte[]> page(Office office, Form form, String done) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/parties.jte",
                Map.of("office", office, "form", form, "kinds", kinds(), "done", done));
    }

    private ResponseEntity<byte[]> page(Office office, Party party, Form form) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/party.jte",
                Map.of("office", office, "party", party, "form", form, "kinds", kinds()));
    }

    private static List<Choice> kinds() {
        return Arrays.stream(PartyKind.values())
                .map(kind -> Choice.of(kind.word(), Names.WORDS.of("kind." + kind.word())))
                .toList();
    }

    /** A party's name in addresses and contract files begins with a letter. */
    private static String slugOf(String name) {
        String slug = Neighbourhoods.slug(name);
        return Character.isDigit(slug.charAt(0)) ? "p-" + slug.substring(0, Math.min(58, slug.length())) : slug;
    }

    /** What was entered of a party. */
    private record Entered(
            String name,
            PartyKind kind,
            @org.jspecify.annotations.Nullable EmailAddress email) {
        static Optional<Entered> read(Form form) {
            String name = form.line("name");
            Optional<PartyKind> kind = Arrays.stream(PartyKind.values())
                    .filter(one -> one.word().equals(form.typed("kind")))
                    .findFirst();
            if (kind.isEmpty()) {
                form.wrong("kind", "party.kind.missing");
            }
            EmailAddress email = form.emailIfAny("email");
            return form.isWrong() ? Optional.empty() : Optional.of(new Entered(name, kind.orElseThrow(), email));
        }

        static Form shown(Party party) {
            EmailAddress email = party.email();
            return Form.of(
                    "party",
                    Map.of(
                            "name", party.name(),
                            "kind", party.kind().word(),
                            "email", email == null ? "" : email.written()));
        }
    }
}
