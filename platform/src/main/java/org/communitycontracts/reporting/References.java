package org.communitycontracts.reporting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the public reference of a report, such as {@code K7Q-2MX-41P}: nine characters of Crockford's base 32 that
 * look random, tell nothing of the report, and come out the same each time the same report is taken in.
 * Not safe for use by two threads at once.
 */
final class References {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 9;

    private final Mac mac;

    References(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("Every JDK knows HmacSHA256", fault);
        }
    }

    /** Those of a council; the key is asked for only when it has none yet. */
    static References of(Connection connection, long council, Supplier<byte[]> newKey) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(IntakeSql.FIND_KEY)) {
            find.setLong(1, council);
            ResultSet known = find.executeQuery();
            if (known.next()) {
                return new References(known.getBytes(1));
            }
        }
        try (PreparedStatement add = connection.prepareStatement(IntakeSql.ADD_KEY)) {
            add.setLong(1, council);
            add.setBytes(2, newKey.get());
            add.executeUpdate();
        }
        return of(connection, council, newKey);
    }

    /** A reference as a person may write it, in the way it is kept: O is taken for 0, I and L for 1. */
    static Optional<String> parse(String text) {
        String plain = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.matches("[0-9A-HJKMNP-TV-Z]{9}")
                ? Optional.of(plain.substring(0, 3) + "-" + plain.substring(3, 6) + "-" + plain.substring(6))
                : Optional.empty();
    }

    /** The reference; {@code attempt} is 0, and one more each time the reference before belonged to another report. */
    String of(long council, String source, String sourceId, int attempt) {
        String subject = council + "\n" + source + "\n" + sourceId + (attempt == 0 ? "" : "\n" + attempt);
        byte[] hash = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | (hash[i] & 0xff);
        }
        StringBuilder reference = new StringBuilder(LENGTH + 2);
        for (int i = 0; i < LENGTH; i++) {
            if (i == 3 || i == 6) {
                reference.append('-');
            }
            reference.append(ALPHABET[(int) (bits & 31)]);
            bits >>>= 5;
        }
        return reference.toString();
    }
}
