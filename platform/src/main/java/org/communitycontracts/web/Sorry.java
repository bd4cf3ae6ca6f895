package org.communitycontracts.web;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Why a page cannot be shown: the key of its words, and a reference where the fault is ours. */
record Sorry(String key, @Nullable String reference) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Letters and digits that nobody mixes up on the telephone. */
    private static final String CLEAR = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    static Sorry of(String key) {
        return new Sorry(key, null);
    }

    static Sorry because(HttpStatusCode status) {
        return switch (status.value()) {
            case 404, 410 -> of("not-found");
            case 403 -> of("forged");
            case 405 -> of("method");
            case 413, 414, 431 -> of("too-large");
            case 429 -> of("too-often");
            case 503 -> of("away");
            default -> status.is5xxServerError() ? ourFault() : of("refused");
        };
    }

    private static Sorry ourFault() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "").append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
        }
        return new Sorry("fault", reference.toString());
    }
}
