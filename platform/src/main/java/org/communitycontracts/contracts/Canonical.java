package org.communitycontracts.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one form of a contract that is signed: JSON in the order of RFC 8785, whatever the spacing and order of the file. */
final class Canonical {
    private Canonical() {}

    static String json(Node node) {
        return switch (node) {
            case Node.Text text -> quoted(text.text());
            case Node.Whole whole -> Integer.toString(whole.number());
            case Node.Items list ->
                list.items().stream().map(Canonical::json).collect(Collectors.joining(",", "[", "]"));
            case Node.Entries group ->
                new TreeMap<>(group.entries())
                        .entrySet().stream()
                                .map(entry -> quoted(entry.getKey()) + ":"
                                        + json(entry.getValue().value()))
                                .collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** SHA-256 in hexadecimal, of the UTF-8 bytes. */
    static String hash(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                case '\r' -> json.append("\\r");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> json.append(letter < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) letter) : letter);
            }
        }
        return json.append('"').toString();
    }
}
