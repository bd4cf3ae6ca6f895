package org.communitycontracts.acts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A value that may be personal, with the random salt that keeps others from guessing it out of its digest.
 *
 * @param salt 16 random bytes, as hexadecimal digits
 */
record Commitment(String salt, String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");

    Commitment {
        if (!SALT.matcher(salt).matches()) {
            throw new IllegalArgumentException("A salt is 32 hexadecimal digits");
        }
    }

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
