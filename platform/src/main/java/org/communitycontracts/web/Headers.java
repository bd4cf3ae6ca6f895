package org.communitycontracts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer tells the browser it may not do: no script, no frame, no guessing, no news to other sites. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Headers extends OncePerRequestFilter {
    private static final String CONTENT = "Content-Security-Policy";
    private static final String NOTHING =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> ALWAYS = Map.of(
            CONTENT,
            NOTHING,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final OwnAddress here;

    Headers(OwnAddress here) {
        this.here = here;
    }

    /** Lets this one page run a script of our own, for what no browser does without: the page says what to do otherwise. */
    public static void allowOwnScript(HttpServletResponse response) {
        response.setHeader(CONTENT, NOTHING + "; script-src 'self'");
    }

    static void tell(BiConsumer<String, String> answer) {
        ALWAYS.forEach(answer);
    }

    /** Where people reach the site by HTTPS, browsers never come to it, or to what is below it, by anything else for two years. */
    void tell(HttpServletResponse response) {
        tell(response::setHeader);
        if (here.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }

    /** Lets a browser forget what it has kept of this site, when somebody leaves it. */
    public static void forget(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    /** The page that says what went wrong is an answer like any other. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Unkept answer = new Unkept(request, response);
        tell(answer);
        rest.doFilter(request, answer);
    }
}
