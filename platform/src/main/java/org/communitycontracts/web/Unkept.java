package org.communitycontracts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer to this: it may be kept only where its handler says so, and never when the request carries a cookie of ours
 * (so it may be about somebody) or the answer carries the word of a form. What is named by the hash of its bytes is the same for
 * everybody and may always be kept.
 */
final class Unkept extends HttpServletResponseWrapper {
    private static final String NAME = "Cache-Control";
    private static final String NOT = "no-store";

    private final HttpServletRequest request;

    Unkept(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        super.setHeader(name, NAME.equalsIgnoreCase(name) ? allowed(value) : value);
    }

    /** There is one word on keeping, the last one. */
    @Override
    public void addHeader(String name, @Nullable String value) {
        if (NAME.equalsIgnoreCase(name)) {
            super.setHeader(name, allowed(value));
        } else {
            super.addHeader(name, value);
        }
    }

    /** A word that is taken back leaves the first one: kept by nobody. */
    private String allowed(@Nullable String asked) {
        return asked != null && (asked.contains("immutable") || !isPrivate()) ? asked : NOT;
    }

    private boolean isPrivate() {
        if (request.getAttribute(Forged.TOLD) != null) {
            return true;
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (!cookie.getName().toUpperCase(Locale.ROOT).endsWith("XSRF-TOKEN")) {
                return true;
            }
        }
        return false;
    }
}
