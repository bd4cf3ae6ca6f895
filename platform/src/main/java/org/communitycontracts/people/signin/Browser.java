package org.communitycontracts.people.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import org.communitycontracts.people.Token;
import org.springframework.http.ResponseCookie;

/** The cookie by which we know the browser that asked for a letter; it lives an hour and says nothing about the person. */
final class Browser {
    private static final String NAME = "asked";
    /** The beginning that makes browsers hold us to it: this site alone, by HTTPS alone. */
    private static final String HELD = "__Host-" + NAME;

    private Browser() {}

    static String cookie(Token browser, boolean secure) {
        return ResponseCookie.from(secure ? HELD : NAME, browser.secret())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(Duration.ofHours(1))
                .build()
                .toString();
    }

    /** The browser of this request; one that never asked is none that we know. */
    static Token of(HttpServletRequest request, boolean secure) {
        String name = secure ? HELD : NAME;
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> new Token(cookie.getValue()))
                .findFirst()
                .orElse(new Token("none"));
    }
}
