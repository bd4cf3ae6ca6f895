package org.communitycontracts.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.communitycontracts.people.TooYoung;
import org.communitycontracts.permissions.Answer;
import org.communitycontracts.permissions.NotAllowed;
import org.communitycontracts.web.Pages;
import org.communitycontracts.web.Watch;
import org.communitycontracts.web.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What follows when a door stays shut. Somebody who only looks is led to where the door can be opened, and from there back
 * again; somebody who sent a form is told what to do first, on a page that the browser's way back leads away from, with the
 * form still filled in.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {
    private final Words words = Words.beside(Refusals.class);
    private final Pages pages;
    private final Watch watch;

    Refusals(Pages pages, Watch watch) {
        this.pages = pages;
        this.watch = watch;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(NotAllowed refused, HttpServletRequest request) {
        Answer.Why why = refused.why();
        boolean looking =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (looking && why != Answer.Why.NO_ROLE) {
            return Pages.seeOther(door(why) + "?onward=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8));
        }
        watch.refused(request, "not allowed " + why);
        return pages.page(
                HttpStatus.FORBIDDEN,
                "people/signin/notAllowed.jte",
                Map.of("words", words, "why", why.name(), "door", door(why)));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooYoung(TooYoung young) {
        String why = young.waitsForGuardian() ? "GUARDIAN" : "ROLE";
        return pages.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "people/signin/young.jte",
                Map.of(
                        "words",
                        words,
                        "why",
                        why,
                        "door",
                        young.waitsForGuardian() ? "/account/guardian" : "/account"));
    }

    private static String door(Answer.Why why) {
        return switch (why) {
            case SIGN_IN -> "/sign-in";
            case SECOND_FACTOR -> "/sign-in/second";
            case NO_ROLE -> "/account";
        };
    }

    /** Where somebody wanted to go; a secret at the end of an address is left out, since the way back is kept for a while. */
    private static String address(HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null && route.toString().endsWith("/{token}")) {
            return request.getRequestURI().replaceFirst("/[^/]*$", "");
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
