package org.communitycontracts.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Addresses at which other programs send, and no browser. Whoever sends there carries a key that no browser adds by itself, so that
 * it need not show a form of ours; and it may say by the header {@code Idempotency-Key} which of its sendings are one, or not.
 */
final class Programs {
    private static final String ADDRESSES = "/open311/";
    /** Where a mail program ends letters by one click (RFC 8058); the key is the secret in the address. */
    private static final String UNSUBSCRIBE = "/unsubscribe/";

    private Programs() {}

    static boolean isFor(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith(ADDRESSES) || path.startsWith(UNSUBSCRIBE);
    }
}
