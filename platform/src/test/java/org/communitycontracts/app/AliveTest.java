package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** What those who watch over the site are told, and what nobody is told. */
class AliveTest {
    private final OpenHouse house = OpenHouse.withoutSample();

    @Test
    void itSaysThatItLivesAndThatItCanServe() {
        assertThat(house.text("/health.txt")).isEqualTo("alive\n");
        assertThat(house.text("/ready.txt")).isEqualTo("ready\n");
    }

    @Test
    void figuresNameKindsOfAddressesAndNobody() {
        try (Tab tab = new Tab(house)) {
            tab.opens("/sign-in/links/0/a-secret-of-a-link");
            assertThat(house.text("/metrics.txt"))
                    .contains("http_server_requests", "/sign-in/links/{council}/{token}")
                    .doesNotContain("a-secret-of-a-link");
        }
    }

    @Test
    void figuresAreForThisMachineAlone() {
        try (Tab tab = new Tab(house)) {
            var asked = HttpRequest.newBuilder(house.at("/metrics.txt")).header("X-Forwarded-For", "203.0.113.9");
            assertThat(tab.send(asked).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theLibrarysOwnAddressesAreShut() {
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/env", "/login", "/logout"}) {
            assertThat(house.get(house.at(path)).statusCode()).as(path).isEqualTo(404);
        }
    }
}
