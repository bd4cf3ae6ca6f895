package org.communitycontracts.post;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one person, in plain text.
 *
 * @param council the number of the council it is written for
 * @param to the address, one and without a name, {@code pat@example.org}
 * @param subject one line of 1 to 200 characters without anything personal, since it is kept
 * @param body the text; any length, any characters
 * @param stop where one click ends letters of this kind: https or mailto; null when they cannot be ended
 * @param automatic whether the program writes of its own accord, and not because somebody asked a moment ago
 */
public record Letter(
        long council,
        String to,
        String subject,
        String body,
        @Nullable URI stop,
        boolean automatic) {
    private static final Pattern SUBJECT = Pattern.compile("\\P{C}{1,200}");
    private static final Pattern ADDRESS = Pattern.compile("[!-~]{1,64}@[!-~]{1,255}");
    private static final Set<String> STOPS = Set.of("https", "http", "mailto");

    public Letter {
        to = address(to);
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("A subject is one line of 1 to 200 characters");
        }
        if (stop != null && (stop.getScheme() == null || !STOPS.contains(stop.getScheme()))) {
            throw new IllegalArgumentException("Letters are stopped at a https or mailto address, not at " + stop);
        }
        body = body.replace("\0", "");
    }

    /** A letter that answers what the person just did. */
    public static Letter of(long council, String to, String subject, String body) {
        return new Letter(council, to, subject, body, null, false);
    }

    /** Whether a letter could be addressed so; what a form asks before it promises one. */
    public static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String address(String text) {
        try {
            int at = text.lastIndexOf('@');
            String plain = at < 0 ? text : text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
            if (!ADDRESS.matcher(plain).matches()) {
                throw new IllegalArgumentException("A letter goes to one plain address, such as pat@example.org");
            }
            new InternetAddress(plain, true).validate();
            return plain;
        } catch (AddressException fault) {
            throw new IllegalArgumentException("A letter goes to one plain address, such as pat@example.org", fault);
        }
    }
}
