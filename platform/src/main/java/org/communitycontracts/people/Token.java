package org.communitycontracts.people;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** A secret of 256 random bits that stands in a link or a cookie; only its hash is kept. */
public record Token(String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Token {
        if (!SHAPE.matcher(secret).matches()) {
            secret = "none";
        }
    }

    /** A new one that nobody can guess. */
    public static Token fresh() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is kept of it. */
    public byte[] hash() {
        return hash(secret);
    }

    /** The hash of several pieces; none of them may hold a line break. */
    public static byte[] hash(String... pieces) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", pieces).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Not for a log. */
    @Override
    public String toString() {
        return "Token";
    }
}
