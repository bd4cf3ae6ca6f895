package org.communitycontracts.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** On the word of a council's administrator the program connects to the world, and never into the network it stands in. */
class OutsideAddressesTest {
    private static OutsideAddresses meant(String hosts) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of("DIRECTORY_HOSTS", hosts)));
        return new OutsideAddresses(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2130706433",
                "0x7f.1"
            })
    void nothingInsideIsConnectedTo(String host) {
        assertThatThrownBy(() -> meant("").resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theWorldIs() throws UnknownHostException {
        assertThat(meant("").resolve("192.0.2.7")).containsExactly(InetAddress.getByName("192.0.2.7"));
        assertThat(meant("").resolve("2001:db8::7")).containsExactly(InetAddress.getByName("2001:db8::7"));
    }

    @Test
    void whoeverKeepsTheMachineNamesWhatIsMeantInside() throws UnknownHostException {
        assertThat(meant("keycloak.inside, LocalHost").resolve("localhost")).isNotEmpty();
        assertThatThrownBy(() -> meant("localhost").resolve("127.0.0.1"))
                .hasMessageContaining("127.0.0.1 lies inside the network")
                .hasMessageContaining("DIRECTORY_HOSTS");
    }

    @Test
    void aDirectoryThatSendsUsOnLeadsNowhere() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = server();
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        HttpServer directory = server();
        directory.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:" + port(inside) + "/secret");
            exchange.sendResponseHeaders(302, -1);
        });
        try {
            String there = "http://localhost:" + port(directory);
            String hidden = "http://localhost:" + port(inside);
            assertThat(asks("localhost", there)).isEqualTo(302);
            assertThat(asked).as("a redirect is not followed").hasValue(0);
            assertThatThrownBy(() -> asks("", hidden)).hasMessageContaining("lies inside the network");
            assertThat(asked).as("what is inside is not asked").hasValue(0);
            assertThat(asks("localhost", hidden)).as("what is meant is").isEqualTo(404);
            assertThat(asked).hasValue(1);
        } finally {
            directory.stop(0);
            inside.stop(0);
        }
    }

    @Test
    void theCookieOfABrowserIsHeldToThisSiteAndToHttps() {
        assertThat(Browser.cookie(org.communitycontracts.people.Token.fresh(), true))
                .startsWith("__Host-asked=")
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax");
    }

    private static int asks(String meant, String address) {
        return RestClient.create(new RestTemplate(meant(meant).web(Duration.ofSeconds(5))))
                .get()
                .uri(address)
                .retrieve()
                .onStatus(_ -> true, (_, _) -> {})
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }
}
