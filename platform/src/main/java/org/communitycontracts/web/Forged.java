package org.communitycontracts.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The word by which a form shows that it is one of ours. */
public final class Forged {
    private Forged() {}

    /** The word for the forms of this answer; null where no request is answered. */
    public static @Nullable String word() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST)
                                instanceof CsrfToken token
                ? token.getToken()
                : null;
    }
}
