package org.communitycontracts.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Addresses at which other programs send, and no browser. Whoever sends there carries a key that no browser adds by itself, so that
 * it need not show a form of ours; and it may say by the header {@code Idempotency-Key} which of its sendings are one, or not.
 */
final class Programs {
    private static final String ADDRESSES = "/open311/";

    private Programs() {}

    static boolean isFor(HttpServletRequest request) {
        return request.getServletPath().startsWith(ADDRESSES);
    }
}
