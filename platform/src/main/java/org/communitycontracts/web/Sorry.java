package org.communitycontracts.web;

import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * Why a page cannot be shown: the key of its words, and a reference where the fault is ours.
 *
 * @param minutes after how many it is worth trying again; 0 when time changes nothing
 */
record Sorry(String key, @Nullable String reference, long minutes) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Letters and digits that nobody mixes up on the telephone. */
    private static final String CLEAR = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    static Sorry of(String key) {
        return new Sorry(key, null, 0);
    }

    /** Too often; it may be sent again after this time. */
    static Sorry until(Duration wait) {
        return new Sorry("too-often", null, wait.plusSeconds(59).toMinutes());
    }

    static Sorry because(HttpStatusCode status) {
        return switch (status.value()) {
            case 404, 410 -> of("not-found");
            case 403 -> of("forged");
            case 405 -> of("method");
            case 413, 414, 431 -> of("too-large");
            case 429 -> until(Duration.ofMinutes(5));
            case 503 -> of("away");
            default -> status.is5xxServerError() ? ourFault() : of("refused");
        };
    }

    private static Sorry ourFault() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "").append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
        }
        return new Sorry("fault", reference.toString(), 0);
    }
}
