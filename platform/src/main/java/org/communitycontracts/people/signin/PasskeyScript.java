package org.communitycontracts.people.signin;

import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Piece;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The one script of this room, for what no browser does without. */
@RestController
class PasskeyScript {
    private static final Piece SCRIPT =
            Piece.beside(PasskeyScript.class, "passkey.js", "text/javascript;charset=UTF-8");

    private final Pages pages;

    PasskeyScript(Pages pages) {
        this.pages = pages;
    }

    /** Its address. */
    static String address() {
        return "/sign-in/script/" + SCRIPT.name();
    }

    @GetMapping("/sign-in/script/{name}")
    ResponseEntity<byte[]> script(@PathVariable String name) {
        return name.equals(SCRIPT.name()) ? SCRIPT.answer() : pages.notFound();
    }
}
