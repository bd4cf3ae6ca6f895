package org.communitycontracts.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.Inventory;
import org.communitycontracts.store.Keeping;
import org.communitycontracts.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private Database database;
    private TransactionTemplate together;
    private JdbcClient sql;
    private Outbox outbox;
    private GreenMail mail;
    private final Said said = new Said();

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        together = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        database.source().of(1);
        sql = JdbcClient.create(database.source());
        outbox = new Outbox(sql);
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
    }

    @AfterEach
    void close() {
        said.close();
        mail.stop();
        database.source().none();
        database.close();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        String body = "Croeso, Siân.\n\nhttps://example.org/" + "a".repeat(2_000) + "\n.\nA line with a stop alone.";
        write(new Letter(
                1,
                "resident@example.org",
                "Eich côd – your code",
                body,
                URI.create("https://example.org/stop?t=1"),
                true));
        delivery(greenMail()).run(NOON);
        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Eich côd – your code");
        assertThat(letter.getContent().toString().replace("\r\n", "\n").stripTrailing())
                .isEqualTo(body);
        assertThat(GreenMailUtil.getWholeMessage(letter).lines()).allMatch(line -> line.length() <= 998);
        assertThat(GreenMailUtil.getBody(letter).lines()).allMatch(line -> line.length() <= 76);
        assertThat(letter.getHeader("List-Unsubscribe")).containsExactly("<https://example.org/stop?t=1>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("letters@example.org");
        assertThat(letter.getSentDate()).isEqualTo(NOON);
    }

    @Test
    void aLetterIsSentOnceHoweverOftenTheJobRuns() {
        write("resident@example.org");
        Delivery delivery = delivery(greenMail());
        delivery.run(NOON);
        delivery.run(NOON.plus(Duration.ofDays(1)));
        assertThat(recipients()).containsExactly("resident@example.org");
    }

    @Test
    void aLetterOfATransactionThatFailedIsNeverSent() {
        together.executeWithoutResult(doing -> {
            write("resident@example.org");
            doing.setRollbackOnly();
        });
        delivery(greenMail()).run(NOON);
        assertThat(recipients()).isEmpty();
    }

    @Test
    void fourSendersAtOnceSendEachOfTwoHundredLettersOnce() throws Exception {
        List<String> all = IntStream.range(0, 200)
                .mapToObj(each -> "resident" + each + "@example.org")
                .toList();
        all.forEach(this::write);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                running.add(nodes.submit(() -> {
                    database.source().of(1);
                    delivery(greenMail()).run(NOON);
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertThat(recipients()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whileTheServerIsAwayNothingIsLostAndWhenItIsBackEachLetterIsSentOnce() {
        MailServer server = greenMail();
        mail.stop();
        Delivery delivery = delivery(server);
        for (int each = 0; each < 5; each++) {
            write("resident" + each + "@example.org");
        }
        for (int second = 0; second < 7_200; second += 300) {
            delivery.run(NOON.plusSeconds(second));
        }
        assertThat(said.sentences())
                .containsExactly("The mail server " + server
                        + " does not answer. Letters wait and are tried again for three days.");
        mail = new GreenMail(new ServerSetup(server.port(), null, ServerSetup.PROTOCOL_SMTP));
        mail.start();
        delivery.run(NOON.plusSeconds(7_260));
        assertThat(recipients()).hasSize(5).doesNotHaveDuplicates();
        assertThat(said.sentences()).last().isEqualTo("The mail server " + server + " takes letters again.");
    }

    @Test
    void aServerThatStaysAwayForThreeDaysIsToldAndTheLettersAreGivenUp() {
        MailServer server = greenMail();
        mail.stop();
        Delivery delivery = delivery(server);
        write("resident@example.org");
        write("neighbour@example.org");
        delivery.run(NOON);
        delivery.run(NOON.plus(Duration.ofDays(3)).minusSeconds(1));
        assertThat(outbox.latest(10)).allMatch(letter -> letter.givenUp() == null);
        delivery.run(NOON.plus(Duration.ofDays(3)));
        assertThat(outbox.latest(10)).hasSize(2).allMatch(letter -> letter.givenUp() != null);
        assertThat(said.sentences())
                .last()
                .isEqualTo("2 letters were given up after three days of trying; the outbox shows which.");
    }

    @Test
    void oneRefusedRecipientKeepsNobodyElseWaitingAndIsTriedLessAndLessOftenForThreeDays() throws Exception {
        try (PickyServer picky = new PickyServer("gone@example.org")) {
            Delivery delivery = delivery(picky.named());
            write("gone@example.org");
            write("resident@example.org");
            for (int minute = 0; minute < 3 * 24 * 60 + 240; minute++) {
                delivery.run(NOON.plus(Duration.ofMinutes(minute)));
            }
            assertThat(picky.taken()).containsExactly("resident@example.org");
        }
        assertThat(outbox.to(1, "gone@example.org")).singleElement().satisfies(letter -> {
            assertThat(letter.givenUp()).isNotNull();
            assertThat(letter.trouble()).isEqualTo("The mail server refused the letter, code 550.");
        });
        assertThat(database.sql()
                        .sql("select tries from post.letter where recipient = 'gone@example.org'")
                        .query(Integer.class)
                        .single())
                .isBetween(20, 30);
        assertThat(said.sentences())
                .containsExactly("A letter was given up after three days of trying; the outbox shows which."
                        + " The mail server refused the letter, code 550.");
    }

    @Test
    void aLetterWhoseSenderIsKilledInTheMiddleIsSentOnceByAnother() throws Exception {
        try (PickyServer picky = new PickyServer("")) {
            write("resident@example.org");
            picky.stopInTheMiddle(true);
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SendingProgram.class.getName(),
                            database.url(),
                            "smtp://" + picky.named(),
                            NOON.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            picky.awaitTheMiddle();
            Delivery other = delivery(picky.named());
            other.run(NOON.plusSeconds(90));
            assertThat(picky.taken()).as("the killed one still holds it").isEmpty();
            program.destroyForcibly().waitFor();
            picky.stopInTheMiddle(false);
            await().until(() -> {
                database.source().of(1);
                other.run(NOON.plusSeconds(90));
                return !picky.taken().isEmpty();
            });
            other.run(NOON.plus(Duration.ofDays(1)));
            assertThat(picky.taken()).containsExactly("resident@example.org");
        }
    }

    @Test
    void whoeverComesWithAnOlderClaimFindsTheLetterTaken() {
        write("resident@example.org");
        DeliverySql letters = new DeliverySql(sql);
        DeliverySql.Claim paused = letters.claim(NOON).orElseThrow();
        assertThat(letters.claim(NOON)).as("claimed a moment ago").isEmpty();
        DeliverySql.Claim later = letters.claim(NOON.plusSeconds(61)).orElseThrow();
        assertThat(letters.locked(paused)).isEmpty();
        assertThat(letters.locked(later)).isPresent();
    }

    @Test
    void withoutAMailServerLettersAreReadInTheOutboxAndNeverSentLater() {
        Post post = new Post(sql, MailServer.none());
        post.send(Letter.of(1, "resident@example.org", "Your code", "123456"), NOON);
        post.send(Letter.of(1, "neighbour@example.org", "Your code", "654321"), NOON.plusSeconds(1));
        delivery(MailServer.none()).run(NOON);
        assertThat(outbox.latest(10)).extracting(Outbox.Written::body).containsExactly("654321", "123456");
        delivery(greenMail()).run(NOON.plusSeconds(5));
        assertThat(recipients()).as("a code of before is worth nothing").isEmpty();
        keeping().forget(NOON.plus(Duration.ofDays(31)));
        assertThat(outbox.latest(10)).allMatch(letter -> letter.to() == null && letter.body() == null);
    }

    @Test
    void aWeekAfterALetterWasSentOnlyItsSubjectIsLeft() {
        write("resident@example.org");
        Delivery delivery = delivery(greenMail());
        delivery.run(NOON);
        keeping().forget(NOON.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(outbox.to(1, "Resident@example.org")).hasSize(1);
        keeping().forget(NOON.plus(Duration.ofDays(7)));
        assertThat(outbox.latest(10)).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isNull();
            assertThat(letter.body()).isNull();
            assertThat(letter.subject()).isEqualTo("Your code");
        });
    }

    @Test
    void aForgottenPersonGetsNoMoreLetters() {
        write("resident@example.org");
        keeping().erase(new Keeping.Whose(1, UUID.randomUUID(), "resident@example.org"), NOON);
        delivery(greenMail()).run(NOON);
        assertThat(recipients()).isEmpty();
        assertThat(outbox.to(1, "resident@example.org")).isEmpty();
    }

    @Test
    void aServerThatNobodyVouchesForGetsNoLetter() {
        GreenMail stranger = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        stranger.start();
        try {
            write("resident@example.org");
            delivery(MailServer.parse("smtps://127.0.0.1:" + stranger.getSmtps().getPort(), "letters@example.org"))
                    .run(NOON);
            assertThat(stranger.getReceivedMessages()).isEmpty();
            delivery(new MailServer(
                            "127.0.0.1",
                            mail.getSmtp().getPort(),
                            MailServer.Encrypted.BEFORE_THE_LETTER,
                            null,
                            null,
                            "letters@example.org"))
                    .run(NOON.plus(Duration.ofHours(1)));
            assertThat(mail.getReceivedMessages())
                    .as("one that does not encrypt gets none either")
                    .isEmpty();
            delivery(greenMail()).run(NOON.plus(Duration.ofHours(2)));
            assertThat(mail.getReceivedMessages()).as("and it is not lost").hasSize(1);
        } finally {
            stranger.stop();
        }
    }

    private MailServer greenMail() {
        return MailServer.parse("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "letters@example.org");
    }

    private Keeping keeping() {
        return new Keeping(sql, Inventory.of(List.of("post")));
    }

    private Delivery delivery(MailServer server) {
        return new Delivery(sql, together, server);
    }

    private void write(String to) {
        write(Letter.of(1, to, "Your code", "123456"));
    }

    private void write(Letter letter) {
        new Post(sql, MailServer.parse("smtp://localhost", "letters@example.org")).send(letter, NOON);
    }

    private List<String> recipients() {
        return Stream.of(mail.getReceivedMessages())
                .map(DeliveryTest::recipient)
                .toList();
    }

    private static String recipient(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
