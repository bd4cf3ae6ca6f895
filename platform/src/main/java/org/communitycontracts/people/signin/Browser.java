package org.communitycontracts.people.signin;

import org.communitycontracts.people.Token;
import org.springframework.http.ResponseCookie;

/** The cookie by which we know the browser that asked for a letter; it lives an hour and says nothing about the person. */
final class Browser {
    static final String NAME = "asked";

    private Browser() {}

    static String cookie(Token browser, boolean secure) {
        return ResponseCookie.from(NAME, browser.secret())
                .path("/sign-in")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(java.time.Duration.ofHours(1))
                .build()
                .toString();
    }
}
