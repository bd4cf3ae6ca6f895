package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.signin.DirectoryAnswer.Why;
import org.communitycontracts.permissions.Standing;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Watch;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with the account that a council's staff have already. */
@RestController
class DirectoryPages {
    private final Words words = Words.beside(DirectoryPages.class);
    private final Pages pages;
    private final Councils councils;
    private final Directories directories;
    private final DirectoryProof proof;
    private final Sessions sessions;
    private final Sight sight;
    private final Watch watch;

    DirectoryPages(
            Pages pages,
            Councils councils,
            Directories directories,
            DirectoryProof proof,
            Sessions sessions,
            Sight sight,
            Watch watch) {
        this.pages = pages;
        this.councils = councils;
        this.directories = directories;
        this.proof = proof;
        this.sessions = sessions;
        this.sight = sight;
        this.watch = watch;
    }

    @GetMapping("/sign-in/directory/{slug}")
    ResponseEntity<byte[]> begin(
            @PathVariable String slug,
            @RequestParam(defaultValue = Onward.HOME) String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Directory> directory = directory(slug);
        if (directory.isEmpty()) {
            return pages.notFound();
        }
        Optional<URI> there = proof.begin(directory.get(), slug, onward, request, response);
        return there.map(address -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(address)
                        .<byte[]>build())
                .orElseGet(() -> refused(Why.AWAY));
    }

    @GetMapping("/sign-in/directory/{slug}/answer")
    ResponseEntity<byte[]> answer(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        Optional<Directory> directory = directory(slug);
        if (directory.isEmpty()) {
            return pages.notFound();
        }
        return switch (proof.answer(directory.get(), slug, request, response)) {
            case DirectoryAnswer.Refused no -> {
                watch.refused(request, "directory " + no.why());
                yield refused(no.why());
            }
            case DirectoryAnswer.Known known -> {
                sessions.begin(known.person(), known.way(), request, response);
                yield Pages.seeOther(known.onward());
            }
        };
    }

    private Optional<Directory> directory(String slug) {
        Optional<Long> council = slug.equals(Asking.SITE)
                ? Optional.of(Standing.SITE)
                : councils.find(slug).map(Council::id);
        council.ifPresent(sight::of);
        return council.flatMap(directories::find);
    }

    private ResponseEntity<byte[]> refused(Why why) {
        HttpStatus status = why == Why.AWAY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN;
        String key =
                why == Why.CLOSED ? "link.CLOSED" : "directory." + why.name().toLowerCase(Locale.ROOT);
        return pages.page(status, "people/signin/refused.jte", Map.of("words", words, "why", key));
    }
}
