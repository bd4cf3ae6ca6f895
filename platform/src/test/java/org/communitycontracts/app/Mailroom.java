package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitycontracts.reporting.mailbox.Fetching;
import org.communitycontracts.store.Sight;

/** A council with a contract in force and a mailbox on a real mail server, from which its house fetches. */
final class Mailroom implements AutoCloseable {
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}");
    private final String to;

    final OpenHouse house;
    final Newsroom news;
    private final GreenMail server;
    private final GreenMailUser mailbox;

    Mailroom(String council) {
        to = council + "@reports.example.org";
        server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        mailbox = server.setUser(to, "reports", "let me in");
        house = OpenHouse.with(Map.of(
                "MAILBOX",
                "imap+plain://reports:let%20me%20in@127.0.0.1:"
                        + server.getImap().getPort()));
        news = new Newsroom(house, council);
    }

    @Override
    public void close() {
        house.close();
        server.stop();
    }

    static String stranger() {
        return "somebody-" + UUID.randomUUID() + "@example.org";
    }

    MimeMessage mail(String from, String subject) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setHeader("Message-ID", "<" + UUID.randomUUID() + "@example.org>");
        return mail;
    }

    void comes(String from, String subject, String text) throws MessagingException {
        MimeMessage mail = mail(from, subject);
        mail.setText(text, "UTF-8");
        mailbox.deliver(mail);
        isFetched();
    }

    /** The job has its turn. */
    void isFetched() {
        house.room(Sight.class).ofAll(() -> {
            house.room(Fetching.class).run(house.clock().instant());
            return true;
        });
    }

    long reports(String from) {
        return house.database()
                .sql()
                .sql("select count(*) from reporting.told where email = :email")
                .param("email", from)
                .query(Long.class)
                .single();
    }

    static String reference(String letter) {
        Matcher named = REFERENCE.matcher(letter);
        assertThat(named.find()).as(letter).isTrue();
        return named.group();
    }

    /** What lies in the mailbox is marked as unread again, as if the program had been killed before it marked it. */
    void isUnreadAgain() throws FolderException {
        server.getManagers()
                .getImapHostManager()
                .getInbox(mailbox)
                .getMessages()
                .forEach(message -> message.setFlag(Flags.Flag.SEEN, false));
    }

    /** Whether something lies there that is flagged for somebody to look at, and not read. */
    boolean holdsSomethingToLookAt() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(mailbox).getMessages().stream()
                .anyMatch(message -> message.getFlags().contains(Flags.Flag.FLAGGED)
                        && !message.getFlags().contains(Flags.Flag.SEEN));
    }

    void deliver(MimeMessage mail) {
        mailbox.deliver(mail);
    }
}
