package org.communitycontracts.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The word by which a form shows that it is one of ours. */
public final class Forged {
    /** Set on a request whose answer carries the word, so that nobody keeps that answer. */
    static final String TOLD = Forged.class.getName();

    private Forged() {}

    /** The word for the forms of this answer; null where no request is answered. An answer with the word is kept by nobody. */
    public static @Nullable String word() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || !(request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST)
                        instanceof CsrfToken token)) {
            return null;
        }
        request.setAttribute(TOLD, true, RequestAttributes.SCOPE_REQUEST);
        return token.getToken();
    }

    /** The key under which a form of this answer is done once. */
    public static String key() {
        return Once.freshKey();
    }
}
