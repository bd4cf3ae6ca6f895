package org.communitycontracts.post;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A letter as mail servers know it. Its number is the same at every try, so that a second copy can be told from the first. */
final class LetterMessage extends MimeMessage {
    private final String number;

    LetterMessage(Session session, String from, Waiting letter) throws MessagingException {
        super(session);
        InternetAddress sender = new InternetAddress(from, true);
        number = "<" + letter.id() + "@" + domain(sender) + ">";
        setFrom(sender);
        setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(letter.written()));
        setText(letter.body(), StandardCharsets.UTF_8.name());
        // Lines of any length are wrapped on the way and come out whole, links included.
        setHeader("Content-Transfer-Encoding", "quoted-printable");
        if (letter.automatic()) {
            setHeader("Auto-Submitted", "auto-generated");
        }
        if (letter.stop() != null) {
            stopAt(letter.stop());
        }
        saveChanges();
    }

    private void stopAt(URI stop) throws MessagingException {
        setHeader("List-Unsubscribe", "<" + stop.toASCIIString() + ">");
        if ("https".equals(stop.getScheme())) {
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", number);
    }
}
