package org.communitycontracts.reporting.mailbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that people write to, or none.
 *
 * @param host null when none was named
 * @param isEncrypted whether the connection is, from its first byte
 * @param folder the folder that is read
 */
public record Mailbox(
        @Nullable String host, int port, boolean isEncrypted, String user, String password, String folder) {
    private static final int SECURE = 993;
    private static final int PLAIN = 143;
    private static final String EXAMPLE = "Write it as imaps://user:password@host:993/INBOX.";

    /** No mailbox: nobody can report by e-mail. */
    public static Mailbox none() {
        return new Mailbox(null, 0, false, "", "", "");
    }

    /**
     * Reads the setting; an empty address means none.
     *
     * @throws IllegalArgumentException when it cannot be understood, in a sentence that says what to write
     */
    public static Mailbox parse(String address) {
        if (address.isBlank()) {
            return none();
        }
        URI uri = uri(address.strip());
        boolean isEncrypted = "imaps".equals(uri.getScheme());
        String[] who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        if (uri.getHost() == null || who.length < 2 || (!isEncrypted && !"imap+plain".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("MAILBOX does not name a mailbox with its user and password. " + EXAMPLE
                    + " One that cannot encrypt, where nobody listens on the way, begins with imap+plain://.");
        }
        int usual = isEncrypted ? SECURE : PLAIN;
        String folder = uri.getPath() == null || uri.getPath().length() < 2
                ? "INBOX"
                : uri.getPath().substring(1);
        return new Mailbox(
                uri.getHost(),
                uri.getPort() < 0 ? usual : uri.getPort(),
                isEncrypted,
                decoded(who[0]),
                decoded(who[1]),
                folder);
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("MAILBOX is not an address. " + EXAMPLE);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether there is one. */
    public boolean isNamed() {
        return host != null;
    }

    /** Without its password. */
    @Override
    public String toString() {
        return isNamed() ? "the mailbox of " + user + " at " + host : "no mailbox";
    }
}
