package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Headers;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Watch;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The second factor, asked of somebody who has signed in: a code of the app or from paper, or a passkey. */
@RestController
class SecondPages {
    private final Words words = Words.beside(SecondPages.class);
    private final Pages pages;
    private final Factors factors;
    private final PasskeyProof proof;
    private final Sessions sessions;
    private final Watch watch;

    SecondPages(Pages pages, Factors factors, PasskeyProof proof, Sessions sessions, Watch watch) {
        this.pages = pages;
        this.factors = factors;
        this.proof = proof;
        this.sessions = sessions;
        this.watch = watch;
    }

    @GetMapping("/sign-in/second")
    ResponseEntity<byte[]> ask(
            Actor actor,
            @RequestParam(defaultValue = Onward.HOME) String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(HttpStatus.OK, "", new Asked(Owner.of(actor), onward), request, response);
    }

    @PostMapping("/sign-in/second")
    ResponseEntity<byte[]> code(
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = Onward.HOME) String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Owner owner = Owner.of(actor);
        Factors.Taken taken = factors.take(owner, code);
        if (taken == Factors.Taken.RIGHT) {
            return goOn(onward, request, response);
        }
        watch.refused(request, "second factor " + taken);
        return page(wrong(), "second." + taken.name(), new Asked(owner, onward), request, response);
    }

    @PostMapping("/sign-in/second/passkey")
    ResponseEntity<byte[]> passkey(
            Actor actor,
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = Onward.HOME) String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Owner owner = Owner.of(actor);
        if (proof.shown(passkey, owner, request, response).isPresent()) {
            return goOn(onward, request, response);
        }
        watch.refused(request, "second factor passkey");
        return page(wrong(), "passkey.refused", new Asked(owner, onward), request, response);
    }

    private ResponseEntity<byte[]> goOn(String onward, HttpServletRequest request, HttpServletResponse response) {
        sessions.prove(request, response);
        return Pages.seeOther(Onward.local(onward));
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, String wrong, Asked asked, HttpServletRequest request, HttpServletResponse response) {
        boolean passkey = factors.hasPasskey(asked.owner());
        Map<String, Object> holds = new HashMap<>(Map.of(
                "words",
                words,
                "onward",
                Onward.local(asked.onward()),
                "codes",
                factors.hasAuthenticator(asked.owner()),
                "options",
                passkey ? proof.beginToShow(asked.owner(), request, response) : "",
                "script",
                PasskeyScript.address(),
                "wrong",
                wrong.isEmpty() ? "" : words.of(wrong)));
        if (passkey) {
            Headers.allowOwnScript(response);
        }
        return pages.page(status, "people/signin/second.jte", holds);
    }

    private static HttpStatus wrong() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private record Asked(Owner owner, String onward) {}
}
