package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no door does not open, and what comes out of a door runs nowhere. */
class ClosedTest {
    private static Milltown milltown;

    @BeforeAll
    static void open() {
        milltown = Milltown.in(OpenHouse.withoutSample(), "closed-test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.git/HEAD",
                "/.env",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/META-INF/sbom/application.cdx.json",
                "/application.properties",
                "/static",
                "/web",
                "/assets",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/swagger-ui",
                "/v3/api-docs",
                "/server-status",
                "/console",
                "/login",
                "/logout",
                "/people/words.properties",
                "/reporting/V001__report.sql",
                "/run",
                "/pom.xml"
            })
    void whatIsNoPageIsNotFoundAndNothingIsListed(String path) {
        try (Tab anybody = new Tab(milltown.house)) {
            HttpResponse<String> answer = anybody.looks(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>").doesNotContain("Whitelabel", "Exception", "Index of");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND"})
    void methodsThatNobodyNeedsAreRefused(String method) throws IOException {
        String answer = raw(method + " / HTTP/1.1\r\nHost: localhost\r\nX-Told: secret-word\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|403|405|501) .*").doesNotContain("secret-word");
    }

    @Test
    void twoLengthsOfOneBodyAreRefused() throws IOException {
        String head =
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        String hidden = "GET /health.txt HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (String lengths : List.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nContent-Length: 60\r\n")) {
            String answer = raw(head + lengths + "\r\n0\r\n\r\n" + hidden);
            assertThat(answer).as(lengths).matches("(?s)HTTP/1\\.1 (400|403|411|501) .*");
            assertThat(answer.split("HTTP/1\\.1 ", -1))
                    .as("one answer: " + lengths)
                    .hasSize(2);
        }
    }

    @Test
    void noOtherSiteMayReadAnAnswer() {
        try (Tab somebody = milltown.of(milltown.newcomer("Olga"))) {
            for (String path : List.of("/", "/account", "/account/data/all.json", "/open-data", "/record/key.json")) {
                HttpResponse<String> answer = somebody.send(
                        HttpRequest.newBuilder(milltown.house.at(path)).header("Origin", "https://evil.example"));
                assertThat(answer.headers().map().keySet())
                        .as(path)
                        .noneMatch(
                                name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
                assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                        .as(path)
                        .contains("same-origin");
            }
        }
    }

    @Test
    void everyTextSaysItsLettersAndKind() {
        try (Tab anybody = new Tab(milltown.house)) {
            Map<String, String> kinds = Map.of(
                    "/", "text/html;charset=UTF-8",
                    "/nowhere", "text/html;charset=UTF-8",
                    "/health.txt", "text/plain;charset=UTF-8",
                    "/record/key.json", "application/json",
                    "/privacy", "text/html;charset=UTF-8");
            kinds.forEach((path, kind) -> assertThat(anybody.looks(path)
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .as(path)
                    .isEqualToIgnoringCase(kind));
        }
    }

    @Test
    void whatSomebodyTypedIsShownAsTheyTypedItAndNeverRuns() {
        String hostile = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}${7*7}#{7*7}";
        String parties = milltown.office("/parties");
        try (Tab own = milltown.of(milltown.newcomer("Harry"));
                Tab desk = milltown.administrator()) {
            own.opens("/account/data/corrected")
                    .sends("/account/data/corrected", Map.of("name", hostile, "age", "adult"));
            assertThat(own.page())
                    .as("what was refused stands in the form again")
                    .contains("&lt;script>alert(1)");
            desk.opens(parties).sends(parties, Map.of("name", hostile, "kind", "contractor"));
            assertThat(desk.opens(parties).page()).contains("&lt;script&gt;alert(1)");
            for (String page : List.of(
                    own.page(),
                    desk.page(),
                    desk.opens(milltown.office("/people?text=%22%3E%3Cscript%3E"))
                            .page(),
                    desk.opens("/?q=%22%3E%3Cscript%3Ealert(1)").page())) {
                assertThat(page).doesNotContain("<script>", "<img src=x").doesNotContain("}49", "49<");
            }
        }
    }

    @Test
    void aSignThatNobodyTypesIsRefusedAndNoFaultOfOurs() {
        try (Tab tab = new Tab(milltown.house)) {
            tab.opens("/sign-in");
            HttpResponse<String> answer =
                    tab.sendsOnly("/sign-in", Map.of("council", "milltown\0", "email", "pat@example.org"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("<h1>");
            for (String path : List.of("/search?q=a%00b", "/councils/closed-test?x=%00", "/sign-in?council=%00")) {
                assertThat(tab.looks(path).statusCode()).as(path).isLessThan(500);
            }
        }
    }

    @Test
    void aParameterSentTwiceIsNotTwoAnswers() {
        String one = "one-" + Doors.stranger();
        String two = "two-" + Doors.stranger();
        try (Tab tab = new Tab(milltown.house)) {
            tab.opens("/sign-in");
            HttpRequest.Builder form = tab.form("/sign-in", Map.of("council", "closed-test", "email", one));
            String body = "email=" + two + "&";
            HttpResponse<String> answer = tab.send(HttpRequest.newBuilder(milltown.house.at("/sign-in?" + body + "x=1"))
                    .headers(form.build().headers().map().entrySet().stream()
                            .flatMap(header -> header.getValue().stream()
                                    .flatMap(value -> java.util.stream.Stream.of(header.getKey(), value)))
                            .toArray(String[]::new))
                    .POST(form.build().bodyPublisher().orElse(BodyPublishers.noBody())));
            assertThat(answer.statusCode()).isEqualTo(422);
        }
        assertThat(letters(one) + letters(two)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "/account\r\nX: y",
                "http:/evil.example",
                "/%0d%0aevil",
                "/;@evil.example"
            })
    void afterSigningInNobodyIsSentToAnotherSite(String onward) {
        Doors doors = Doors.open();
        String resident = Doors.stranger();
        doors.signsIn(resident).close();
        try (Tab tab = doors.tab()) {
            tab.opens("/sign-in");
            tab.sendsOnly("/sign-in", Map.of("council", "sunderland", "email", resident, "onward", onward));
            String link = doors.link(resident);
            tab.opens(link);
            HttpResponse<String> answer = tab.sendsOnly(link, Map.of());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).matches("(/account|/%0d%0aevil)");
            assertThat(answer.headers().firstValue("X")).isEmpty();
        }
    }

    private static int letters(String to) {
        return milltown.house
                .database()
                .sql()
                .sql("select count(*) from post.letter where lower(recipient) = lower(:to)")
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** Sends these bytes as they are, and gives back all that comes until the server closes. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", milltown.house.at("/").getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
