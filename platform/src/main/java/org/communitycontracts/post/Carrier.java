package org.communitycontracts.post;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Carries letters to the mail server, over one connection that is opened for the first of them. */
final class Carrier implements AutoCloseable {
    private static final String PATIENCE = "20000";
    private static final int CLOSING = 421;

    private final MailServer server;
    private final Session session;
    private @Nullable Transport transport;

    Carrier(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(settings(server));
    }

    private static Properties settings(MailServer server) {
        Properties settings = new Properties();
        String kind = server.protocol();
        settings.setProperty("mail." + kind + ".connectiontimeout", PATIENCE);
        settings.setProperty("mail." + kind + ".timeout", PATIENCE);
        settings.setProperty("mail." + kind + ".writetimeout", PATIENCE);
        settings.setProperty("mail." + kind + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(server.mustEncrypt()));
        settings.setProperty("mail." + kind + ".localhost", server.domain());
        return settings;
    }

    /** Tries once. */
    Outcome carry(Waiting letter) {
        try {
            LetterMessage message = new LetterMessage(session, server.from(), letter);
            connected().sendMessage(message, new InternetAddress[] {new InternetAddress(letter.to(), true)});
            return new Outcome.Sent();
        } catch (AuthenticationFailedException _) {
            return new Outcome.Away("does not accept the user and password of MAIL_SERVER");
        } catch (SMTPSenderFailedException _) {
            return new Outcome.Away("takes no letters from the address in MAIL_FROM");
        } catch (SendFailedException refusal) {
            return outcome(code(refusal));
        } catch (MessagingException _) {
            return new Outcome.Away("does not answer");
        }
    }

    private static Outcome outcome(int code) {
        return code <= CLOSING
                ? new Outcome.Away("broke off")
                : new Outcome.Refused("The mail server refused the letter, code " + code + ".");
    }

    /** The code of the server's answer; less than 0 when it gave none. */
    private static int code(SendFailedException refusal) {
        for (Exception cause = refusal; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (cause instanceof SMTPSendFailedException letter && next(cause) == null) {
                return letter.getReturnCode();
            }
        }
        return -1;
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException fault ? fault.getNextException() : null;
    }

    private Transport connected() throws MessagingException {
        Transport ready = transport == null ? session.getTransport(server.protocol()) : transport;
        transport = ready;
        if (!ready.isConnected()) {
            ready.connect(server.host(), server.port(), server.user(), server.password());
        }
        return ready;
    }

    @Override
    public void close() {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException _) {
            // what it took, it took; the connection is gone either way
        }
    }
}
