package org.communitycontracts.people.office;

import java.util.Map;
import java.util.UUID;
import org.communitycontracts.people.ProgramKeys;
import org.communitycontracts.people.Token;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The keys of other programs: list, make, end. A new key is shown on the answer to its form and never again. */
@RestController
class ProgramPages {
    private static final String ALL = "/councils/{slug}/office/programs";
    private static final int LONGEST = 60;

    private final Pages pages;
    private final Offices offices;
    private final ProgramKeys keys;

    ProgramPages(Pages pages, Offices offices, ProgramKeys keys) {
        this.pages = pages;
        this.offices = offices;
        this.keys = keys;
    }

    @GetMapping(ALL)
    ResponseEntity<byte[]> list(@PathVariable String slug, @RequestParam(defaultValue = "") String done, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_PROGRAM_KEYS, office -> page(office, Form.blank("program"), done, ""));
    }

    @PostMapping(ALL)
    ResponseEntity<byte[]> make(@PathVariable String slug, @RequestParam Map<String, String> typed, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_PROGRAM_KEYS, office -> {
            Form form = Form.of("program", typed);
            String name = form.line("name");
            if (name.length() > LONGEST) {
                form.wrong("name", "program.name.long");
            }
            if (form.isWrong()) {
                return page(office, form, "", "");
            }
            Token secret = keys.make(actor, office.council().id(), name, office.now());
            return page(office, Form.blank("program"), "program.admitted", secret.secret());
        });
    }

    @PostMapping(ALL + "/{id}/end")
    ResponseEntity<byte[]> end(@PathVariable String slug, @PathVariable UUID id, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_PROGRAM_KEYS, office -> {
            keys.end(actor, office.council().id(), id, office.now());
            return office.to("/programs?done=program.ended");
        });
    }

    private ResponseEntity<byte[]> page(Office office, Form form, String done, String secret) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/programs.jte",
                Map.of(
                        "office",
                        office,
                        "form",
                        form,
                        "keys",
                        keys.list(office.council().id()),
                        "done",
                        done,
                        "secret",
                        secret));
    }
}
