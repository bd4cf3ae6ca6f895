package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.communitycontracts.people.Person;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.web.Headers;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Watch;
import org.communitycontracts.web.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys: a person's own, made and removed; and signing in with one. */
@RestController
class PasskeyPages {
    private static final String PAGE = "/account/passkeys";
    private static final int LONGEST_LABEL = 60;

    private final Words words = Words.beside(PasskeyPages.class);
    private final Pages pages;
    private final Passkeys passkeys;
    private final PasskeyProof proof;
    private final LockChanges locks;
    private final Sessions sessions;
    private final Moments moments;
    private final Watch watch;

    PasskeyPages(
            Pages pages,
            Passkeys passkeys,
            PasskeyProof proof,
            LockChanges locks,
            Sessions sessions,
            Moments moments,
            Watch watch) {
        this.pages = pages;
        this.passkeys = passkeys;
        this.proof = proof;
        this.locks = locks;
        this.sessions = sessions;
        this.moments = moments;
        this.watch = watch;
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> list(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        return own(HttpStatus.OK, "", Owner.of(actor), request, response);
    }

    @PostMapping(PAGE)
    ResponseEntity<byte[]> make(
            Actor actor,
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response) {
        Owner owner = Owner.of(actor);
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        String called = label(label, request);
        boolean made = locks.make(
                owner, "factor.added", "passkey", () -> proof.make(owner, passkey, called, request, response));
        return made
                ? Pages.seeOther(PAGE)
                : own(HttpStatus.UNPROCESSABLE_CONTENT, "passkey.refused", owner, request, response);
    }

    @PostMapping(PAGE + "/{id}/removal")
    ResponseEntity<byte[]> remove(Actor actor, @PathVariable String id) {
        Owner owner = Owner.of(actor);
        if (!locks.mayChange(owner)) {
            return LockChanges.showFirst(PAGE);
        }
        locks.make(owner, "factor.removed", "passkey", () -> passkeys.remove(owner, id));
        return Pages.seeOther(PAGE);
    }

    @GetMapping("/sign-in/passkey")
    ResponseEntity<byte[]> ask(
            @RequestParam(defaultValue = Onward.HOME) String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        return askAll(HttpStatus.OK, "", onward, request, response);
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<byte[]> signIn(
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = Onward.HOME) String onward,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> person = proof.shown(passkey, null, request, response);
        if (person.isEmpty()) {
            watch.refused(request, "passkey");
            return askAll(HttpStatus.UNPROCESSABLE_CONTENT, "passkey.refused", onward, request, response);
        }
        sessions.begin(person.get(), Way.PASSKEY, request, response);
        return Pages.seeOther(Onward.local(onward));
    }

    private ResponseEntity<byte[]> own(
            HttpStatus status, String wrong, Owner owner, HttpServletRequest request, HttpServletResponse response) {
        boolean mayChange = locks.mayChange(owner);
        Map<String, Object> holds = page(response, wrong);
        holds.put("passkeys", passkeys.list(owner));
        holds.put("moments", moments.of(owner.council()));
        holds.put("mayChange", mayChange);
        holds.put("options", mayChange ? proof.beginToMake(owner, request, response) : "");
        holds.put("label", BrowserWords.of(request.getHeader(HttpHeaders.USER_AGENT)));
        return pages.page(status, "people/signin/passkeys.jte", holds);
    }

    private ResponseEntity<byte[]> askAll(
            HttpStatus status, String wrong, String onward, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> holds = page(response, wrong);
        holds.put("onward", Onward.local(onward));
        holds.put("options", proof.beginToShow(null, request, response));
        return pages.page(status, "people/signin/passkeySignIn.jte", holds);
    }

    private Map<String, Object> page(HttpServletResponse response, String wrong) {
        Headers.allowOwnScript(response);
        return new HashMap<>(Map.of(
                "words", words, "script", PasskeyScript.address(), "wrong", wrong.isEmpty() ? "" : words.of(wrong)));
    }

    private static String label(String typed, HttpServletRequest request) {
        String label = typed.strip();
        boolean usable = FullName.wrong(label) == null && label.length() <= LONGEST_LABEL;
        return usable ? label : BrowserWords.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
