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
 * @param secure whether the connection is encrypted from its first byte; otherwise it is as soon as the server offers it
 * @param user null when it asks nobody who they are
 * @param from the address that letters come from, which may have a name: {@code Sunderland <letters@example.org>}
 */
public record MailServer(
        @Nullable String host,
        int port,
        boolean secure,
        @Nullable String user,
        @Nullable String password,
        String from) {
    private static final int SUBMISSION = 587;
    private static final int SECURE_SUBMISSION = 465;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String EXAMPLE =
            "Write it as smtp://user:password@host:587 or smtps://user:password@host:465.";

    /** No mail server: letters stay in the outbox. */
    public static MailServer none() {
        return new MailServer(null, 0, false, null, null, "");
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
        boolean secure = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null || !(secure || "smtp".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("MAIL_SERVER does not name a mail server. " + EXAMPLE);
        }
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        int usual = secure ? SECURE_SUBMISSION : SUBMISSION;
        return new MailServer(
                uri.getHost(),
                uri.getPort() < 0 ? usual : uri.getPort(),
                secure,
                who.length > 0 ? decoded(who[0]) : null,
                who.length > 1 ? decoded(who[1]) : null,
                sender(from));
    }

    /** Whether there is one. */
    public boolean isNamed() {
        return host != null;
    }

    String protocol() {
        return secure ? "smtps" : "smtp";
    }

    /** Whether the password would otherwise cross a network in clear. */
    boolean mustEncrypt() {
        return !secure && user != null && !LOCAL.contains(String.valueOf(host));
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
