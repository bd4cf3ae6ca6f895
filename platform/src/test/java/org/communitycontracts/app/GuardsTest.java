package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before every door: who is believed about where they come from, how much may be sent, what is told when all is down. */
class GuardsTest {

    @Test
    void aNamedProxyIsBelievedAndAHouseholdWithManyAddressesCountsAsOne() {
        try (OpenHouse house = OpenHouse.with(Map.of("limits.sign-ins", 2, "TRUSTED_PROXIES", "127.0.0.0/8, ::1"))) {
            assertThat(asks(house, "2001:db8:1:2::1")).isEqualTo(303);
            assertThat(asks(house, "2001:db8:1:2:ffff::9")).isEqualTo(303);
            assertThat(asks(house, "2001:db8:0001:0002:8000::7")).isEqualTo(429);
            assertThat(asks(house, "2001:db8:1:3::1")).as("the next household").isEqualTo(303);
            assertThat(asks(house, "198.51.100.7, 203.0.113.9")).isEqualTo(303);
            assertThat(asks(house, "192.0.2.1, 203.0.113.9")).isEqualTo(303);
            assertThat(asks(house, "made up by the caller, 203.0.113.9"))
                    .as("only what the proxy itself saw counts")
                    .isEqualTo(429);
            assertThat(asks(house, "203.0.113.9:4711"))
                    .as("a proxy that writes the port too")
                    .isEqualTo(429);
            assertThat(asks(house, "[2001:db8:1:2::5]:4711")).isEqualTo(429);
        }
    }

    @Test
    void whoIsNoNamedProxyIsNotBelieved() {
        try (OpenHouse house = OpenHouse.with(Map.of("limits.sign-ins", 2))) {
            assertThat(asks(house, "192.0.2.1")).isEqualTo(303);
            assertThat(asks(house, "192.0.2.2")).isEqualTo(303);
            assertThat(asks(house, "192.0.2.3")).isEqualTo(429);
        }
    }

    @Test
    void whoHasToWaitIsToldForHowLongInWords() {
        try (OpenHouse house = OpenHouse.with(Map.of("limits.sign-ins", 1));
                Tab tab = new Tab(house)) {
            asks(house, "192.0.2.1");
            tab.opens("/sign-in");
            HttpResponse<String> late = tab.sendsOnly("/sign-in", Map.of("council", "site", "email", "n@example.org"));
            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(tab.words()).containsPattern("Send it again in (1[0-5]|[2-9]) minutes\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/account/data/corrected", "/nowhere"})
    void moreThanAFormHoldsIsRefusedBeforeItIsRead(String path) {
        OpenHouse house = OpenHouse.withoutSample();
        try (Tab tab = new Tab(house)) {
            HttpResponse<String> answer = tab.send(tab.post(path, Map.of("text", "x".repeat(33 * 1024))));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("That is too much to send at once");
        }
    }

    @Test
    void whereListsArePastedMoreIsTakenAndWhatDoesNotSayItsLengthIsNotRead() {
        Milltown milltown = Milltown.in(OpenHouse.withoutSample(), "guards-test");
        Tab desk = milltown.administrator().opens(milltown.office("/invitations/many"));
        String lines = "Noor Neighbour, noor@example.org, champion,, Mill Lane\n".repeat(1_000);
        assertThat(lines.length()).isGreaterThan(33 * 1024);
        assertThat(desk.sendsOnly(milltown.office("/invitations/many"), Map.of("list", lines))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> untold = desk.send(HttpRequest.newBuilder(milltown.house.at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("email=a"))));
        assertThat(untold.statusCode()).isEqualTo(411);
    }

    @Test
    void whenTheDatabaseIsAwayEveryAddressSaysSoCalmly() {
        OpenHouse house = OpenHouse.with(Map.of());
        try {
            Milltown milltown = Milltown.in(house, "away-test");
            Tab tab = milltown.administrator().opens("/account");
            house.database().close();
            for (String path : List.of("/", "/account", "/sign-in", "/councils/away-test", "/site")) {
                HttpResponse<String> answer = tab.looks(path);
                assertThat(answer.statusCode()).as(path).isIn(200, 503);
                assertThat(answer.body()).as(path).doesNotContain("Exception", "Hikari", "org.communitycontracts");
            }
            HttpResponse<String> account = tab.looks("/account");
            assertThat(account.statusCode()).isEqualTo(503);
            assertThat(account.headers().firstValue("Retry-After")).isPresent();
            assertThat(account.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(account.body()).contains("<h1>");
            assertThat(tab.sendsOnly("/sign-out", Map.of()).statusCode()).isEqualTo(503);
        } finally {
            house.close();
        }
    }

    @Test
    void everyDoorSendsTheHeadersThatShutTheBrowserIn() {
        Milltown milltown = Milltown.in(OpenHouse.withoutSample(), "headers-test");
        Knocking knocking = new Knocking(milltown);
        Tab somebody = milltown.of(milltown.newcomer("Nell")).opens("/account");
        for (Knocking.Door door : knocking.doors()) {
            String path = door.path().replace("{council:[0-9]{1,15}}", "1").replaceAll("\\{[^}]*\\}", "1");
            HttpResponse<String> answer = door.method().equals("GET")
                    ? somebody.looks(path)
                    : somebody.knocks(path, Map.of(), "headers-" + UUID.randomUUID());
            HttpHeaders headers = answer.headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(door.toString())
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "*", "http:");
            assertThat(headers.firstValue("X-Content-Type-Options"))
                    .as(door.toString())
                    .contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy"))
                    .as(door.toString())
                    .contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy"))
                    .as(door.toString())
                    .isPresent();
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(door.toString())
                    .contains("same-origin");
            assertThat(headers.firstValue("Server")).as(door.toString()).isEmpty();
            if (door.path().startsWith("/account")
                    || door.path().contains("/office")
                    || door.path().startsWith("/site")) {
                assertThat(headers.firstValue("Cache-Control").orElse(""))
                        .as(door.toString())
                        .contains("no-store");
            }
        }
    }

    @Test
    void aTokenInAnAddressIsNeverWrittenIntoTheLog() {
        OpenHouse house = OpenHouse.with(Map.of());
        String token = "token-" + UUID.randomUUID();
        PrintStream screen = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (Tab tab = new Tab(house)) {
            long council = 1;
            tab.looks("/sign-in/links/" + council + "/" + token);
            house.database().close();
            tab.looks("/guardian/" + council + "/" + token);
            tab.looks("/invitations/" + council + "/" + token);
        } finally {
            System.setOut(screen);
            house.close();
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .as("that the database is away is told, and at which kind of address")
                .contains("{token}")
                .doesNotContain(token);
    }

    @Test
    void whenMemoryRunsOutTheProgramEndsAndIsStartedAgain() throws Exception {
        assertThat(Files.readString(Path.of("..", "run"))).contains("-XX:+ExitOnOutOfMemoryError");
    }

    private static int asks(OpenHouse house, String forwarded) {
        try (Tab tab = new Tab(house)) {
            tab.opens("/sign-in");
            HttpRequest.Builder form =
                    tab.form("/sign-in", Map.of("council", "site", "email", UUID.randomUUID() + "@example.org"));
            return tab.send(form.header("X-Forwarded-For", forwarded)).statusCode();
        }
    }
}
