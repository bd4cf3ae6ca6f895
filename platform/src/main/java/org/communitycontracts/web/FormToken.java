package org.communitycontracts.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The secret of a form that shows it was sent from our own page. */
public final class FormToken {
    private FormToken() {}

    /** The secret for the request that is answered just now; null when there is none. */
    public static @Nullable String find() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST)
                                instanceof CsrfToken token
                ? token.getToken()
                : null;
    }
}
