package org.communitycontracts.people;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as somebody wrote it, its domain in the form that mail servers know ({@code bücher.example} is
 * {@code xn--bcher-kva.example}); two are the same when they differ only in capitals. At most 254 letters.
 */
public record EmailAddress(String written) {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[^@\\s\"(),:;<>\\[\\\\\\]\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.[\\p{L}]{2,63}");

    public EmailAddress {
        if (!isOne(written)) {
            throw new IllegalArgumentException("This is no e-mail address");
        }
        int at = written.lastIndexOf('@');
        written = written.substring(0, at + 1) + IDN.toASCII(written.substring(at + 1));
    }

    /** Reads what a person typed; empty when it cannot be an address. */
    public static Optional<EmailAddress> parse(String typed) {
        String address = typed.strip();
        return isOne(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /** The form under which it is found. */
    public String folded() {
        return written.toLowerCase(Locale.ROOT);
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST
                && !text.contains("..")
                && SHAPE.matcher(text).matches()
                && isDomain(text.substring(text.lastIndexOf('@') + 1));
    }

    private static boolean isDomain(String text) {
        try {
            return !IDN.toASCII(text).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
