package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What else may come by e-mail, from a real mail server. */
class MailTest {
    private static Mailroom room;

    @BeforeAll
    static void open() {
        room = new Mailroom("mail");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatIsFetchedTwiceIsTakenOnce() throws Exception {
        String from = Mailroom.stranger();
        room.comes(from, "A street light is out", "Ferry Road, by the slipway");
        room.isUnreadAgain();
        room.isFetched();
        assertThat(room.reports(from)).isEqualTo(1);
        assertThat(room.news.letters(from)).hasSize(1).first().asString().contains("Where: Bridge End");
    }

    @Test
    void aPostcodeTellsTheNeighbourhoodAndWhatTellsNothingGoesToTheCouncil() throws Exception {
        String near = Mailroom.stranger();
        room.comes(near, "Dog fouling", "Outside zz1 3ab, every day");
        assertThat(room.news.letters(near).getFirst()).contains("Where: Bridge End");
        String somewhere = Mailroom.stranger();
        room.comes(somewhere, "Hello", "There is something.");
        assertThat(room.news.letters(somewhere).getFirst())
                .contains("Where: Milltown Council", "No contract promises anything about this here.");
    }

    @Test
    void whatNobodyWroteStaysInTheMailbox() throws Exception {
        String from = Mailroom.stranger();
        MimeMessage away = room.mail(from, "I am away");
        away.setText("Back on Monday");
        away.setHeader("Auto-Submitted", "auto-replied");
        room.deliver(away);
        room.isFetched();
        room.isFetched();
        assertThat(room.reports(from)).isZero();
        assertThat(room.news.letters(from)).isEmpty();
        assertThat(room.holdsSomethingToLookAt()).isTrue();
    }

    @Test
    void photosComeAlongAndHostileFilesDoNot() throws Exception {
        String from = Mailroom.stranger();
        MimeMessage mail = room.mail(from, "Fly-tipping");
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
        room.deliver(mail);
        room.isFetched();
        Tab resident = new Tab(room.house)
                .opens(Newsroom.link(room.news.letters(from).getFirst(), "/follow-up/")
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
        String from = Mailroom.stranger();
        room.comes(from, "Drug dealing", "Behind the garages in Weir Street");
        String reference = Mailroom.reference(room.news.letters(from).getFirst());
        assertThat(new Tab(room.house)
                        .opens("/councils/mail/cases/" + reference)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoSendsAHundredFillsNobodysDesk() throws Exception {
        String from = Mailroom.stranger();
        for (int sent = 0; sent < 25; sent++) {
            MimeMessage mail = room.mail(from, "Litter " + sent);
            mail.setText("Again");
            room.deliver(mail);
        }
        room.isFetched();
        assertThat(room.reports(from)).isEqualTo(20);
    }
}
