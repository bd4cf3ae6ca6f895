package org.communitycontracts.people.office;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.signin.Directories;
import org.communitycontracts.people.signin.Directory;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.web.OwnAddress;
import org.communitycontracts.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which staff directory says who the council's own people are. Its secret is taken and never shown again. */
@RestController
class DirectoryDesk {
    private static final String HERE = "/councils/{slug}/office/directory";

    private final Pages pages;
    private final Offices offices;
    private final Directories directories;
    private final OwnAddress own;

    DirectoryDesk(Pages pages, Offices offices, Directories directories, OwnAddress own) {
        this.pages = pages;
        this.offices = offices;
        this.directories = directories;
        this.own = own;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> shown(@PathVariable String slug, @RequestParam(defaultValue = "") String done, Actor actor) {
        return offices.in(
                slug,
                actor,
                Deed.KEEP_DIRECTORY,
                office -> page(
                        office,
                        directories
                                .find(office.council().id())
                                .map(DirectoryDesk::shown)
                                .orElse(Form.blank("directory")),
                        done));
    }

    @PostMapping(HERE)
    ResponseEntity<byte[]> enter(@PathVariable String slug, @RequestParam Map<String, String> typed, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_DIRECTORY, office -> {
            Form form = Form.of("directory", typed);
            Optional<Directory> entered = read(form, office.council().id());
            if (form.typed("secret").isEmpty()) {
                form.wrong("secret", "directory.secret.missing");
            }
            if (form.isWrong()) {
                return page(office, form, "");
            }
            directories.enter(actor, entered.orElseThrow(), form.typed("secret"), office.now());
            return office.to("/directory?done=directory.entered");
        });
    }

    @PostMapping(HERE + "/end")
    ResponseEntity<byte[]> end(@PathVariable String slug, Actor actor) {
        return offices.in(slug, actor, Deed.KEEP_DIRECTORY, office -> {
            directories.end(actor, office.council().id(), office.now());
            return office.to("/directory?done=directory.ended");
        });
    }

    private static Optional<Directory> read(Form form, long council) {
        String issuer = form.line("issuer");
        String client = form.line("client");
        List<String> domains = Arrays.stream(form.line("domains").split("[,\\s]+"))
                .filter(domain -> !domain.isBlank())
                .toList();
        if (form.isWrong()) {
            return Optional.empty();
        }
        String word = form.typed("word");
        try {
            return Optional.of(new Directory(council, issuer, client, domains, word.isEmpty() ? null : word));
        } catch (IllegalArgumentException _) {
            form.wrong("issuer", "directory.issuer.wrong");
            return Optional.empty();
        }
    }

    private static Form shown(Directory directory) {
        String word = directory.twoFactorsWord();
        return Form.of(
                "directory",
                Map.of(
                        "issuer", directory.issuer(),
                        "client", directory.client(),
                        "domains", String.join(", ", directory.domains()),
                        "word", word == null ? "" : word));
    }

    private ResponseEntity<byte[]> page(Office office, Form form, String done) {
        return pages.page(
                form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                "people/office/directory.jte",
                Map.of(
                        "office",
                        office,
                        "form",
                        form,
                        "back",
                        own.of("/sign-in/directory/" + office.council().slug() + "/answer"),
                        "entered",
                        directories.find(office.council().id()).isPresent(),
                        "done",
                        done));
    }
}
