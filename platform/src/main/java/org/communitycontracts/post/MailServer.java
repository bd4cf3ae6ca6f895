package org.communitycontracts.post;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes our letters, or none.
 *
 * @param host null when none was named
 * @param encrypted from when the connection is
 * @param user null when it asks nobody who they are
 * @param from the address that letters come from, which may have a name: {@code Sunderland <letters@example.org>}
 */
public record MailServer(
        @Nullable String host,
        int port,
        Encrypted encrypted,
        @Nullable String user,
        @Nullable String password,
        String from) {
    /** From when a connection is encrypted; links that open an account stand in the letters. */
    public enum Encrypted {
        /** From its first byte, {@code smtps}. */
        AT_ONCE,
        /** Before anything is said of a letter, {@code smtp}. */
        BEFORE_THE_LETTER,
        /** On this machine, or where whoever keeps it says that nobody can listen on the way, {@code smtp+plain}. */
        NEVER
    }

    private static final int SUBMISSION = 587;
    private static final int SECURE_SUBMISSION = 465;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String EXAMPLE =
            "Write it as smtp://user:password@host:587 or smtps://user:password@host:465.";

    /** No mail server: letters stay in the outbox. */
    public static MailServer none() {
        return new MailServer(null, 0, Encrypted.NEVER, null, null, "");
    }

    /**
     * Reads the two settings; an empty address means none.
     *
     * @throws IllegalArgumentException when they cannot be understood, in a sentence that says what to write
     */
    public static MailServer parse(String address, String from) {
        if (address.isBlank()) {
            return none();
        }
        URI uri = uri(address.strip());
        Encrypted encrypted = encrypted(uri);
        if (uri.getHost() == null || encrypted == null) {
            throw new IllegalArgumentException("MAIL_SERVER does not name a mail server. " + EXAMPLE);
        }
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        int usual = encrypted == Encrypted.AT_ONCE ? SECURE_SUBMISSION : SUBMISSION;
        return new MailServer(
                uri.getHost(),
                uri.getPort() < 0 ? usual : uri.getPort(),
                encrypted,
                who.length > 0 ? decoded(who[0]) : null,
                who.length > 1 ? decoded(who[1]) : null,
                sender(from));
    }

    /** Whether there is one. */
    public boolean isNamed() {
        return host != null;
    }

    String protocol() {
        return encrypted == Encrypted.AT_ONCE ? "smtps" : "smtp";
    }

    /** Whether nothing is sent before the server has begun to encrypt. */
    boolean mustEncrypt() {
        return encrypted == Encrypted.BEFORE_THE_LETTER;
    }

    /** The part of our own address after the @. */
    String domain() {
        String plain = from.endsWith(">") ? from.substring(0, from.length() - 1) : from;
        return plain.substring(plain.lastIndexOf('@') + 1);
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return isNamed() ? host + ":" + port : "none";
    }

    private static @Nullable Encrypted encrypted(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "smtps" -> Encrypted.AT_ONCE;
            case "smtp" ->
                LOCAL.contains(String.valueOf(uri.getHost())) ? Encrypted.NEVER : Encrypted.BEFORE_THE_LETTER;
            case "smtp+plain" -> Encrypted.NEVER;
            default -> null;
        };
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("MAIL_SERVER is not an address. " + EXAMPLE);
        }
    }

    private static String sender(String from) {
        try {
            InternetAddress[] senders = InternetAddress.parse(from, true);
            if (senders.length == 1 && from.chars().noneMatch(Character::isISOControl)) {
                senders[0].validate();
                return from.strip();
            }
        } catch (AddressException _) {
            // told below
        }
        throw new IllegalArgumentException("MAIL_SERVER is set, so MAIL_FROM must say which address letters come from,"
                + " for example MAIL_FROM=letters@example.org");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
