package org.communitycontracts.reporting.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Fetches what is new in the mailbox. An e-mail that was taken is marked as read, one that was not is marked for somebody to look at; it is
 * taken in before it is marked, so none is lost, and twice is the same as once.
 */
@Component
public class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int MOST_BYTES = 30 * 1024 * 1024;
    private static final int AT_ONCE = 100;
    private static final String PATIENCE_MS = "20000";

    private final Mailbox mailbox;
    private final MailIn mailIn;

    Fetching(Mailbox mailbox, MailIn mailIn) {
        this.mailbox = mailbox;
        this.mailIn = mailIn;
    }

    /** Does what is due at this moment. A mailbox that is away is asked again next time. */
    public void run(Instant now) {
        if (!mailbox.isNamed()) {
            return;
        }
        try (Store store = session().getStore(mailbox.isEncrypted() ? "imaps" : "imap")) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                fetch(folder, now);
            }
        } catch (MessagingException away) {
            LOG.warn(
                    "{} cannot be read just now ({}); it is tried again.",
                    mailbox,
                    away.getClass().getSimpleName());
        }
    }

    private void fetch(Folder folder, Instant now) throws MessagingException {
        Message[] found = folder.search(new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.FLAGGED), false)));
        for (int at = 0; at < Math.min(found.length, AT_ONCE); at++) {
            Message message = found[at];
            try {
                switch (take(message, now)) {
                    case MailIn.Outcome.Taken() -> message.setFlag(Flags.Flag.SEEN, true);
                    case MailIn.Outcome.Left(String why) -> {
                        message.setFlag(Flags.Flag.FLAGGED, true);
                        LOG.warn("An e-mail stays in the mailbox, flagged, because {}.", why);
                    }
                }
            } catch (DataAccessException | TransactionException fault) {
                LOG.warn(
                        "An e-mail could not be taken in just now ({}).",
                        fault.getClass().getSimpleName());
            }
        }
    }

    private MailIn.Outcome take(Message message, Instant now) throws MessagingException {
        if (message.getSize() > MOST_BYTES) {
            return new MailIn.Outcome.Left("it is larger than 30 MB");
        }
        Mail mail;
        try {
            mail = MailReader.read(message);
        } catch (IOException | RuntimeException fault) {
            return new MailIn.Outcome.Left(
                    "it could not be read (" + fault.getClass().getSimpleName() + ")");
        }
        return mailIn.take(mail, now);
    }

    private Session session() {
        Properties settings = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            settings.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MS);
            settings.setProperty("mail." + protocol + ".timeout", PATIENCE_MS);
            settings.setProperty("mail." + protocol + ".writetimeout", PATIENCE_MS);
            // Reading a message does not mark it; only taking it does.
            settings.setProperty("mail." + protocol + ".peek", "true");
            settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        return Session.getInstance(settings);
    }
}
