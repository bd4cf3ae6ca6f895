package org.communitycontracts.people.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an app and we both know; shown once, as letters to type, as a link for the same telephone and as a square to scan. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Secret(byte[] bytes) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    /** In Base32, as the apps want it. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        int held = 0;
        int count = 0;
        for (byte piece : bytes) {
            held = (held << Byte.SIZE) | (piece & 0xff);
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                letters.append(LETTERS.charAt((held >> count) & 31));
            }
            held &= (1 << count) - 1;
        }
        return count == 0
                ? letters.toString()
                : letters.append(LETTERS.charAt((held << (BITS - count)) & 31)).toString();
    }

    /** In groups of four, for people who type. */
    String groups() {
        return letters().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The link that opens an app on the same telephone. */
    String link(String account) {
        String issuer = "Community Contracts";
        return "otpauth://totp/" + encode(issuer + ":" + account) + "?secret=" + letters() + "&issuer="
                + encode(issuer);
    }

    /** Not for a log. */
    @Override
    public String toString() {
        return "Secret";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
