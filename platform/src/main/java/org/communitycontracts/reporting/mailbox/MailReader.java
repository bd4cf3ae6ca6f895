package org.communitycontracts.reporting.mailbox;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitycontracts.reporting.route.Picture;
import org.jspecify.annotations.Nullable;

/** Reads a message: its plain words, or those of its HTML where it has no others, and its pictures. */
final class MailReader {
    private static final int MOST_PHOTOS = 5;
    private static final int DEEPEST = 10;
    /** The line above what a reply quotes, as mail programs write it. */
    private static final Pattern QUOTES = Pattern.compile(
            "(?m)^(On .{5,200} wrote:|-{2,} ?Original Message ?-{2,}|_{10,}|From: .+)\\s*$", Pattern.CASE_INSENSITIVE);

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<byte[]> photos = new ArrayList<>();

    private MailReader() {}

    /** What the message says; a part that cannot be read is left out. */
    static Mail read(Message message) throws MessagingException, IOException {
        MailReader reader = new MailReader();
        reader.take(message, 0);
        String text = reader.plain.isEmpty() ? words(reader.html.toString()) : reader.plain.toString();
        String subject = message.getSubject() == null ? "" : message.getSubject();
        return new Mail(
                id(message),
                from(message),
                to(message),
                clean(subject).replace('\n', ' '),
                unquoted(clean(text)),
                reader.photos,
                isAutomatic(message));
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart inside = parts.getBodyPart(at);
                take(inside, depth + 1);
            }
        } else if (part.isMimeType("image/*")) {
            takePhoto(part);
        } else if (part.isMimeType("text/plain") && !isAttached(part) && part.getContent() instanceof String words) {
            plain.append(words).append('\n');
        } else if (part.isMimeType("text/html") && !isAttached(part) && part.getContent() instanceof String words) {
            html.append(words).append('\n');
        }
    }

    private void takePhoto(Part part) throws MessagingException, IOException {
        if (photos.size() < MOST_PHOTOS) {
            try (InputStream in = part.getInputStream()) {
                photos.add(in.readNBytes(Picture.MOST_BYTES + 1));
            }
        }
    }

    private static boolean isAttached(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    /** The words of a page, line by line. */
    private static String words(String html) {
        return html.replaceAll("(?is)<(script|style|head).*?</\\1>", " ")
                .replaceAll("(?i)<(br|/p|/div|/li|/tr)[^>]*>", "\n")
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ");
    }

    /** Without signs that neither people nor the database can read. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().filter(MailReader::isReadable).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isReadable(int sign) {
        return sign == '\n' || (!Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE);
    }

    private static String unquoted(String text) {
        String own = QUOTES.split(text, 2)[0];
        return own.lines()
                .filter(line -> !line.startsWith(">"))
                .reduce("", (before, line) -> before + line + "\n")
                .strip();
    }

    private static @Nullable String from(Message message) throws MessagingException {
        Address[] from = message.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                ? address.getAddress()
                : null;
    }

    private static List<String> to(Message message) throws MessagingException {
        List<String> to = new ArrayList<>();
        Address[] all = message.getAllRecipients();
        for (Address address : all == null ? new Address[0] : all) {
            if (address instanceof InternetAddress one) {
                to.add(one.getAddress());
            }
        }
        String[] delivered = message.getHeader("Delivered-To");
        Stream.of(delivered == null ? new String[0] : delivered).forEach(to::add);
        return to;
    }

    private static boolean isAutomatic(Message message) throws MessagingException {
        String[] submitted = message.getHeader("Auto-Submitted");
        String[] precedence = message.getHeader("Precedence");
        String[] back = message.getHeader("Return-Path");
        return (submitted != null && !submitted[0].toLowerCase(Locale.ROOT).startsWith("no"))
                || (precedence != null
                        && List.of("bulk", "junk", "list").contains(precedence[0].toLowerCase(Locale.ROOT)))
                || message.getHeader("List-Id") != null
                || (back != null && back[0].strip().equals("<>"));
    }

    /** Its own name, or a mark of what it says where it has none; in 64 hexadecimal digits. */
    private static String id(Message message) throws MessagingException {
        String[] named = message.getHeader("Message-ID");
        String name =
                named != null ? named[0] : from(message) + " " + message.getSentDate() + " " + message.getSubject();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
