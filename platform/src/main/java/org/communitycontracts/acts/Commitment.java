package org.communitycontracts.acts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A value that may be personal, with the random salt that keeps others from guessing it out of its digest.
 *
 * @param salt 16 random bytes, as hexadecimal digits
 */
record Commitment(String salt, String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    static Commitment to(String value) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Commitment(HexFormat.of().formatHex(salt), value);
    }

    /** SHA-256 of the salt and the value in UTF-8, as hexadecimal digits. */
    String digest() {
        MessageDigest digest = Fields.sha256();
        digest.update(HexFormat.of().parseHex(salt));
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
