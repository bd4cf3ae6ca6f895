package org.communitycontracts.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {
    private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");
    private static WebAlone web;

    @BeforeAll
    static void open() {
        web = WebAlone.open();
        web.answer(new Trouble());
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void anUnknownAddressIsToldCalmly() throws Exception {
        HttpResponse<byte[]> answer = web.get("/nowhere/at/all");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("<h1>There is no such page</h1>").contains("Skip to main content");
        guarded(answer);
    }

    @Test
    void aFaultOfOursShowsANumberAndNothingOfTheInside(CapturedOutput log) throws Exception {
        HttpResponse<byte[]> answer = web.get("/trouble?kind=fault");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(text(answer)).doesNotContain("secret").doesNotContain("Exception");
        Matcher reference = REFERENCE.matcher(text(answer));
        assertThat(reference.find()).isTrue();
        assertThat(log.getAll()).contains(reference.group()).contains("a secret of the house");
        guarded(answer);
    }

    @Test
    void aDatabaseThatIsAwayIsARestNotAFault() throws Exception {
        HttpResponse<byte[]> answer = web.get("/trouble?kind=away");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(text(answer)).contains("We are resting for a moment").doesNotContain("pg_hba");
        guarded(answer);
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleOfAPageIsARestToo() throws Exception {
        assertThat(web.get("/trouble?kind=away-inside").statusCode()).isEqualTo(503);
    }

    @Test
    void aReaderWhoStopsADownloadHalfWayIsNoFaultOfOurs(CapturedOutput log) throws Exception {
        assertThat(web.get("/trouble?kind=left").body()).isEmpty();
        assertThat(log.getAll()).doesNotContain("Fault ").doesNotContain("connection reset");
    }

    @Test
    void aNumberThatIsNoNumberIsRefused() throws Exception {
        HttpResponse<byte[]> answer = web.get("/number?n=seven");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("We could not read that request").doesNotContain("seven");
        guarded(answer);
    }

    @Test
    void aMissingParameterIsRefused() throws Exception {
        assertThat(web.get("/number").statusCode()).isEqualTo(400);
    }

    @Test
    void aBrokenEscapeInTheAddressIsRefused() throws Exception {
        assertThat(raw("GET /number?n=%zz HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("We could not read that request")
                .contains("Content-Security-Policy: default-src 'none'");
    }

    @Test
    void aRequestTheServerItselfRefusesNamesNoSoftware() throws Exception {
        assertThat(raw("GET /[ HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("We could not read that request")
                .contains("Content-Security-Policy: default-src 'none'")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void aRequestTheServerItselfRefusesStillLeadsHome() throws Exception {
        String answer = raw("GET /[ HTTP/1.1");
        assertThat(answer).contains("<a href=\"/\">Start from the first page</a>");
        String page = answer.substring(answer.indexOf("<!DOCTYPE"), answer.indexOf("</html>") + "</html>".length());
        assertThat(HtmlValidity.faults(page.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void anEncodedWayOutOfTheHouseIsRefused() throws Exception {
        assertThat(raw("GET /look/..%2f..%2fwords.properties HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'");
    }

    @Test
    void tooMuchAtOnceIsRefusedWithItsOwnWords() throws Exception {
        String form = "text=" + "a".repeat(3_000_000);
        HttpResponse<byte[]> answer = web.send(HttpRequest.newBuilder(web.at("/text"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("That is too much to send at once");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void aWrongMethodIsToldWhichOnesThereAre() throws Exception {
        HttpResponse<byte[]> answer = web.get("/text");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("POST");
        assertThat(text(answer)).contains("This page cannot be used that way");
        guarded(answer);
    }

    @Test
    void aReaderWhoAsksForAnotherFormStillGetsTheCalmPage() throws Exception {
        HttpResponse<byte[]> answer = web.get("/trouble?kind=fault", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(text(answer)).contains("Something went wrong here");
    }

    static void guarded(HttpResponse<?> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("none"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String raw(String firstLine) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.getOutputStream().write((firstLine + "\r\nHost: here\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Handlers that go wrong in every way. */
    static final class Trouble {
        private static final Map<String, RuntimeException> KINDS = Map.of(
                "fault",
                new IllegalStateException("a secret of the house"),
                "away",
                new DataAccessResourceFailureException("no pg_hba entry"),
                "away-inside",
                new IllegalStateException("while drawing", new DataAccessResourceFailureException("gone")),
                "left",
                new IllegalStateException("while writing", new AsyncRequestNotUsableException("connection reset")));

        @GetMapping(path = "/trouble")
        ResponseEntity<String> trouble(@RequestParam String kind) {
            RuntimeException trouble = KINDS.get(kind);
            if (trouble != null) {
                throw trouble;
            }
            return ResponseEntity.ok("no trouble");
        }

        @GetMapping(path = "/number")
        ResponseEntity<String> number(@RequestParam int n) {
            return ResponseEntity.ok(Integer.toString(n));
        }

        @PostMapping(path = "/text")
        ResponseEntity<String> text(@RequestParam String text) {
            return ResponseEntity.ok(Integer.toString(text.length()));
        }
    }
}
