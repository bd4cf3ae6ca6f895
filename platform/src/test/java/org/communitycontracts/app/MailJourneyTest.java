package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.communitycontracts.permissions.Role;
import org.communitycontracts.reporting.mailbox.Fetching;
import org.communitycontracts.store.Sight;
import org.communitycontracts.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The journey of a resident who reports by e-mail, with a real mail server; it stands in docs/journeys. What else may come by e-mail is tried too. */
class MailJourneyTest {
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}");
    private static final String TO = "mail-journey@reports.example.org";

    private static GreenMail server;
    private static GreenMailUser mailbox;
    private static OpenHouse house;
    private static Newsroom news;

    @BeforeAll
    static void open() {
        server = new GreenMail(ServerSetup.IMAP.dynamicPort());
        server.start();
        mailbox = server.setUser(TO, "reports", "let me in");
        house = OpenHouse.with(Map.of(
                "MAILBOX",
                "imap+plain://reports:let%20me%20in@127.0.0.1:"
                        + server.getImap().getPort()));
        news = new Newsroom(house, "mail-journey");
    }

    @AfterAll
    static void close() {
        house.close();
        server.stop();
    }

    private static String stranger() {
        return "somebody-" + UUID.randomUUID() + "@example.org";
    }

    private static MimeMessage mail(String from, String subject) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, TO);
        mail.setSubject(subject, "UTF-8");
        mail.setHeader("Message-ID", "<" + UUID.randomUUID() + "@example.org>");
        return mail;
    }

    private static void comes(String from, String subject, String text) throws MessagingException {
        MimeMessage mail = mail(from, subject);
        mail.setText(text, "UTF-8");
        mailbox.deliver(mail);
        isFetched();
    }

    /** The job has its turn. */
    private static void isFetched() {
        house.room(Sight.class).ofAll(() -> {
            house.room(Fetching.class).run(house.clock().instant());
            return true;
        });
    }

    private static long reports(String from) {
        return house.database()
                .sql()
                .sql("select count(*) from reporting.told where email = :email")
                .param("email", from)
                .query(Long.class)
                .single();
    }

    private static String reference(String letter) {
        Matcher named = REFERENCE.matcher(letter);
        assertThat(named.find()).as(letter).isTrue();
        return named.group();
    }

    @Test
    void aResidentReportsByEMail() throws Exception {
        for (boolean script : new boolean[] {false, true}) {
            String from = stranger();
            comes(from, "Graffiti in Weir Street", "Hello,\n\nsomebody has painted the bridge at the mill.\n\nNell");
            String letter = news.letters(from).getFirst();
            String reference = reference(letter);
            assertThat(letter).contains("What: Graffiti", "Where: Mill Lane", "within 5 working days");
            try (Visitor resident = Visitor.onATelephone(script)) {
                resident.opens(Newsroom.link(letter, "/follow-up/"));
                assertThat(resident.heading()).isEqualTo("Your report " + reference);
                assertThat(resident.page()).contains("somebody has painted the bridge", "There is still time");
                resident.follows("The public page");
                assertThat(resident.page())
                        .contains("Graffiti, Weir Street")
                        .doesNotContain("painted the bridge", "Nell", from);
            }
            asksAndHears(from, reference);
        }
    }

    /** The service asks on its desk, the resident answers by e-mail. */
    private static void asksAndHears(String from, String reference) throws MessagingException {
        String path = "/councils/mail-journey/desk/council/" + reference;
        Tab council = news.milltown.tab(news.milltown.of(Role.SERVICE_OFFICER, "council"));
        council.opens(path + "/hold").sends(path + "/hold", Map.of("words", "Which side?"));
        assertThat(council.words()).contains("On hold: the clock is stopped");
        comes(stranger(), "Re: Your report " + reference, "I know better.");
        assertThat(council.opens(path).words())
                .doesNotContain("I know better")
                .contains("On hold: the clock is stopped");
        comes(
                from,
                "RE: Your report " + reference,
                "The north side.\n\nOn Tue, Milltown Council wrote:\n> Which side?");
        assertThat(council.opens(path).words())
                .contains("The north side.", "The resident replied.")
                .doesNotContain("On hold: the clock is stopped", "Milltown Council wrote");
        comes(from, "Re: Your report " + reference, "It is larger now.");
        assertThat(council.opens(path).words()).contains("It is larger now.", "The resident wrote to the service.");
        assertThat(reports(from)).isEqualTo(1);
    }

    @Test
    void whatIsFetchedTwiceIsTakenOnce() throws Exception {
        String from = stranger();
        comes(from, "A street light is out", "Ferry Road, by the slipway");
        server.getManagers()
                .getImapHostManager()
                .getInbox(mailbox)
                .getMessages()
                .forEach(message -> message.setFlag(Flags.Flag.SEEN, false));
        isFetched();
        assertThat(reports(from)).isEqualTo(1);
        assertThat(news.letters(from)).hasSize(1).first().asString().contains("Where: Bridge End");
    }

    @Test
    void whatNobodyWroteStaysInTheMailbox() throws Exception {
        String from = stranger();
        MimeMessage away = mail(from, "I am away");
        away.setText("Back on Monday");
        away.setHeader("Auto-Submitted", "auto-replied");
        mailbox.deliver(away);
        isFetched();
        isFetched();
        assertThat(reports(from)).isZero();
        assertThat(news.letters(from)).isEmpty();
        assertThat(server.getManagers().getImapHostManager().getInbox(mailbox).getMessages())
                .anyMatch(message -> message.getFlags().contains(Flags.Flag.FLAGGED)
                        && !message.getFlags().contains(Flags.Flag.SEEN));
    }

    @Test
    void photosComeAlongAndHostileFilesDoNot() throws Exception {
        String from = stranger();
        MimeMessage mail = mail(from, "Fly-tipping");
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(
                "<p>At <b>Wheelwright Row</b>&nbsp;&amp; beyond<script>alert(1)</script></p>",
                "text/html; charset=utf-8");
        parts.addBodyPart(words);
        for (byte[] file : List.of(
                photo(), "<svg><script>alert(1)</script></svg>".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(
                    new jakarta.activation.DataHandler(new jakarta.mail.util.ByteArrayDataSource(file, "image/jpeg")));
            part.setFileName("photo.jpg");
            parts.addBodyPart(part);
        }
        mail.setContent(parts);
        mail.saveChanges();
        mail.setHeader("Message-ID", "<" + UUID.randomUUID() + "@example.org>");
        mailbox.deliver(mail);
        isFetched();
        Tab resident = new Tab(house)
                .opens(Newsroom.link(news.letters(from).getFirst(), "/follow-up/")
                        .getPath());
        assertThat(resident.words())
                .contains("At Wheelwright Row & beyond", "Mill Lane")
                .doesNotContain("alert(1)");
        assertThat(resident.page()).contains("/photos/1.jpg").doesNotContain("/photos/2.jpg");
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aKindThatPutsPeopleAtRiskIsPrivateByItself() throws Exception {
        String from = stranger();
        comes(from, "Drug dealing", "Behind the garages in Weir Street");
        String reference = reference(news.letters(from).getFirst());
        assertThat(new Tab(house)
                        .opens("/councils/mail-journey/cases/" + reference)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoSendsAHundredFillsNobodysDesk() throws Exception {
        String from = stranger();
        for (int sent = 0; sent < 25; sent++) {
            MimeMessage mail = mail(from, "Litter " + sent);
            mail.setText("Again");
            mailbox.deliver(mail);
        }
        isFetched();
        assertThat(reports(from)).isEqualTo(20);
    }
}
